import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createClient, type Client } from '../../contract/client.ts';
import type { ImportSummary } from '../../contract/import-entities.ts';
import { createCore, type Core } from '../core.ts';
import { receiveUpload } from '../web/uploads.ts';

let scratch: string;
let data: string;
let core: Core;
let client: Client;

function open(jobEntry?: URL): void {
  core = createCore({
    collectionDirectory: join(scratch, 'no-collection'),
    dataDirectory: data,
    version: '1',
    now: () => new Date(),
    report: () => undefined,
    ...(jobEntry === undefined ? {} : { jobEntry }),
  });
  client = createClient(core.dispatch);
}

beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), 'lectern-imports-'));
  data = join(scratch, 'data');
  open();
});
afterEach(async () => {
  await core.close();
  rmSync(scratch, { recursive: true, force: true });
});

async function* bytes(text: string): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(Buffer.from(text));
}

const lines = (...articles: object[]) => articles.map((article) => JSON.stringify(article)).join('\n');
const upload = async (name: string, text: string) => ({ ...(await receiveUpload(data, bytes(text))), name });

async function preview(...files: [name: string, text: string][]): Promise<ImportSummary> {
  const given = await Promise.all(files.map(([name, text]) => upload(name, text)));
  const { id } = await client['imports.preview']({
    files: given.map(({ upload: name, name: shown }) => ({ upload: name, name: shown })),
  });
  return until(id, 'previewed');
}

async function until(id: string, state: ImportSummary['state']): Promise<ImportSummary> {
  for (;;) {
    const summary = await client['imports.get']({ id });
    if (summary.state === state) return summary;
    if (['failed', 'cancelled'].includes(summary.state)) throw new Error(`${summary.state}: ${summary.message ?? ''}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const titles = async () =>
  (await client['articles.list']({ source: 'library' })).items.map(({ title }) => title).sort();
const counts = ({ read, imported, merged, noContent, failed }: ImportSummary) => ({
  read,
  imported,
  merged,
  noContent,
  failed,
});

const three = lines(
  { id: 'one', title: 'One', text: 'The first text, about looms.', tags: ['a'] },
  { id: 'two', title: 'Two', text: 'The second text, about harbours.' },
);

describe('an import', () => {
  it('is previewed to the row, and nothing is saved by that', async () => {
    const summary = await preview([
      'a.jsonl',
      `${three}\nnot json\n${lines({ title: 'A link', url: 'https://example.org/' })}`,
    ]);
    expect(counts(summary)).toEqual({ read: 4, imported: 2, merged: 0, noContent: 1, failed: 1 });
    expect(summary).toMatchObject({ name: 'a.jsonl', formats: [{ name: 'JSON Lines', files: 1 }], canUndo: false });
    const { items, total } = await client['imports.rows']({ id: summary.id, outcome: 'failed' });
    expect([total, items[0]?.reason]).toEqual([1, 'Line 3 is no JSON: it is cut short or garbled.']);
    expect(await titles()).toEqual([]);
  });

  it('does what the preview said, and is found in the list with its report', async () => {
    const { id } = await preview(['a.jsonl', three], ['page.html', page('Looms', 'The weaver sat at the loom.')]);
    await client['imports.start']({ id });
    const done = await until(id, 'done');
    expect(counts(done)).toEqual({ read: 3, imported: 3, merged: 0, noContent: 0, failed: 0 });
    expect(await titles()).toEqual(['Looms', 'One', 'Two']);
    expect((await client['imports.list']({})).items.map((one) => one.id)).toEqual([id]);
    const { content } = await client['imports.csv']({ id });
    expect(content).toMatch(/^\uFEFFfile,row,outcome,title,reason,article\r\na\.jsonl,1,imported,One,,one\r\n/);
  });

  it('is undone: what it made is gone, what it changed is as it was', async () => {
    const before = await preview(['a.jsonl', three]);
    await client['imports.start']({ id: before.id });
    await until(before.id, 'done');
    await client['progress.set']({ id: 'two', progress: 0.2, block: 0 });

    const second = lines(
      {
        id: 'one',
        title: 'One, revised',
        text: 'The first text, wholly rewritten, about shuttles.',
        tags: ['b'],
        highlights: [{ quote: 'shuttles' }],
      },
      { id: 'two', title: 'Two', text: 'The second text, about harbours.', progress: 0.9, note: 'Again' },
      { id: 'three', title: 'Three', text: 'A third text.' },
    );
    const { id } = await preview(['b.jsonl', second]);
    await client['imports.start']({ id });
    expect(counts(await until(id, 'done'))).toMatchObject({ imported: 1, merged: 2 });
    expect(await client['articles.get']({ id: 'one' })).toMatchObject({ title: 'One, revised', tags: ['a', 'b'] });

    const undone = await client['imports.undo']({ id });
    expect(undone).toMatchObject({
      state: 'undone',
      message: '1 article taken out again, 2 articles put back as before.',
    });
    expect(await titles()).toEqual(['One', 'Two']);
    expect(await client['articles.get']({ id: 'one' })).toMatchObject({
      title: 'One',
      tags: ['a'],
      html: expect.stringContaining('about looms') as string,
      own: { highlights: [] },
    });
    expect(await client['articles.get']({ id: 'two' })).toMatchObject({ marks: { progress: 0.2 }, own: { note: '' } });
  });

  it('leaves with an undo what the reader has worked with since', async () => {
    const { id } = await preview(['a.jsonl', three]);
    await client['imports.start']({ id });
    await until(id, 'done');
    await client['bookmarks.set']({ id: 'one', bookmarked: true });
    await client['imports.undo']({ id });
    expect(await titles()).toEqual([]);
    expect((await client['articles.list']({ source: 'library', state: 'trash' })).items.map((one) => one.id)).toEqual([
      'one',
    ]);
    await expect(client['imports.undo']({ id })).rejects.toMatchObject({ code: 'invalid-input' });
  });

  it('is cancelled without leaving half of it', async () => {
    const many = lines(
      ...Array.from({ length: 4000 }, (_, index) => ({
        id: `n${index}`,
        title: `N ${index}`,
        text: `Number ${index} of many.`,
      })),
    );
    const { id } = await preview(['many.jsonl', many]);
    await client['imports.start']({ id });
    // The core answers within one turn here: without a pause nothing else would ever have its turn.
    for (let read = 0; read < 200;) {
      await new Promise(setImmediate);
      ({ read } = await client['imports.get']({ id }));
    }
    expect((await client['imports.cancel']({ id })).state).toBe('cancelled');
    expect(await titles()).toEqual([]);
    expect((await client['library.counts']({})).trash).toBe(0);
  });

  it('tries the failed rows again, and only those', async () => {
    const { id } = await preview(['a.jsonl', `${three}\nnot json`]);
    await client['imports.start']({ id });
    await until(id, 'done');
    const again = await client['imports.retry']({ id });
    expect(counts(await until(again.id, 'done'))).toEqual({ read: 1, imported: 0, merged: 0, noContent: 0, failed: 1 });
  });

  it('takes the folder of a saved page for its pictures and not for articles', async () => {
    const picture = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAQAAAADCAIAAAA7ljmRAAAAEElEQVR4nGP8zwACTGCSAQANHQEDgslx/wAAAABJRU5ErkJggg==',
      'base64',
    );
    mkdirSync(join(scratch, 'saved', 'Looms_files'), { recursive: true });
    writeFileSync(join(scratch, 'saved', 'Looms_files', 'loom.png'), picture);
    writeFileSync(join(scratch, 'saved', 'Looms_files', 'style.css'), 'p {}');
    writeFileSync(
      join(scratch, 'saved', 'Looms.html'),
      page('Looms', 'The weaver sat at the loom.', '<img src="Looms_files/loom.png" alt="A loom">'),
    );
    const report = await core.importFiles([join(scratch, 'saved')], {
      dryRun: false,
      keepOriginals: true,
      progress: () => undefined,
    });
    expect(report).toMatchObject({ read: 1, imported: 1 });
    const { html } = await client['articles.get']({ id: report.rows[0]?.articleId ?? '' });
    expect(html).toMatch(/<img[^>]* src="\/assets\/[0-9a-f]{32}\.png"/);
  });

  it('keeps the order of a list without dates, and says what was mended in a row', async () => {
    const path = join(scratch, 'instapaper.csv');
    const rows = [
      'URL,Title,Selection,Folder',
      'https://a.example/,Newest,,Unread',
      'https://b.example/,Gr\u00F6\u00DFe \u0000,,Unread',
      '',
    ];
    const bytes = Buffer.from(rows.join('\n'), 'utf8').map((byte) => (byte === 0 ? 0xff : byte));
    writeFileSync(path, bytes);
    const report = await core.importFiles([path], { dryRun: false, keepOriginals: false, progress: () => undefined });
    expect(report).toMatchObject({ read: 2, noContent: 2 });
    expect(report.rows[1]?.reason).toMatch(/only what stands around it was kept\. .*(?:UTF-8|letter|byte|character)/i);
    const { items } = await client['articles.list']({ source: 'library' });
    expect(items.map(({ url }) => url)).toEqual(['https://a.example/', 'https://b.example/']);
  });

  it('goes on behind the row that a file hangs at, and says so', async () => {
    await core.close();
    open(new URL('test-helpers/moody-import.ts', import.meta.url));
    const report = await core.importFiles(
      [
        write(
          'a.jsonl',
          lines(
            { id: 'one', title: 'One', text: 'x y' },
            { id: 'two', title: 'DIE', text: 'x z' },
            { id: 'three', title: 'Three', text: 'y z' },
          ),
        ),
      ],
      {
        dryRun: false,
        keepOriginals: false,
        progress: () => undefined,
      },
    );
    expect(report.rows.map(({ row, outcome }) => [row, outcome])).toEqual([
      [1, 'imported'],
      [2, 'failed'],
      [3, 'imported'],
    ]);
    expect(report.rows[1]?.reason).toContain('Reading it failed');
  });

  it('goes on when Lectern was killed in the middle, and every row is there once', async () => {
    await core.close();
    const total = 6000;
    const path = write(
      'many.jsonl',
      lines(
        ...Array.from({ length: total }, (_, index) => ({
          id: `n${index}`,
          title: `N ${index}`,
          text: `Number ${index} of many rows.`,
        })),
      ),
    );
    const child = spawn(
      process.execPath,
      [new URL('test-helpers/import-and-wait.ts', import.meta.url).pathname, data, path],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    const exited = once(child, 'exit');
    await once(child.stdout, 'data');
    child.kill('SIGKILL');
    await exited;
    open();
    const [left] = (await client['imports.list']({})).items;
    const done = await until(left?.id ?? '', 'done');
    expect(done.message).toMatch(/^Lectern ended in the middle; it went on after row [\d,]+\.$/);
    expect(counts(done)).toEqual({ read: total, imported: total, merged: 0, noContent: 0, failed: 0 });
    expect((await client['articles.list']({ source: 'library', limit: 1 })).total).toBe(total);
  });
});

function write(name: string, text: string): string {
  const path = join(scratch, name);
  writeFileSync(path, text);
  return path;
}

function page(title: string, sentence: string, more = ''): string {
  const prose = Array.from(
    { length: 6 },
    () => `<p>${`${sentence} And so it went on for a long while. `.repeat(4)}</p>`,
  ).join('');
  return `<!DOCTYPE html><html lang="en"><head><title>${title}</title></head><body><article><h1>${title}</h1>${prose}${more}</article></body></html>`;
}

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createClient, type Client } from '../../contract/client.ts';
import { createCore, type Core } from '../core.ts';

let scratch: string;
let core: Core;
let client: Client;

beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), 'lectern-upkeep-'));
  core = createCore({
    collectionDirectory: join(scratch, 'no-collection'),
    dataDirectory: join(scratch, 'data'),
    version: '1',
    now: () => new Date(),
    report: () => undefined,
  });
  client = createClient(core.dispatch);
});
afterEach(async () => {
  await core.close();
  rmSync(scratch, { recursive: true, force: true });
});

const prose = Array.from(
  { length: 6 },
  (_, at) => `<p>${`Paragraph ${at} is about the tide and its marks. `.repeat(5)}</p>`,
);
const page = `<!doctype html><html lang="en"><head><title>Tides</title></head><body>
  <article><h1>Tides</h1>${prose.join('')}</article>
  <div class="comments"><p>A remark that stood under the article, and that a reader may well miss.</p></div></body></html>`;

async function importPage(keepOriginals: boolean): Promise<string> {
  const path = join(scratch, 'tides.html');
  writeFileSync(path, page);
  await core.importFiles([path], { dryRun: false, keepOriginals, progress: () => undefined });
  const { items } = await client['articles.list']({ source: 'library' });
  return items[0]?.id ?? '';
}

describe('a text made anew of the original', () => {
  it('is compared first, then taken with all that the page holds, and taken back', async () => {
    const id = await importPage(true);
    const before = await client['articles.get']({ id });
    expect(before.own).toMatchObject({ hasOriginal: true, versionCount: 0 });
    expect(before.html).not.toContain('A remark');

    expect((await client['articles.extract']({ id, method: 'main' })).comparison).toMatchObject({
      added: 0,
      removed: 0,
    });
    const { comparison } = await client['articles.extract']({ id, method: 'page' });
    expect(comparison.parts.at(-1)).toMatchObject({
      kind: 'inserted',
      text: expect.stringContaining('A remark') as unknown,
    });
    expect((await client['articles.get']({ id })).html).toBe(before.html);

    const { replaced } = await client['articles.takeExtract']({ id, method: 'page' });
    expect((await client['articles.get']({ id })).html).toContain('A remark');
    await client['articles.restoreVersion']({ id, version: replaced ?? 0 });
    expect((await client['articles.get']({ id })).html).toBe(before.html);
  });

  it('cannot be had without the original, and says why', async () => {
    const id = await importPage(false);
    await expect(client['articles.extract']({ id, method: 'main' })).rejects.toThrow(/was not kept.*keep originals/s);
  });
});

describe('a saved article', () => {
  it('tells what the reader edited, what is hidden, and where marked passages stand', async () => {
    const path = join(scratch, 'a.jsonl');
    const highlights = [{ quote: 'the “second” text' }, { quote: 'gone from here' }];
    writeFileSync(
      path,
      JSON.stringify({ id: 'a', title: 'A', text: 'One.\n\nHere is the "second" text.', highlights }),
    );
    await core.importFiles([path], { dryRun: false, keepOriginals: false, progress: () => undefined });
    await client['articles.edit']({ id: 'a', set: { title: 'Mine', published: '2026-03-14', note: 'Read it' } });
    await client['articles.hide']({ id: 'a', blocks: [0], hidden: true });
    expect(await client['articles.get']({ id: 'a' })).toMatchObject({
      title: 'Mine',
      published: '2026-03-14',
      html: '<p data-block="1">Here is the "second" text.</p>',
      blockCount: 2,
      own: {
        note: 'Read it',
        hiddenCount: 1,
        edited: [
          { field: 'title', said: 'A' },
          { field: 'published', said: null },
        ],
        highlights: [{ place: { block: 1, start: 8, endBlock: 1, end: 25 } }, { place: null }],
      },
    });
    expect(await client['articles.text']({ id: 'a' })).toEqual({
      html: '<p data-block="0">One.</p><p data-block="1">Here is the "second" text.</p>',
      hidden: [0],
      blockCount: 2,
    });
  });
});

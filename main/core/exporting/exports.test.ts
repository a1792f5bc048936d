import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createClient, type Client } from '../../contract/client.ts';
import type { ExportSummary } from '../../contract/export-methods.ts';
import { createCore, type Core } from '../core.ts';
import { findOutgoing } from '../web/outgoing.ts';

let data: string;
let core: Core;
let client: Client;
const reports: unknown[] = [];

beforeEach(async () => {
  data = mkdtempSync(join(tmpdir(), 'lectern-exports-'));
  core = createCore({
    collectionDirectory: join(data, 'none'),
    dataDirectory: data,
    version: '1',
    now: () => new Date('2026-11-27T08:00:00Z'),
    // Of the index, which has no collection here, nothing is asked.
    report: (method, error) => method === 'exports' && reports.push(error),
  });
  client = createClient(core.dispatch);
  const path = join(data, 'given.jsonl');
  const lines = Array.from({ length: 40 }, (_, at) =>
    JSON.stringify({
      id: `a${at}`,
      title: `Article ${at}`,
      text: `word${at} `.repeat(2000),
      tags: [at % 2 === 0 ? 'even' : 'odd'],
      shelves: [['Outer', 'Inner']].slice(at % 4),
      ...(at < 3 ? { url: `https://a.example/${at}`, highlights: ['a quote'] } : {}),
    }),
  );
  writeFileSync(path, lines.join('\n'));
  await core.importFiles([path], { dryRun: false, keepOriginals: false, progress: () => undefined });
});
afterEach(async () => {
  await core.close();
  rmSync(data, { recursive: true });
  expect(reports.splice(0)).toEqual([]);
});

/** Waits for the event that says so, and looks. */
async function ended(id: string): Promise<ExportSummary> {
  for (;;) {
    const { items } = await client['exports.list']({});
    const found = items.find((one) => one.id === id);
    if (found !== undefined && found.state !== 'running') return found;
    await new Promise(setImmediate);
  }
}

const everything = { everything: true } as const;
const left = () => (existsSync(join(data, 'outgoing')) ? readdirSync(join(data, 'outgoing')) : []);

describe('an export', () => {
  it('runs in a thread, tells how far it is and leaves a file to be taken', async () => {
    const events: string[] = [];
    core.onEvent(({ event }) => events.push(event));
    const started = await client['exports.start']({ format: 'jsonl', selection: everything });
    expect(started).toMatchObject({ state: 'running', total: 40, file: null });
    const done = await ended(started.id);
    expect(done).toMatchObject({
      ...{ state: 'done', articles: 40, total: 40 },
      file: { fileName: 'lectern-jsonl-2026-11-27.jsonl', mediaType: 'application/jsonl', bytes: done.bytes },
    });
    const { path = '' } = findOutgoing(data, done.file?.outgoing ?? '') ?? {};
    expect(readFileSync(path, 'utf8').trim().split('\n')).toHaveLength(40);
    expect(events).toContain('exports.changed');
    await client['exports.forget']({ id: started.id });
    expect([await client['exports.list']({}), left()]).toEqual([{ items: [] }, []]);
  });

  it.each([
    [{ tag: 'even' }, 20],
    [{ shelf: ['Outer'] }, 10],
    [{ ids: ['a1', 'a3', 'gone'] }, 2],
    [{ query: 'word7' }, 1],
  ] as const)('of %j holds these alone', async (selection, articles) => {
    await core.settleIndex();
    const copy =
      'ids' in selection
        ? { ids: [...selection.ids] }
        : 'shelf' in selection
          ? { shelf: [...selection.shelf] }
          : selection;
    const { id } = await client['exports.start']({ format: 'jsonl', selection: copy });
    expect(await ended(id)).toMatchObject({ state: 'done', articles });
  });

  it('is previewed with what the format has no place for', async () => {
    expect(await client['exports.preview']({ format: 'bookmarks', selection: everything })).toMatchObject({
      ...{ articles: 40, without: 37, pictures: 0 },
    });
    expect(await client['exports.preview']({ format: 'readwise', selection: { ids: ['a0', 'a9'] } })).toMatchObject({
      ...{ articles: 2, without: 1 },
    });
    const { bytes } = await client['exports.preview']({ format: 'jsonl', selection: everything });
    const { id } = await client['exports.start']({ format: 'jsonl', selection: everything });
    const actual = (await ended(id)).bytes;
    expect(bytes / actual).toBeGreaterThan(0.5);
    expect(bytes / actual).toBeLessThan(2);
  });

  it('that is cancelled, at work or waiting, leaves nothing', async () => {
    const first = await client['exports.start']({ format: 'epub', selection: everything });
    const second = await client['exports.start']({ format: 'all', selection: everything });
    expect(await client['exports.cancel']({ id: second.id })).toMatchObject({ state: 'cancelled' });
    expect(await client['exports.cancel']({ id: first.id })).toMatchObject({ state: 'cancelled' });
    expect(left()).toEqual([]);
    await expect(client['exports.cancel']({ id: first.id })).rejects.toMatchObject({ code: 'invalid-input' });
    const third = await client['exports.start']({ format: 'markdown', selection: everything });
    expect(await ended(third.id)).toMatchObject({ state: 'done' });
  });

  it.skipIf(process.getuid?.() === 0 || process.platform === 'win32')('says what the disk will not do', async () => {
    const { id } = await client['exports.start']({ format: 'all', selection: everything });
    await ended(id);
    chmodSync(join(data, 'outgoing'), 0o500);
    const next = await client['exports.start']({ format: 'all', selection: everything });
    expect(await ended(next.id)).toMatchObject({
      state: 'failed',
      message: expect.stringContaining('cannot be used') as string,
    });
    chmodSync(join(data, 'outgoing'), 0o700);
  });

  it('of nothing is refused', async () => {
    await expect(client['exports.start']({ format: 'html', selection: { tag: 'none' } })).rejects.toMatchObject({
      code: 'invalid-input',
    });
  });
});

import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openBody } from './open-body.ts';
import { findOutgoing, outgoingFiles, removeAbandonedOutgoing, removeOutgoing, writeOutgoing } from './outgoing.ts';
import { respond } from './respond.ts';

let data: string;
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'lectern-outgoing-'));
});
afterEach(() => {
  rmSync(data, { recursive: true });
});

const label = { fileName: 'Notes “é” (100%)\n.zip', mediaType: 'application/zip' };

async function* bytes(...parts: string[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield await Promise.resolve(Buffer.from(part));
}

const get = (path: string) => respond([outgoingFiles(() => data)], { method: 'GET', path, header: () => null });
const left = () => readdirSync(join(data, 'outgoing'));

describe('an outgoing file', () => {
  it('is served whole, to be saved under its name, sniffed by nobody and kept by no cache', async () => {
    const file = await writeOutgoing(data, label, bytes('half a ', 'book'));
    expect(file).toEqual({ ...label, outgoing: expect.stringMatching(/^[0-9a-f]{32}$/) as string, bytes: 11 });
    const response = get(`/outgoing/${file.outgoing}`);
    expect(response).toMatchObject({
      status: 200,
      headers: {
        'content-type': 'application/zip',
        'content-length': '11',
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'content-disposition':
          `attachment; filename="Notes ___ (100_)_.zip"; ` +
          `filename*=UTF-8''Notes%20%E2%80%9C%C3%A9%E2%80%9D%20%28100%25%29%0A.zip`,
      },
    });
    const body = openBody(response.body);
    expect(body === null ? '' : await text(body)).toBe('half a book');
    removeOutgoing(data, file.outgoing);
    expect([findOutgoing(data, file.outgoing), left(), get(`/outgoing/${file.outgoing}`).status]).toEqual([
      null,
      [],
      404,
    ]);
  });

  it('that breaks off, is stopped or does not fit leaves nothing', async () => {
    async function* full(): AsyncGenerator<Uint8Array> {
      yield* bytes('half');
      throw Object.assign(new Error('no space left'), { code: 'ENOSPC' });
    }
    await expect(writeOutgoing(data, label, full())).rejects.toMatchObject({ code: 'disk-full' });
    const stop = new AbortController();
    async function* stopped(): AsyncGenerator<Uint8Array> {
      yield* bytes('half');
      stop.abort();
      yield* bytes('more');
    }
    await expect(writeOutgoing(data, label, stopped(), { signal: stop.signal })).rejects.toMatchObject({
      name: 'AbortError',
    });
    expect(left()).toEqual([]);
  });

  it.each(['../library.db', 'library.db', '', 'A'.repeat(32), `${'a'.repeat(32)}.json`])(
    'is never a path: %j',
    (name) => {
      mkdirSync(join(data, 'outgoing'));
      writeFileSync(join(data, 'library.db'), 'marks');
      writeFileSync(join(data, 'outgoing', `${'a'.repeat(32)}.json`), '{}');
      removeOutgoing(data, name);
      expect([findOutgoing(data, name), left()]).toEqual([null, [`${'a'.repeat(32)}.json`]]);
    },
  );

  it('is cleared away after a day, and so is what was never finished', async () => {
    const fresh = await writeOutgoing(data, label, bytes('a'));
    const old = await writeOutgoing(data, label, bytes('b'));
    const now = new Date();
    const beforeYesterday = new Date(now.getTime() - 2 * 24 * 60 * 60 * 1000);
    writeFileSync(join(data, 'outgoing', 'killed.part'), 'half');
    for (const name of [old.outgoing, `${old.outgoing}.json`, 'killed.part'])
      utimesSync(join(data, 'outgoing', name), beforeYesterday, beforeYesterday);
    removeAbandonedOutgoing(data, now);
    expect(left().sort()).toEqual([fresh.outgoing, `${fresh.outgoing}.json`]);
  });
});

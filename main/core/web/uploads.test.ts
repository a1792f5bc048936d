import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { receiveUpload, removeAbandonedUploads, removeUpload, uploadedFile } from './uploads.ts';

let data: string;
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'lectern-uploads-'));
});
afterEach(() => {
  rmSync(data, { recursive: true });
});

async function* bytes(...parts: string[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield await Promise.resolve(Buffer.from(part));
}

describe('an upload', () => {
  it('is kept as it came, and found by the name that was drawn for it', async () => {
    const { upload, bytes: size } = await receiveUpload(data, bytes('half a ', 'book'));
    const path = uploadedFile(data, upload) ?? '';
    expect([upload, size, readFileSync(path, 'utf8')]).toEqual([
      expect.stringMatching(/^[0-9a-f]{32}$/),
      11,
      'half a book',
    ]);
    removeUpload(data, upload);
    expect(uploadedFile(data, upload)).toBeNull();
  });

  it('that breaks off leaves nothing', async () => {
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield* bytes('half');
      throw Object.assign(new Error('gone'), { code: 'ECONNRESET' });
    }
    await expect(receiveUpload(data, broken())).rejects.toMatchObject({ code: 'unreachable' });
    expect(readdirSync(join(data, 'incoming'))).toEqual([]);
  });

  it('that does not fit on the disk leaves nothing and says what to do', async () => {
    async function* full(): AsyncGenerator<Uint8Array> {
      yield* bytes('half');
      throw Object.assign(new Error('no space left'), { code: 'ENOSPC' });
    }
    await expect(receiveUpload(data, full())).rejects.toMatchObject({
      code: 'disk-full',
      message: expect.stringContaining('Make room') as string,
    });
    expect(readdirSync(join(data, 'incoming'))).toEqual([]);
  });

  it('into a folder that is a file says so', async () => {
    writeFileSync(join(data, 'incoming'), 'in the way');
    await expect(receiveUpload(data, bytes('x'))).rejects.toMatchObject({ code: 'store-unavailable' });
  });

  it.each(['../library.db', '/etc/passwd', 'incoming', '', 'A'.repeat(32)])('is never a path: %j', (name) => {
    writeFileSync(join(data, 'library.db'), 'marks');
    expect(uploadedFile(data, name)).toBeNull();
  });

  it('is cleared away after a week, unless an import still needs it', async () => {
    const [old, needed, fresh] = [
      await receiveUpload(data, bytes('a')),
      await receiveUpload(data, bytes('b')),
      await receiveUpload(data, bytes('c')),
    ];
    const now = new Date();
    const lastMonth = new Date(now.getTime() - 30 * 24 * 60 * 60 * 1000);
    for (const { upload } of [old, needed]) utimesSync(join(data, 'incoming', upload), lastMonth, lastMonth);
    removeAbandonedUploads(data, now, new Set([needed.upload]));
    expect(readdirSync(join(data, 'incoming')).sort()).toEqual([needed.upload, fresh.upload].sort());
  });

  it('that never came needs no clearing', () => {
    removeAbandonedUploads(data, new Date(), new Set());
    expect(readdirSync(data)).toEqual([]);
  });
});

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openArchive } from '../importers/archive/archive-reader.ts';
import { writeNewFile } from './durable-file.ts';
import { zipOf, type FileEntry, type WrittenEntry, type ZipOptions } from './zip.ts';

const mtime = new Date('2026-11-27T08:30:10Z');
const picture = Buffer.from(Array.from({ length: 600_000 }, (_, at) => (at * at) % 251));
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lectern-zip-'));
  writeFileSync(join(folder, 'picture.png'), picture);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const fewEntries: readonly FileEntry[] = [
  { name: 'mimetype', content: 'application/epub+zip', isPacked: true },
  { name: 'Étude/ноты.txt', content: 'la '.repeat(1000) },
  { name: 'empty.txt', content: '' },
];
const files = (): FileEntry[] => [
  { name: 'as-it-is.png', content: { path: join(folder, 'picture.png') }, isPacked: true },
  { name: 'packed.bin', content: { path: join(folder, 'picture.png') } },
];

async function bytesOf(entries: readonly FileEntry[], options: ZipOptions = { mtime }): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of zipOf(entries, options)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

describe('an archive', () => {
  it('holds texts and files under their names, packed or as they are, and says what it is at its end', async () => {
    const told: WrittenEntry[] = [];
    const options = { mtime, comment: 'of ours', written: (entry: WrittenEntry) => told.push(entry) };
    const bytes = await bytesOf([...fewEntries, ...files()], options);
    const found = unzipSync(bytes);
    const texts = Object.fromEntries(fewEntries.map(({ name }) => [name, strFromU8(found[name] ?? new Uint8Array(1))]));
    expect(texts).toEqual(Object.fromEntries(fewEntries.map(({ name, content }) => [name, content])));
    for (const { name } of files()) expect(picture.equals(found[name] ?? new Uint8Array())).toBe(true);
    // No field of ours comes between: so the first entry tells what the archive is.
    expect(bytes.subarray(30, 58).toString()).toBe('mimetypeapplication/epub+zip');
    expect(bytes.subarray(-7).toString()).toBe('of ours');
    const sha256 = createHash('sha256').update(picture).digest('hex');
    expect(told).toEqual(files().map(({ name }) => ({ name, bytes: picture.length, sha256 })));
  });

  it('takes more entries than the format once did', async () => {
    const many = 70_000;
    const entries = function* (): Generator<FileEntry> {
      for (let number = 0; number < many; number += 1) yield { name: `${number}.txt`, content: '', isPacked: true };
    };
    const path = join(folder, 'many.zip');
    await writeNewFile(path, zipOf(entries(), { mtime }));
    const opened = await openArchive(path);
    if (!opened.ok) throw new Error(opened.reason);
    expect(opened.archive.entries).toHaveLength(many);
    await opened.archive.close();
  }, 60_000);

  it.skipIf(spawnSync('unzip', ['-v']).status !== 0)('is found whole by another program', async () => {
    const path = join(folder, 'plain.zip');
    await writeNewFile(path, zipOf([...fewEntries, ...files()], { mtime }));
    const { status, stdout } = spawnSync('unzip', ['-t', path], { encoding: 'utf8' });
    expect([status, stdout]).toEqual([0, expect.stringContaining('No errors detected')]);
  });

  it('ends with the fault of what cannot be read', async () => {
    const gone = [{ name: 'a.png', content: { path: join(folder, 'gone.png') } }];
    await expect(bytesOf(gone)).rejects.toMatchObject({ code: 'ENOENT' });
    const isFolder = [{ name: 'a.png', content: { path: folder } }];
    await expect(bytesOf(isFolder)).rejects.toMatchObject({ code: 'EISDIR' });
  });

  it('takes no name that would leave the folder it is unpacked to', async () => {
    for (const name of ['../a.txt', '/a.txt', 'a/../../b.txt', 'c:a.txt', ''])
      await expect(bytesOf([{ name, content: '' }])).rejects.toThrow(/path/i);
  });
});

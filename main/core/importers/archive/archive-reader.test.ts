import {
  mkdtempSync,
  openSync,
  closeSync,
  ftruncateSync,
  writeSync,
  readFileSync,
  writeFileSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { InputFault } from '../input-fault.ts';
import { importFile } from '../services/test-helpers/import-fixture.ts';
import { archiveLimits, openArchive, type ArchiveLimits, type OpenedArchive } from './archive-reader.ts';
import { makeArchive } from './test-helpers/make-archive.ts';

const folder = mkdtempSync(join(tmpdir(), 'lectern-archive-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The texts of all entries, or why they cannot be had. */
async function contents(path: string, limits: ArchiveLimits = archiveLimits): Promise<Record<string, string> | string> {
  const opened: OpenedArchive = await openArchive(path, limits);
  if (!opened.ok) return opened.reason;
  const { archive } = opened;
  const read: Record<string, string> = {};
  for (const { name, fault } of archive.entries) {
    try {
      read[name] = fault ?? Buffer.from(await archive.bytes(name, 100_000_000)).toString();
    } catch (error) {
      if (!(error instanceof InputFault)) throw error;
      read[name] = error.message;
    }
  }
  await archive.close();
  return read;
}

/** Replaces bytes of one length wherever they stand: names, flags. */
function patched(path: string, name: string, ...changes: readonly (readonly [from: Buffer, to: Buffer])[]): string {
  const bytes = readFileSync(path);
  for (const [from, to] of changes) {
    for (let at = bytes.indexOf(from); at !== -1; at = bytes.indexOf(from, at + 1)) to.copy(bytes, at);
  }
  const patchedPath = join(folder, name);
  writeFileSync(patchedPath, bytes);
  return patchedPath;
}

const saying = (part: string): unknown => expect.stringContaining(part);
const text = (value: string) => Buffer.from(value, 'latin1');

describe('an archive', () => {
  it('gives its files by their names, packed or not, also in the form for large archives', async () => {
    const files = { 'a.txt': 'one', 'folder/ä.txt': 'zwei'.repeat(1000), 'empty.txt': '' };
    for (const options of [{}, { compress: false }, { forceZip64Format: true }])
      expect(await contents(await makeArchive(folder, 'plain.zip', files, options))).toEqual(files);
  });

  it('refuses names that lead out of it or to a place on the disk, and reads the others', async () => {
    const path = await makeArchive(folder, 'names.zip', {
      'aa/aa/slip.csv': 'x',
      'rooted/x.csv': 'y',
      'good.csv': 'z',
    });
    const slip = patched(
      path,
      'zip-slip-absolute-backslash.zip',
      [text('aa/aa/slip.csv'), text('..\\..\\slip.csv')],
      [text('rooted/x.csv'), text('/rooted/.csv')],
    );
    expect(await contents(slip)).toEqual({
      '../../slip.csv': 'Its name leads out of the archive.',
      '/rooted/.csv': 'Its name is that of a place on a disk, not of a file in an archive.',
      'good.csv': 'z',
    });
    const drive = patched(
      path,
      'drive-and-control-characters.zip',
      [text('rooted/x.csv'), text('C:/dir/x.csv')],
      [text('good.csv'), text('go\0d.csv')],
    );
    expect(await contents(drive)).toMatchObject({
      'C:/dir/x.csv': 'Its name is that of a place on a disk, not of a file in an archive.',
      'go\0d.csv': 'Its name is empty or holds control characters.',
    });
  });

  it('counts the first of two files of one name', async () => {
    const path = await makeArchive(folder, 'two.zip', { 'one.csv': '1', 'two.csv': '2' });
    expect(await contents(patched(path, 'duplicate-names.zip', [text('two.csv'), text('one.csv')]))).toEqual({
      'one.csv': '1',
      'one.csv (2)': 'The archive holds two files of this name; the first one counts.',
    });
  });

  it('says which file is encrypted, damaged, or packed in another way', async () => {
    const content = 'something that is in the archive, something that is in the archive';
    const stored = await makeArchive(folder, 'stored.zip', { 'a.csv': content }, { compress: false });
    const crc = patched(stored, 'crc-error.zip', [text('something'), text('SOMETHING')]);
    expect(await contents(crc)).toEqual({ 'a.csv': saying('its checksum is wrong') });

    const packed = readFileSync(await makeArchive(folder, 'packed.zip', { 'a.csv': content }));
    const central = packed.indexOf(text('PK\x01\x02'));
    const changed = async (name: string, change: (bytes: Buffer) => void) => {
      const bytes = Buffer.from(packed);
      change(bytes);
      writeFileSync(join(folder, name), bytes);
      return contents(join(folder, name));
    };
    expect(await changed('encrypted.zip', (bytes) => bytes.writeUInt16LE(1, central + 8))).toEqual({
      'a.csv': saying('It is encrypted.'),
    });
    expect(await changed('lzma.zip', (bytes) => bytes.writeUInt16LE(14, central + 10))).toEqual({
      'a.csv': 'It is packed in a way (14) that is not read here.',
    });
    expect(await changed('garbled-data.zip', (bytes) => bytes.fill(0xff, 40, 60))).toEqual({
      'a.csv': saying('It is damaged'),
    });
    expect(await changed('entry-beyond-the-end.zip', (bytes) => bytes.writeUInt32LE(0xfffffff0, central + 42))).toEqual(
      {
        'a.csv': saying('It is damaged'),
      },
    );
  });

  it('says that it is damaged when it is cut anywhere, or when its directory points to nowhere', async () => {
    const whole = readFileSync(
      await makeArchive(folder, 'whole.zip', { 'a.csv': 'a'.repeat(500), 'b.csv': 'b' }, { forceZip64Format: true }),
    );
    for (let length = 0; length < whole.length; length += 13) {
      writeFileSync(join(folder, 'truncated.zip'), whole.subarray(0, length));
      expect(await contents(join(folder, 'truncated.zip'))).toMatch(/^The archive is damaged or cut short \(/);
    }
    // The places of the directory, in the ordinary record and in that of large archives.
    const record = whole.indexOf(text('PK\x06\x06'));
    for (const offset of [0xffffffffffffffffn, 0x7fffffffffffffffn, 2n ** 53n, BigInt(whole.length)]) {
      const bytes = Buffer.from(whole);
      bytes.writeBigUInt64LE(offset, record + 48);
      writeFileSync(join(folder, 'directory-nowhere.zip'), bytes);
      expect(await contents(join(folder, 'directory-nowhere.zip'))).toMatch(/^The archive is damaged or cut short \(/);
    }
  });

  it('stops at a bomb while it unpacks, whatever the archive says of its sizes', async () => {
    const bomb = await makeArchive(folder, 'bomb.zip', { 'bomb.csv': Buffer.alloc(50_000_000) });
    expect(await contents(bomb)).toEqual({ 'bomb.csv': saying('made to do harm') });

    const bytes = readFileSync(bomb);
    bytes.writeUInt32LE(100, bytes.indexOf(text('PK\x01\x02')) + 24);
    writeFileSync(join(folder, 'bomb-that-says-100-bytes.zip'), bytes);
    expect(await contents(join(folder, 'bomb-that-says-100-bytes.zip'))).toEqual({
      'bomb.csv': saying('made to do harm'),
    });

    const many = await makeArchive(folder, 'many.zip', { a: 'aaaa', b: 'bbbb', c: 'cccc' });
    expect(await contents(many, { ...archiveLimits, entries: 2 })).toBe('The archive holds more than 2 files.');
    expect(await contents(many, { ...archiveLimits, entryBytes: 3 })).toMatchObject({
      a: saying('harm'),
    });
    expect(await contents(many, { ...archiveLimits, totalBytes: 9 })).toMatchObject({
      b: 'bbbb',
      c: saying('harm'),
    });
  });

  it('answers for four sparse gigabytes without reading them', async () => {
    const path = join(folder, 'sparse-4-gigabytes.zip');
    const file = openSync(path, 'w');
    writeSync(file, text('PK\x03\x04'));
    ftruncateSync(file, 4 * 1024 ** 3 + 10);
    closeSync(file);
    const before = process.memoryUsage().rss;
    expect(await importFile(path)).toMatchObject({
      records: [{ kind: 'failed', reason: saying('The archive is damaged or cut short') }],
    });
    expect(process.memoryUsage().rss - before).toBeLessThan(200_000_000);
  });

  it('opens no archive within it, and says so', async () => {
    const inner = readFileSync(await makeArchive(folder, 'inner.zip', { 'a.csv': 'a' }));
    const path = await makeArchive(folder, 'nested.zip', {
      'part_000000.csv': 'title,url,time_added,tags,status\na,https://a.example/,1688628695,,unread\n',
      'more/pocket.zip': inner,
    });
    expect((await importFile(path)).records).toMatchObject([
      { kind: 'article', input: 'nested.zip/part_000000.csv', row: 2 },
      {
        kind: 'no-content',
        input: 'nested.zip/more/pocket.zip',
        reason: saying('archive in the archive'),
      },
    ]);
  });
});

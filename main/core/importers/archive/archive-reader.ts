/**
 * A ZIP archive on the disk, read entry by entry as a stream. What it says of itself is not believed: sizes are counted
 * while unpacking, sums are checked, names never become paths. Archives in the archive are not opened.
 */
import { open, type FileHandle } from 'node:fs/promises';
import { promisify } from 'node:util';
import { crc32, createInflateRaw } from 'node:zlib';
import yauzl from 'yauzl';
import { InputFault } from '../input-fault.ts';
import { entryName, faultOfName } from './entry-names.ts';
import { FileReader } from './file-reader.ts';

export interface ArchiveLimits {
  readonly entries: number;
  /** In bytes, unpacked: of one entry, and of all that is read of one archive. */
  readonly entryBytes: number;
  readonly totalBytes: number;
  /** Unpacked to packed, beyond the first megabyte. Text reaches 20, deflate no more than 1,032. */
  readonly ratio: number;
}

export const archiveLimits: ArchiveLimits = {
  entries: 500_000,
  entryBytes: 8 * 1024 ** 3,
  totalBytes: 32 * 1024 ** 3,
  ratio: 200,
};

export interface ArchiveEntry {
  readonly name: string;
  /** Null for one that can be read, as far as can be told without reading it. */
  readonly fault: string | null;
}

export interface ArchiveReader {
  /** In the archive's order, without folders. Of one name only the first is without fault. */
  readonly entries: readonly ArchiveEntry[];
  /** Throws `InputFault`, at the beginning or in the middle. */
  read(name: string): AsyncIterable<Uint8Array>;
  /** Whole; throws `InputFault`, also for more than `limit` bytes. */
  bytes(name: string, limit: number): Promise<Uint8Array>;
  close(): Promise<void>;
}

export type OpenedArchive =
  { readonly ok: true; readonly archive: ArchiveReader } | { readonly ok: false; readonly reason: string };

/** A sentence instead of an archive that cannot be read; throws only what the file system throws. */
export async function openArchive(path: string, limits: ArchiveLimits = archiveLimits): Promise<OpenedArchive> {
  const handle = await open(path);
  try {
    const { size } = await handle.stat();
    const zip = await directoryOf(handle, size);
    const found = await readEntries(zip, limits);
    return { ok: true, archive: archiveOf(handle, zip, found, limits) };
  } catch (error) {
    await handle.close();
    if (error instanceof InputFault) return { ok: false, reason: error.message };
    if (isOfTheDisk(error)) throw error;
    return { ok: false, reason: `The archive is damaged or cut short (${messageOf(error)}). Get it again.` };
  }
}

type Found = ReadonlyMap<string, { readonly entry: yauzl.Entry; readonly fault: string | null }>;

async function directoryOf(handle: FileHandle, size: number): Promise<yauzl.ZipFile> {
  const reader = new FileReader(handle, size);
  const options = { autoClose: false, lazyEntries: true, decodeStrings: false, validateEntrySizes: false };
  const openReader = promisify<yauzl.RandomAccessReader, number, yauzl.Options, yauzl.ZipFile>(
    yauzl.fromRandomAccessReader,
  );
  return openReader(reader, size, options);
}

async function readEntries(zip: yauzl.ZipFile, limits: ArchiveLimits): Promise<Found> {
  const found = new Map<string, { entry: yauzl.Entry; fault: string | null }>();
  if (zip.entryCount > limits.entries) throw tooMany(limits);
  for await (const entry of zip.eachEntry()) {
    if (zip.entriesRead > limits.entries) throw tooMany(limits);
    const name = entryName(entry);
    if (name.endsWith('/')) continue;
    const isRepeated = found.has(name);
    const fault = isRepeated ? 'The archive holds two files of this name; the first one counts.' : faultOf(entry, name);
    found.set(isRepeated ? `${name} (${zip.entriesRead})` : name, { entry, fault });
  }
  return found;
}

function faultOf(entry: yauzl.Entry, name: string): string | null {
  if (entry.isEncrypted()) return 'It is encrypted. Unpack the archive with its password and import the folder.';
  if (!entry.canDecodeFileData()) return `It is packed in a way (${entry.compressionMethod}) that is not read here.`;
  return faultOfName(name);
}

function archiveOf(handle: FileHandle, zip: yauzl.ZipFile, found: Found, limits: ArchiveLimits): ArchiveReader {
  let total = 0;
  async function* read(name: string): AsyncGenerator<Uint8Array> {
    const { entry, fault } = found.get(name) ?? { entry: null, fault: `The archive holds no ${name}.` };
    if (entry === null || fault !== null) throw new InputFault(fault ?? '');
    let length = 0;
    let sum = 0;
    for await (const chunk of unpacked(zip, entry)) {
      length += chunk.length;
      total += chunk.length;
      sum = crc32(chunk, sum);
      const isBomb = length > 1024 * 1024 && length > entry.compressedSize * limits.ratio;
      if (isBomb || length > limits.entryBytes || total > limits.totalBytes)
        throw new InputFault('It unpacks to far more than any such file holds, as archives made to do harm do.');
      yield chunk;
    }
    if (length !== entry.uncompressedSize || sum !== entry.crc32)
      throw new InputFault('It is damaged: its checksum is wrong. What was read of it may be wrong. Get it again.');
  }
  return {
    entries: [...found].map(([name, { fault }]) => ({ name, fault })),
    read,
    bytes: async (name, limit) => {
      const chunks: Uint8Array[] = [];
      let length = 0;
      for await (const chunk of read(name)) {
        length += chunk.length;
        if (length > limit) throw new InputFault(`It is larger than ${Math.round(limit / 1024 ** 2)} MB.`);
        chunks.push(chunk);
      }
      return Buffer.concat(chunks);
    },
    close: () => handle.close(),
  };
}

/** The bytes of an entry; faults of the archive are `InputFault`s. */
async function* unpacked(zip: yauzl.ZipFile, entry: yauzl.Entry): AsyncGenerator<Uint8Array> {
  try {
    const raw = await zip.openReadStreamPromise(entry, { decodeFileData: false });
    if (entry.compressionMethod === 0) {
      yield* raw as AsyncIterable<Buffer>; // without an encoding it gives bytes
      return;
    }
    const inflate = createInflateRaw();
    raw.on('error', (error) => inflate.destroy(error));
    raw.pipe(inflate);
    try {
      yield* inflate as AsyncIterable<Buffer>; // as above
    } finally {
      raw.destroy();
    }
  } catch (error) {
    if (error instanceof InputFault || isOfTheDisk(error)) throw error;
    throw new InputFault(`It is damaged or cut short (${messageOf(error)}). Get it again.`);
  }
}

function tooMany(limits: ArchiveLimits): InputFault {
  return new InputFault(`The archive holds more than ${limits.entries.toLocaleString('en-GB')} files.`);
}

/** What the system says of reading, and not zlib or yauzl of what was read. */
function isOfTheDisk(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message.replace(/\.$/, '') : String(error);
}

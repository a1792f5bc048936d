/**
 * A ZIP archive as a stream, of any size: an entry is read when it is its turn, and no more of it than is taken. Of a file
 * nothing is known before it has been read, so its checksum and sizes follow its bytes; zip64 stands where it takes it.
 */
import { createHash, type Hash } from 'node:crypto';
import { createReadStream, statSync } from 'node:fs';
import { pipeline } from 'node:stream';
import { constants, crc32, createDeflateRaw, deflateRawSync } from 'node:zlib';
import { dataDescriptor, directoryEntry, directoryEnd, localHeader, needsWide, type ZipRecord } from './zip-records.ts';

/** A file in an archive or a folder: its name with slashes, and its bytes or where they lie. */
export interface FileEntry {
  readonly name: string;
  readonly content: string | { readonly path: string };
  /** Of what does not get smaller by packing. */
  readonly isPacked?: boolean;
}

/** What was read of a file while it was put in. */
export interface WrittenEntry {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

export interface ZipOptions {
  readonly mtime: Date;
  /** Stands at the very end, so that an archive of ours is known. */
  readonly comment?: string;
  /** Packs less, in a fraction of the time. */
  readonly isFast?: boolean;
  /** Told of every file, before the next entry is asked for. */
  readonly written?: (entry: WrittenEntry) => void;
}

const chunkBytes = 1 << 18;

/** Throws what reading an entry throws. */
export async function* zipOf(
  entries: Iterable<FileEntry>,
  { mtime, comment = '', isFast = false, written }: ZipOptions,
): AsyncGenerator<Uint8Array> {
  const level = isFast ? constants.Z_BEST_SPEED : constants.Z_DEFAULT_COMPRESSION;
  const records: ZipRecord[] = [];
  let at = 0;
  const count = (bytes: Buffer): Buffer => {
    at += bytes.length;
    return bytes;
  };
  for (const { name, content, isPacked = false } of entries) {
    const record = { name: nameOf(name), mtime, isDeflated: !isPacked, offset: at };
    if (typeof content === 'string') {
      const bytes = Buffer.from(content);
      const packed = isPacked ? bytes : deflateRawSync(bytes, { level });
      const known = { ...record, crc: crc32(bytes), size: bytes.length, packedSize: packed.length, isStreamed: false };
      yield count(localHeader({ ...known, isWide: false }));
      yield count(packed);
      records.push({ ...known, isWide: needsWide(known) });
      continue;
    }
    // A file may have grown since: half of what takes wide sizes is near enough.
    const streamed = { ...record, isStreamed: true, isWide: statSync(content.path).size > 0x7fff_ffff };
    yield count(localHeader({ ...streamed, crc: 0, size: 0, packedSize: 0 }));
    const begin = at;
    const read = { crc: 0, size: 0, hash: written === undefined ? null : createHash('sha256') };
    for await (const chunk of packedBytes(content.path, read, isPacked ? null : level)) yield count(chunk);
    const full = { ...streamed, crc: read.crc, size: read.size, packedSize: at - begin };
    yield count(dataDescriptor(full));
    records.push({ ...full, isWide: full.isWide || needsWide(full) });
    if (read.hash !== null) written?.({ name, bytes: read.size, sha256: read.hash.digest('hex') });
  }
  const begin = at;
  for (const record of records) yield count(directoryEntry(record));
  yield directoryEnd(records.length, begin, at - begin, comment);
}

interface Reading {
  crc: number;
  size: number;
  readonly hash: Hash | null;
}

/** Those of a file, as they come to stand in the archive; `reading` counts what they were. */
function packedBytes(path: string, reading: Reading, level: number | null): AsyncIterable<Buffer> {
  const counted = async function* (): AsyncGenerator<Buffer> {
    // A stream without an encoding gives bytes.
    for await (const chunk of createReadStream(path, { highWaterMark: chunkBytes }) as AsyncIterable<Buffer>) {
      reading.hash?.update(chunk);
      reading.crc = crc32(chunk, reading.crc);
      reading.size += chunk.length;
      yield chunk;
    }
  };
  if (level === null) return counted();
  // A fault of reading ends the stream with it, and is thrown to whoever takes the bytes.
  return pipeline(counted(), createDeflateRaw({ level, chunkSize: chunkBytes }), () => undefined);
}

/** Names are ours; one that would leave the folder it is unpacked to is a bug. */
function nameOf(name: string): Buffer {
  if (name === '' || /^\/|^[a-z]:|\\|(?:^|\/)\.\.(?:\/|$)/i.test(name))
    throw new Error(`“${name}” cannot name an entry`);
  return Buffer.from(name);
}

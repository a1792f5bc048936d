/**
 * Writes a ZIP file of any size, entry after entry as a stream, with zip64 where it takes it. Nothing is known of an entry
 * before it has been read, so its header is written over once it has; what is written therefore has to be a file of the disk.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, crc32, createDeflateRaw } from 'node:zlib';

export interface WrittenEntry {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

export interface ZipWriter {
  /** `deflated` for what gets smaller by it. Calls do not overlap. */
  addFile(name: string, path: string, deflated: boolean): Promise<WrittenEntry>;
  addBytes(name: string, bytes: Uint8Array): Promise<WrittenEntry>;
  /** Writes the directory and brings all of it to the disk. */
  finish(): Promise<void>;
  /** Closes the file as it is. */
  abandon(): Promise<void>;
}

interface Entry {
  readonly name: Buffer;
  readonly offset: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly method: number;
}

const stored = 0;
const deflate = 8;
const utf8Names = 0x0800;
const large = 0xffff_ffff;
const localLength = 30;
/** Room in every header for sizes of eight bytes. */
const wideLength = 20;
const chunkBytes = 1 << 18;

export async function createZip(path: string, madeAt: Date): Promise<ZipWriter> {
  const file = await open(path, 'wx');
  const stamp = dosTime(madeAt);
  const entries: Entry[] = [];
  let at = 0;

  const append = async (bytes: Uint8Array): Promise<void> => {
    await writeAll(file, bytes, at);
    at += bytes.length;
  };

  const add = async (name: string, content: Readable, deflated: boolean): Promise<WrittenEntry> => {
    const offset = at;
    const nameBytes = Buffer.from(name);
    at += localLength + nameBytes.length + wideLength;
    const begin = at;
    const hash = createHash('sha256');
    let crc = 0;
    let size = 0;
    const counted = async function* (): AsyncGenerator<Buffer> {
      for await (const chunk of content as AsyncIterable<Buffer>) {
        // A stream without an encoding gives bytes.
        hash.update(chunk);
        crc = crc32(chunk, crc);
        size += chunk.length;
        yield chunk;
      }
    };
    const write = async (packed: AsyncIterable<Buffer>): Promise<void> => {
      for await (const chunk of packed) await append(chunk);
    };
    if (deflated) {
      const deflating = createDeflateRaw({ level: constants.Z_BEST_SPEED, chunkSize: chunkBytes });
      await pipeline(counted(), deflating, write);
    } else await write(counted());
    const entry = { name: nameBytes, offset, crc, packed: at - begin, size, method: deflated ? deflate : stored };
    await writeAll(file, localHeader(entry, stamp), offset);
    entries.push(entry);
    return { name, bytes: size, sha256: hash.digest('hex') };
  };

  return {
    addFile: (name, source, deflated) => add(name, createReadStream(source, { highWaterMark: chunkBytes }), deflated),
    addBytes: (name, bytes) => add(name, Readable.from([Buffer.from(bytes)]), true),
    finish: async () => {
      const begin = at;
      for (const entry of entries) await append(directoryEntry(entry, stamp));
      await append(endOfDirectory(entries.length, begin, at - begin));
      await file.sync();
      await file.close();
    },
    abandon: () => file.close(),
  };
}

async function writeAll(file: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  for (let written = 0; written < bytes.length;) {
    const { bytesWritten } = await file.write(bytes, written, bytes.length - written, position + written);
    written += bytesWritten;
  }
}

function localHeader({ name, crc, packed, size, method }: Entry, stamp: number): Buffer {
  const bytes = Buffer.alloc(localLength + name.length + wideLength);
  bytes.writeUInt32LE(0x0403_4b50, 0);
  writeCommon(bytes, 4, method, stamp, crc);
  bytes.writeUInt32LE(large, 18);
  bytes.writeUInt32LE(large, 22);
  bytes.writeUInt16LE(name.length, 26);
  bytes.writeUInt16LE(wideLength, 28);
  name.copy(bytes, localLength);
  wideField(size, packed).copy(bytes, localLength + name.length);
  return bytes;
}

function directoryEntry({ name, offset, crc, packed, size, method }: Entry, stamp: number): Buffer {
  const wide = wideField(size, packed, offset);
  const bytes = Buffer.alloc(46);
  bytes.writeUInt32LE(0x0201_4b50, 0);
  bytes.writeUInt16LE(45, 4);
  writeCommon(bytes, 6, method, stamp, crc);
  bytes.writeUInt32LE(large, 20);
  bytes.writeUInt32LE(large, 24);
  bytes.writeUInt16LE(name.length, 28);
  bytes.writeUInt16LE(wide.length, 30);
  bytes.writeUInt32LE(large, 42);
  return Buffer.concat([bytes, name, wide]);
}

/** Version needed, flags, method, time, checksum: the same in both headers. */
function writeCommon(bytes: Buffer, at: number, method: number, stamp: number, crc: number): void {
  bytes.writeUInt16LE(45, at);
  bytes.writeUInt16LE(utf8Names, at + 2);
  bytes.writeUInt16LE(method, at + 4);
  bytes.writeUInt32LE(stamp, at + 6);
  bytes.writeUInt32LE(crc, at + 10);
}

function wideField(...numbers: number[]): Buffer {
  const bytes = Buffer.alloc(4 + numbers.length * 8);
  bytes.writeUInt16LE(1, 0);
  bytes.writeUInt16LE(numbers.length * 8, 2);
  for (const [index, number] of numbers.entries()) bytes.writeBigUInt64LE(BigInt(number), 4 + index * 8);
  return bytes;
}

function endOfDirectory(count: number, offset: number, length: number): Buffer {
  const wide = Buffer.alloc(56);
  wide.writeUInt32LE(0x0606_4b50, 0);
  wide.writeBigUInt64LE(44n, 4);
  wide.writeUInt16LE(45, 12);
  wide.writeUInt16LE(45, 14);
  for (const at of [24, 32]) wide.writeBigUInt64LE(BigInt(count), at);
  wide.writeBigUInt64LE(BigInt(length), 40);
  wide.writeBigUInt64LE(BigInt(offset), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x0706_4b50, 0);
  locator.writeBigUInt64LE(BigInt(offset + length), 8);
  locator.writeUInt32LE(1, 16);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x0605_4b50, 0);
  for (const at of [8, 10]) end.writeUInt16LE(0xffff, at);
  for (const at of [12, 16]) end.writeUInt32LE(large, at);
  return Buffer.concat([wide, locator, end]);
}

/** In UTC: the format knows no zones. */
function dosTime(time: Date): number {
  const date = ((time.getUTCFullYear() - 1980) << 9) | ((time.getUTCMonth() + 1) << 5) | time.getUTCDate();
  const clock = (time.getUTCHours() << 11) | (time.getUTCMinutes() << 5) | (time.getUTCSeconds() >> 1);
  return ((date << 16) | clock) >>> 0;
}

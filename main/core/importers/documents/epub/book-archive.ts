/**
 * The ZIP container of a book that is in memory: read part by part when it is asked for, so that a chapter's pictures need
 * no waiting. What a part claims to be in size is checked before it is unpacked and held to while it is.
 */
import { inflateRawSync } from 'node:zlib';

export interface BookArchive {
  readonly names: readonly string[];
  /** Null for what is not there, is damaged, encrypted, or larger than the limits. */
  readonly read: (name: string) => Uint8Array | null;
}

const mostEntries = 20_000;
const largestPart = 64 * 1024 * 1024;
const largestBook = 1024 * 1024 * 1024;
const highestRatio = 300;

interface Entry {
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  readonly at: number;
  readonly isEncrypted: boolean;
}

/** A sentence if it is no archive that can be read. */
export function openBookArchive(bytes: Uint8Array): BookArchive | string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = readDirectory(buffer);
  if (entries === null) return 'The file is cut short or damaged: its table of contents is missing. Get it again.';
  const total = [...entries.values()].reduce((sum, { size }) => sum + size, 0);
  if (entries.size > mostEntries || total > largestBook)
    return 'The book unpacks to more than 20,000 files or a gigabyte, which no book does.';
  return {
    names: [...entries.keys()],
    read: (name) => {
      const entry = entries.get(name);
      return entry === undefined ? null : unpack(buffer, entry);
    },
  };
}

/** The central directory, found from the end. Of two entries of one name the first counts. */
function readDirectory(buffer: Buffer): Map<string, Entry> | null {
  const end = buffer.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end === -1 || end + 22 > buffer.length) return null;
  const entries = new Map<string, Entry>();
  let at = buffer.readUInt32LE(end + 16);
  for (let count = buffer.readUInt16LE(end + 10); count > 0; count -= 1) {
    if (at + 46 > buffer.length || buffer.readUInt32LE(at) !== 0x02014b50) break;
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => buffer.readUInt16LE(at + offset));
    const nameEnd = at + 46 + (nameLength ?? 0);
    const name = buffer.toString('utf8', at + 46, nameEnd);
    if (!entries.has(name) && !name.endsWith('/')) {
      entries.set(name, {
        method: buffer.readUInt16LE(at + 10),
        packed: buffer.readUInt32LE(at + 20),
        size: buffer.readUInt32LE(at + 24),
        at: buffer.readUInt32LE(at + 42),
        isEncrypted: (buffer.readUInt16LE(at + 8) & 1) === 1,
      });
    }
    at = nameEnd + (extraLength ?? 0) + (commentLength ?? 0);
  }
  return entries.size === 0 ? null : entries;
}

function unpack(buffer: Buffer, { method, packed, size, at, isEncrypted }: Entry): Uint8Array | null {
  const isBomb = size > largestPart || (size > 1_000_000 && size > packed * highestRatio);
  if (isEncrypted || isBomb || at + 30 > buffer.length || buffer.readUInt32LE(at) !== 0x04034b50) return null;
  const start = at + 30 + buffer.readUInt16LE(at + 26) + buffer.readUInt16LE(at + 28);
  const data = buffer.subarray(start, start + packed);
  if (method === 0) return data;
  if (method !== 8) return null;
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(size, 1) });
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null; // zlib's own: damaged, or more than it claims to be
    throw error;
  }
}

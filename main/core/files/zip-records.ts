/** The records of a ZIP archive as bytes. Sizes are of 32 bits, and of 64 only where they have to be: not all readers know those. */

export interface ZipRecord {
  readonly name: Buffer;
  readonly mtime: Date;
  readonly isDeflated: boolean;
  /** Checksum and sizes follow the bytes; before them they are zero. */
  readonly isStreamed: boolean;
  /** Has sizes of 64 bits. */
  readonly isWide: boolean;
  /** Where its local header begins. */
  readonly offset: number;
  readonly crc: number;
  readonly size: number;
  readonly packedSize: number;
}

/** In place of a number that stands in the wide field. */
const large = 0xffff_ffff;
const sizesFollow = 0x0008;
const utf8Names = 0x0800;
/** 4.5, the first version that knows zip64. */
const wideVersion = 45;
/** Unix, whose file modes are told; by version 6.3 of the format. */
const madeBy = 0x033f;
/** A plain file, `rw-r--r--`. */
const plainFile = 0o100644;

export function needsWide({ size, packedSize, offset }: Pick<ZipRecord, 'size' | 'packedSize' | 'offset'>): boolean {
  return Math.max(size, packedSize, offset) >= large;
}

export function localHeader(record: ZipRecord): Buffer {
  const { name, isWide, size, packedSize } = record;
  const wide = isWide ? wideField(size, packedSize) : Buffer.alloc(0);
  const bytes = Buffer.alloc(30);
  bytes.writeUInt32LE(0x0403_4b50, 0);
  writeCommon(bytes, 4, record);
  bytes.writeUInt16LE(name.length, 26);
  bytes.writeUInt16LE(wide.length, 28);
  return Buffer.concat([bytes, name, wide]);
}

/** What follows the bytes of a streamed entry. */
export function dataDescriptor({ isWide, crc, size, packedSize }: ZipRecord): Buffer {
  const bytes = Buffer.alloc(isWide ? 24 : 16);
  bytes.writeUInt32LE(0x0807_4b50, 0);
  bytes.writeUInt32LE(crc, 4);
  if (isWide) {
    bytes.writeBigUInt64LE(BigInt(packedSize), 8);
    bytes.writeBigUInt64LE(BigInt(size), 16);
  } else {
    bytes.writeUInt32LE(packedSize, 8);
    bytes.writeUInt32LE(size, 12);
  }
  return bytes;
}

export function directoryEntry(record: ZipRecord): Buffer {
  const { name, mtime, isWide, offset, size, packedSize } = record;
  const extra = Buffer.concat([timeField(mtime), ...(isWide ? [wideField(size, packedSize, offset)] : [])]);
  const bytes = Buffer.alloc(46);
  bytes.writeUInt32LE(0x0201_4b50, 0);
  bytes.writeUInt16LE(madeBy, 4);
  writeCommon(bytes, 6, record);
  bytes.writeUInt16LE(name.length, 28);
  bytes.writeUInt16LE(extra.length, 30);
  bytes.writeUInt32LE((plainFile << 16) >>> 0, 38);
  bytes.writeUInt32LE(isWide ? large : offset, 42);
  return Buffer.concat([bytes, name, extra]);
}

/** What stands behind the directory of all entries, which begins at `offset`. */
export function directoryEnd(count: number, offset: number, length: number, comment: string): Buffer {
  const words = Buffer.from(comment);
  const isWide = count >= 0xffff || Math.max(offset, length) >= large;
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x0605_4b50, 0);
  for (const at of [8, 10]) end.writeUInt16LE(isWide ? 0xffff : count, at);
  end.writeUInt32LE(isWide ? large : length, 12);
  end.writeUInt32LE(isWide ? large : offset, 16);
  end.writeUInt16LE(words.length, 20);
  return Buffer.concat([...(isWide ? [wideEnd(count, offset, length)] : []), end, words]);
}

function wideEnd(count: number, offset: number, length: number): Buffer {
  const end = Buffer.alloc(56);
  end.writeUInt32LE(0x0606_4b50, 0);
  end.writeBigUInt64LE(44n, 4);
  end.writeUInt16LE(madeBy, 12);
  end.writeUInt16LE(wideVersion, 14);
  for (const at of [24, 32]) end.writeBigUInt64LE(BigInt(count), at);
  end.writeBigUInt64LE(BigInt(length), 40);
  end.writeBigUInt64LE(BigInt(offset), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x0706_4b50, 0);
  locator.writeBigUInt64LE(BigInt(offset + length), 8);
  locator.writeUInt32LE(1, 16);
  return Buffer.concat([end, locator]);
}

/** Version needed, flags, method, time, checksum, sizes: the same in both headers but for what is not known before. */
function writeCommon(bytes: Buffer, at: number, record: ZipRecord): void {
  const { mtime, isDeflated, isStreamed, isWide, crc, size, packedSize } = record;
  bytes.writeUInt16LE(isWide ? wideVersion : 20, at);
  bytes.writeUInt16LE(utf8Names | (isStreamed ? sizesFollow : 0), at + 2);
  bytes.writeUInt16LE(isDeflated ? 8 : 0, at + 4);
  bytes.writeUInt32LE(dosTime(mtime), at + 6);
  bytes.writeUInt32LE(crc, at + 10);
  bytes.writeUInt32LE(isWide ? large : packedSize, at + 14);
  bytes.writeUInt32LE(isWide ? large : size, at + 18);
}

function wideField(...numbers: number[]): Buffer {
  const bytes = Buffer.alloc(4 + numbers.length * 8);
  bytes.writeUInt16LE(1, 0);
  bytes.writeUInt16LE(numbers.length * 8, 2);
  for (const [index, number] of numbers.entries()) bytes.writeBigUInt64LE(BigInt(number), 4 + index * 8);
  return bytes;
}

/** Seconds since 1970, for readers that know of time zones. */
function timeField(time: Date): Buffer {
  const bytes = Buffer.alloc(9);
  bytes.writeUInt16LE(0x5455, 0);
  bytes.writeUInt16LE(5, 2);
  bytes.writeUInt8(1, 4);
  bytes.writeInt32LE(Math.floor(time.getTime() / 1000), 5);
  return bytes;
}

/** In UTC, since this field knows no zones: so the same archive has the same bytes everywhere. */
function dosTime(time: Date): number {
  const date = ((time.getUTCFullYear() - 1980) << 9) | ((time.getUTCMonth() + 1) << 5) | time.getUTCDate();
  const clock = (time.getUTCHours() << 11) | (time.getUTCMinutes() << 5) | (time.getUTCSeconds() >> 1);
  return ((date << 16) | clock) >>> 0;
}

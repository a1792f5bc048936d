/**
 * The file of a segment: a header, then sections of plain bytes, each beginning at a multiple of eight so that it can be
 * looked at as a typed array where it lies (little-endian, as every machine that Electron runs on).
 *
 *     magic "LSEG", version, number of sections, CRC-32 of the table
 *     the table: for each section its place, its length and its CRC-32
 *     the sections
 *
 * Every byte is under a checksum: the table's own, the sections', and the gaps between them, which are zero.
 */
import { crc32 } from 'node:zlib';

const magic = 0x4745_534c; // "LSEG"
/** Changes with the layout of any section, and whenever the analysis changes what the terms are. */
export const segmentVersion = 3;

export const sectionNames = [
  'counts',
  'terms',
  'termBlocks',
  'termLengths',
  'postings',
  'postingPlaces',
  'fieldLengths',
  'ids',
  'idPlaces',
  'strings',
  'columns',
  'tags',
  'tagPlaces',
  'vectors',
  'vectorPlaces',
] as const;
export type SectionName = (typeof sectionNames)[number];
export type Sections = Readonly<Record<SectionName, Uint8Array>>;

const headerBytes = 16;
const entryBytes = 12;
const alignment = 8;

/** What was read is no segment of this version, or not as it was written. */
export class DamagedSegment extends Error {
  constructor(what: string) {
    super(`This part of the index ${what}.`);
    this.name = 'DamagedSegment';
  }
}

export function encodeSections(sections: Sections): Uint8Array {
  const tableEnd = headerBytes + sectionNames.length * entryBytes;
  const places: number[] = [];
  let end = aligned(tableEnd);
  for (const name of sectionNames) {
    places.push(end);
    end = aligned(end + sections[name].length);
  }
  const file = new Uint8Array(end);
  const view = new DataView(file.buffer);
  sectionNames.forEach((name, index) => {
    const place = places[index] ?? 0;
    const bytes = sections[name];
    file.set(bytes, place);
    const entry = headerBytes + index * entryBytes;
    view.setUint32(entry, place, true);
    view.setUint32(entry + 4, bytes.length, true);
    view.setUint32(entry + 8, crc32(bytes), true);
  });
  view.setUint32(0, magic, true);
  view.setUint32(4, segmentVersion, true);
  view.setUint32(8, sectionNames.length, true);
  view.setUint32(12, tableCheck(file, tableEnd), true);
  return file;
}

/** Views into `file`, or into a copy of it if it lies where typed arrays cannot. Throws `DamagedSegment`. */
export function decodeSections(given: Uint8Array): Sections {
  const file = given.byteOffset % alignment === 0 ? given : new Uint8Array(given);
  const tableEnd = headerBytes + sectionNames.length * entryBytes;
  if (file.length < tableEnd) throw new DamagedSegment('is cut short');
  const view = new DataView(file.buffer, file.byteOffset, file.length);
  if (view.getUint32(0, true) !== magic) throw new DamagedSegment('is no index');
  if (view.getUint32(4, true) !== segmentVersion) throw new DamagedSegment('was written by another version');
  if (view.getUint32(8, true) !== sectionNames.length || view.getUint32(12, true) !== tableCheck(file, tableEnd))
    throw new DamagedSegment('has been changed since it was written');

  let end = tableEnd;
  const found = sectionNames.map((name, index) => {
    const entry = headerBytes + index * entryBytes;
    const place = view.getUint32(entry, true);
    const length = view.getUint32(entry + 4, true);
    if (place + length > file.length) throw new DamagedSegment('is cut short');
    const bytes = file.subarray(place, place + length);
    if (crc32(bytes) !== view.getUint32(entry + 8, true) || !isZero(file, end, place))
      throw new DamagedSegment('has been changed since it was written');
    end = place + length;
    return [name, bytes] as const;
  });
  if (file.length !== aligned(end) || !isZero(file, end, file.length))
    throw new DamagedSegment('has been changed since it was written');
  return Object.fromEntries(found) as Sections; // one for each of the names
}

function tableCheck(file: Uint8Array, tableEnd: number): number {
  return crc32(file.subarray(headerBytes, tableEnd), crc32(file.subarray(0, 12)));
}

function isZero(file: Uint8Array, from: number, to: number): boolean {
  return file.subarray(from, to).every((byte) => byte === 0);
}

function aligned(place: number): number {
  return Math.ceil(place / alignment) * alignment;
}

/** The bytes of typed arrays, as they lie. */
export function bytesOf(array: Uint32Array | Int32Array | Uint16Array | Uint8Array): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}

export function asUint32(bytes: Uint8Array): Uint32Array {
  return new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length >> 2);
}

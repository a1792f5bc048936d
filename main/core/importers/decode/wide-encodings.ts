/** Encodings of two and four bytes a letter: known by their mark, or by the zeros between Latin letters. */

type Wide = 'utf-8' | 'utf-16le' | 'utf-16be' | 'utf-32le' | 'utf-32be';

const marks: readonly (readonly [Wide, readonly number[]])[] = [
  ['utf-32le', [0xff, 0xfe, 0, 0]],
  ['utf-32be', [0, 0, 0xfe, 0xff]],
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

export function wideEncoding(bytes: Uint8Array): { encoding: Wide; evidence: 'bom' | 'bytes' } | null {
  for (const [encoding, mark] of marks)
    if (mark.every((byte, index) => bytes[index] === byte)) return { encoding, evidence: 'bom' };
  const without = withoutMark(bytes.subarray(0, 4000));
  return without === null ? null : { encoding: without, evidence: 'bytes' };
}

/** Markup, spaces and digits are ASCII in every language: every second byte of some of them is zero, on one side only. */
function withoutMark(bytes: Uint8Array): Wide | null {
  const zeros = [0, 0, 0, 0];
  for (const [index, byte] of bytes.entries()) if (byte === 0) zeros[index % 4] = (zeros[index % 4] ?? 0) + 1;
  const [a = 0, b = 0, c = 0, d = 0] = zeros;
  const units = bytes.length / 4;
  if (units < 2) return null;
  if (Math.min(c, d) > units * 0.7 && a < units * 0.1) return 'utf-32le';
  if (Math.min(a, b) > units * 0.7 && d < units * 0.1) return 'utf-32be';
  const [even, odd] = [(a + c) / (units * 2), (b + d) / (units * 2)];
  if (odd > 0.05 && even < odd / 10) return 'utf-16le';
  return even > 0.05 && odd < even / 10 ? 'utf-16be' : null;
}

/** What is no letter of Unicode is replaced. */
export function decodeUtf32(bytes: Uint8Array, encoding: string): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: string[] = [];
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    const point = view.getUint32(at, encoding === 'utf-32le');
    const isLetter = point <= 0x10ffff && (point < 0xd800 || point > 0xdfff);
    parts.push(isLetter ? String.fromCodePoint(point) : '\uFFFD');
  }
  return parts.join('');
}

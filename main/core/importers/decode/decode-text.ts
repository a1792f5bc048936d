/**
 * Bytes to text, whatever they are in and whatever they say they are in. A byte order mark is believed; so are bytes that
 * are UTF-8, for no text in another encoding looks so by chance; then what was said with the file, what the file says,
 * and at last what its bytes look like. Bytes that the encoding does not have are replaced and counted, never dropped.
 */
import { guessEncoding } from './guess-encoding.ts';
import { knownEncoding } from './known-encoding.ts';
import { declaredEncoding } from './prescan.ts';
import { decodeUtf32, wideEncoding } from './wide-encodings.ts';

export interface DecodedText {
  readonly text: string;
  /** By its name in the Encoding Standard, or `utf-32le`, `utf-32be`. */
  readonly encoding: string;
  readonly evidence: 'bom' | 'bytes' | 'header' | 'declaration' | 'detector';
  /** Places where bytes had no meaning and U+FFFD stands. */
  readonly replaced: number;
}

interface Choice {
  readonly encoding: string;
  readonly evidence: DecodedText['evidence'];
}

/** `headerLabel` is what came with the file: the charset of an HTTP header or of a part of an archive. */
export function decodeText(bytes: Uint8Array, headerLabel: string | null = null): DecodedText {
  const { encoding, evidence } = choose(bytes, headerLabel);
  const text = encoding.startsWith('utf-32') ? decodeUtf32(bytes, encoding) : new TextDecoder(encoding).decode(bytes);
  return { text: text.replace(/^\uFEFF/, ''), encoding, evidence, replaced: count(text) };
}

function choose(bytes: Uint8Array, headerLabel: string | null): Choice {
  const wide = wideEncoding(bytes);
  if (wide !== null) return wide;
  const utf8 = measureUtf8(bytes);
  const stated: Choice[] = [];
  const header = headerLabel === null ? null : knownEncoding(headerLabel);
  const declared = declaredEncoding(bytes);
  if (header !== null) stated.push({ encoding: header, evidence: 'header' });
  if (declared !== null) stated.push({ encoding: declared, evidence: 'declaration' });

  if (utf8.sequences === 0 && utf8.faults === 0) return asciiChoice(bytes, stated);
  const isSaid = stated.some(({ encoding }) => encoding === 'utf-8');
  if (utf8.faults === 0 && (utf8.sequences >= 4 || isSaid || stated.length === 0))
    return { encoding: 'utf-8', evidence: 'bytes' };
  // A page put together of several, or cut within a letter.
  if (utf8.sequences > utf8.faults * 10) return { encoding: 'utf-8', evidence: 'bytes' };

  for (const choice of stated) if (choice.encoding !== 'utf-8' && fits(bytes, choice.encoding)) return choice;
  const guess = guessEncoding(bytes);
  if (guess !== null) return { encoding: guess, evidence: 'detector' };
  return stated.find(({ encoding }) => encoding !== 'utf-8') ?? { encoding: 'windows-1252', evidence: 'detector' };
}

/** Letters of ASCII alone, which may be the escapes of an encoding made of them. */
function asciiChoice(bytes: Uint8Array, stated: readonly Choice[]): Choice {
  const escaped = /\x1B\$[@B]|\x1B\(J/.test(Buffer.from(bytes.subarray(0, 65_536)).toString('latin1')); // eslint-disable-line no-control-regex -- they are what is looked for
  if (escaped) return { encoding: 'iso-2022-jp', evidence: 'bytes' };
  return stated.find(({ encoding }) => encoding !== 'replacement') ?? { encoding: 'utf-8', evidence: 'bytes' };
}

/** Whether next to nothing in the bytes is without meaning in the encoding. */
function fits(bytes: Uint8Array, encoding: string): boolean {
  if (encoding === 'replacement') return false;
  const text = new TextDecoder(encoding).decode(bytes);
  return count(text) <= text.length / 1000;
}

function count(text: string): number {
  let found = 0;
  for (let at = text.indexOf('\uFFFD'); at !== -1; at = text.indexOf('\uFFFD', at + 1)) found += 1;
  return found;
}

/** Sound sequences of more than one byte, and bytes that are part of none. A cut at the end is none. */
function measureUtf8(bytes: Uint8Array): { sequences: number; faults: number } {
  let sequences = 0;
  let faults = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) continue;
    const length =
      lead >= 0xc2 && lead < 0xe0 ? 1 : lead >= 0xe0 && lead < 0xf0 ? 2 : lead >= 0xf0 && lead < 0xf5 ? 3 : 0;
    let seen = 0;
    while (seen < length && ((bytes[at + seen + 1] ?? 0) & 0xc0) === 0x80) seen += 1;
    const isCut = at + length >= bytes.length && at + seen + 1 >= bytes.length;
    if (length > 0 && seen === length) sequences += 1;
    else if (length === 0 || !isCut) faults += 1;
    at += seen;
  }
  return { sequences, faults };
}

/** By what a text is known again: a digest of its letters for the same text, a simhash for nearly the same. */
import { createHash } from 'node:crypto';

/** Shorter texts ("Please enable JavaScript") stand on many pages that have nothing to do with one another. */
const leastWords = 25;

/** The words of a text without case and punctuation. */
export function plainWords(blocks: readonly string[]): string[] {
  return (
    blocks
      .join('\n')
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  );
}

/** Null for a text too short to tell. */
export function textDigest(words: readonly string[]): string | null {
  const text = words.join(' ');
  // Text without spaces comes in few long words.
  if (words.length < leastWords && text.length < 6 * leastWords) return null;
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}

/**
 * Texts that differ in few places differ in few bits. Over pairs of neighbouring words, so that the order counts. Null
 * where `textDigest` is.
 */
export function simhash(words: readonly string[]): bigint | null {
  if (words.length < leastWords) return null;
  // How often each half byte of the hash has each of its 16 values: adding up single bits takes three times as long.
  const seen = new Int32Array(16 * 16);
  let last = 0;
  for (const word of words) {
    const own = hashOf(word);
    const low = mixed(own ^ Math.imul(last, 0x9e3779b1));
    const high = mixed(low ^ 0x85ebca6b);
    for (let part = 0; part < 8; part += 1) {
      count(seen, part, low >>> (part * 4));
      count(seen, part + 8, high >>> (part * 4));
    }
    last = own;
  }
  let hash = 0n;
  for (let bit = 0; bit < 64; bit += 1) if (isMostlySet(seen, bit, words.length)) hash |= 1n << BigInt(bit);
  return hash;
}

function count(seen: Int32Array, part: number, value: number): void {
  const at = part * 16 + (value & 15);
  seen[at] = (seen[at] ?? 0) + 1;
}

function isMostlySet(seen: Int32Array, bit: number, words: number): boolean {
  const part = bit >> 2;
  let set = 0;
  for (let value = 0; value < 16; value += 1) if ((value >> (bit & 3)) & 1) set += seen[part * 16 + value] ?? 0;
  return set * 2 > words;
}

/** FNV-1a. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return hash;
}

/** The end of MurmurHash3: every bit of the input moves every bit of the output. */
function mixed(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

/**
 * A text's sketch, by which near-duplicates are found: its shingles (runs of eight words) as hashes, of which a quarter is
 * kept, the same quarter in every text (Broder's sketches, 1997). As large as one needs for the share of what is shared.
 */
import { analyse } from '../../main/core/search/analysis.ts';

const wordsInShingle = 8;
const oneIn = 4;

/** Hashes of 32 bits, each once. Two that meet by chance are too few to make a half. */
export function sketchOf(blocks: readonly string[]): number[] {
  const words = blocks.flatMap((block) =>
    analyse(block).flatMap((token) => (token.isWord ? [hashOf(token.exact)] : [])),
  );
  const sketch = new Set<number>();
  for (let start = 0; start + wordsInShingle <= words.length; start += 1) {
    let hash = 0;
    for (let at = start; at < start + wordsInShingle; at += 1) hash = mix(hash, words[at] ?? 0);
    if (hash % oneIn === 0) sketch.add(hash);
  }
  return [...sketch];
}

/** FNV-1a over UTF-16 units. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** One round of MurmurHash3, so that the order of words counts and every bit depends on all of them. */
function mix(hash: number, word: number): number {
  let next = Math.imul(word, 0xcc9e2d51);
  next = Math.imul((next << 15) | (next >>> 17), 0x1b873593) ^ hash;
  next = (Math.imul((next << 13) | (next >>> 19), 5) + 0xe6546b64) | 0;
  next = Math.imul(next ^ (next >>> 16), 0x85ebca6b);
  return (next ^ (next >>> 13)) >>> 0;
}

/**
 * Two stories that are nearly one: the same text under two ids is a slip more often than a wish, so it is a warning.
 *
 * Texts are compared by shingles (runs of eight words), of which a quarter is kept by its hash, the same quarter in every
 * text (Broder's sketches, 1997): as large as one needs for the share, and linear in the number of stories.
 */
import { createHash } from 'node:crypto';
import { analyse } from '../../main/core/search/analysis.ts';
import type { ProblemList } from './problems.ts';
import type { CompiledStory } from './read-story.ts';

const wordsInShingle = 8;
const oneIn = 4;
/** Share of the shorter text's shingles that the longer has too. */
const nearlyOne = 0.5;
/** A run of words in more stories than these is a formula, not a copy. */
const atMostIn = 8;
/** Fewer sampled shingles say nothing. */
const fewest = 5;

export function checkNearDuplicates(stories: readonly CompiledStory[], list: ProblemList): void {
  const sketches = stories.map((story) => ({ story, sketch: sketchOf(story.body.blocks) }));
  const holders = new Map<string, number[]>();
  sketches.forEach(({ sketch }, index) => {
    for (const shingle of sketch) holders.set(shingle, [...(holders.get(shingle) ?? []), index]);
  });

  const shared = new Map<string, number>();
  for (const indices of holders.values()) {
    if (indices.length > atMostIn) continue;
    for (const [at, first] of indices.entries()) {
      for (const second of indices.slice(at + 1)) {
        const pair = `${first} ${second}`;
        shared.set(pair, (shared.get(pair) ?? 0) + 1);
      }
    }
  }

  for (const [pair, count] of shared) {
    const [first, second] = pair.split(' ').map((index) => sketches[Number(index)]);
    if (first === undefined || second === undefined) continue;
    const smaller = Math.min(first.sketch.size, second.sketch.size);
    if (smaller < fewest || count / smaller < nearlyOne) continue;
    const { matter } = first.story;
    list.warning(
      second.story.file,
      second.story.place('id'),
      `The text is nearly that of "${matter.id}" (${Math.round((count / smaller) * 100)}% of it is the same)`,
      'Keep one of the two, or tell the second differently.',
    );
  }
}

function sketchOf(blocks: readonly string[]): Set<string> {
  const words = blocks.flatMap((block) => analyse(block).flatMap((token) => (token.isWord ? [token.exact] : [])));
  const sketch = new Set<string>();
  for (let start = 0; start + wordsInShingle <= words.length; start += 1) {
    const hash = createHash('md5')
      .update(words.slice(start, start + wordsInShingle).join(' '))
      .digest();
    if (hash.readUInt32LE(0) % oneIn === 0) sketch.add(hash.toString('base64', 4, 12));
  }
  return sketch;
}

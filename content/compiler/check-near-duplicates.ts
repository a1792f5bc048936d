/**
 * Two stories that are nearly one: the same text under two ids is a slip more often than a wish, so it is a warning.
 * Their sketches are compared (sketch.ts), in time and memory linear in the number of stories.
 */
import type { ProblemList } from './problems.ts';
import { placeIn, type CompiledStory } from './read-story.ts';

/** Share of the shorter text's shingles that the longer has too. */
const nearlyOne = 0.5;
/** A run of words in more stories than these is a formula, not a copy. */
const atMostIn = 8;
/** Fewer sampled shingles say nothing. */
const fewest = 5;

/** Below 2^53 / 2^32, so that a hash and a place are one number that sorts by both. */
const mostStories = 2 ** 20;

export function checkNearDuplicates(stories: readonly CompiledStory[], list: ProblemList): void {
  for (const [pair, count] of countShared(stories)) {
    const [first, second] = pair.split(' ').map((index) => stories[Number(index)]);
    if (first === undefined || second === undefined) continue;
    const smaller = Math.min(first.sketch.length, second.sketch.length);
    if (smaller < fewest || count / smaller < nearlyOne) continue;
    list.warning(
      second.file,
      placeIn(second, 'id'),
      `The text is nearly that of "${first.matter.id}" (${Math.round((count / smaller) * 100)}% of it is the same)`,
      'Keep one of the two, or tell the second differently.',
    );
  }
}

/** For each pair of stories how many hashes they share. */
function countShared(stories: readonly CompiledStory[]): Map<string, number> {
  const size = stories.reduce((sum, { sketch }) => sum + sketch.length, 0);
  const held = new Float64Array(size);
  let end = 0;
  stories.forEach(({ sketch }, index) => {
    for (const hash of sketch) held[end++] = hash * mostStories + index;
  });
  held.sort();

  const shared = new Map<string, number>();
  for (let from = 0; from < size;) {
    const holders: number[] = [];
    const hash = Math.floor((held[from] ?? 0) / mostStories);
    for (; from < size && Math.floor((held[from] ?? 0) / mostStories) === hash; from += 1)
      holders.push((held[from] ?? 0) % mostStories);
    if (holders.length > atMostIn) continue;
    for (const [at, first] of holders.entries()) {
      for (const second of holders.slice(at + 1)) {
        const pair = `${first} ${second}`;
        shared.set(pair, (shared.get(pair) ?? 0) + 1);
      }
    }
  }
  return shared;
}

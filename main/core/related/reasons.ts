/** Why one story stands beside another, in sentences fit to print. Each is true of the two, or it is not said. */
import { stemOf } from '../search/analysis.ts';
import { isTelling, overlap } from './printed-words.ts';
import { sharedTerms, type TermSpace, type TermVector } from './term-vectors.ts';
import type { RelatedSource, Thread } from './related-source.ts';

const namedTerms = 3;

interface Pair {
  readonly source: RelatedSource;
  readonly target: RelatedSource;
  readonly sourceVector: TermVector;
  readonly targetVector: TermVector;
}

/** Empty if there is nothing to say. */
export function reasonsFor(
  pair: Pair,
  threads: readonly Thread[],
  space: TermSpace,
  tagCounts: ReadonlyMap<string, number>,
): string[] {
  const { source, target } = pair;
  const together = threads.filter(({ stories }) => stories.includes(source.id) && stories.includes(target.id));
  const isLater = together.some(({ stories }) => stories.indexOf(target.id) > stories.indexOf(source.id));
  const isEarlier = together.some(({ stories }) => stories.indexOf(target.id) < stories.indexOf(source.id));
  const about = commonGround(pair, space, tagCounts);
  const reasons = [
    isEarlier ? 'Earlier in this story' : '',
    isLater ? 'Later in this story' : '',
    source.chosen.includes(target.id) ? 'Chosen by the editor' : '',
    source.mentioned.includes(target.id) ? 'Mentioned in this story' : '',
    about.length > 0 ? `Also about ${about.join(', ')}` : '',
    about.length === 0 && source.section === target.section ? `Also in ${target.section}` : '',
  ];
  return reasons.filter((reason) => reason !== '');
}

/** Tags first, which an editor gave, the rarer before the more common; then the words that bind the two. */
function commonGround(
  { source, target, sourceVector, targetVector }: Pair,
  space: TermSpace,
  tagCounts: ReadonlyMap<string, number>,
): string[] {
  const count = (tag: string): number => tagCounts.get(tag) ?? 0;
  const tags = source.tags
    .filter((tag) => target.tags.includes(tag) && isRare(count(tag), space, commonTag))
    .sort((a, b) => count(a) - count(b) || (a < b ? -1 : 1));
  const words = sharedTerms(sourceVector, targetVector)
    .filter((stem) => isRare(space.holders(stem), space, commonWord))
    .map(space.written)
    .filter(isTelling);
  const named: string[] = [];
  for (const word of [...tags.map((tag) => spelt(tag, space)), ...words]) {
    if (named.length < namedTerms && named.every((other) => !overlap(other, word))) named.push(word);
  }
  return named;
}

/** What stands in every fourth article, or in every eighth for a word that nobody chose, tells none from the others. */
const commonTag = 1 / 4;
const commonWord = 1 / 8;
/** However few articles there are. */
const alwaysRare = 3;

function isRare(holders: number, { vectors }: TermSpace, share: number): boolean {
  return holders <= Math.max(alwaysRare, vectors.length * share);
}

/** A tag as the stories write it: `dns` is DNS, `open-source` open source. */
function spelt(tag: string, space: TermSpace): string {
  const written = space.written(stemOf(tag, 'en'));
  return written.toLowerCase() === tag ? written : tag.replaceAll('-', ' ');
}

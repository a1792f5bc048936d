/**
 * For each story the ones to read next, best first, each with the reasons that brought it there. First what people
 * chose: the neighbours in a thread, then the editor's picks. Then what is alike, taking care that the list is not the
 * same story told five times (maximal marginal relevance).
 *
 * A reason is a sentence fit to print, and true.
 */
import type { RelatedStory } from '../collection/collection.ts';
import { createTermSpace, sharedTerms, similarity, type TermSpace, type VectorSource } from './term-vectors.ts';

export interface RelatedSource extends VectorSource {
  readonly id: string;
  /** Ids that the editor named. */
  readonly chosen: readonly string[];
  /** Ids that the text leads to. */
  readonly mentioned: readonly string[];
}

interface Thread {
  readonly stories: readonly string[];
}

const wantedCount = 8;
/** Of the likest, these compete for the places. */
const poolSize = 40;
/** 1 would take the likest only, 0 the most different. */
const likeness = 0.75;
const leastSimilarity = 0.03;
const namedTerms = 3;

/** The same articles in the same order give the same answer. */
export function relateStories(
  sources: readonly RelatedSource[],
  threads: readonly Thread[],
): Map<string, RelatedStory[]> {
  const space = createTermSpace(sources);
  const places = new Map(sources.map((source, place) => [source.id, place]));
  const byTerm = indexByTerm(space);

  const relate = (source: RelatedSource, place: number): RelatedStory[] => {
    const alike = likest(place, space, byTerm);
    const given = [...neighbours(source.id, threads), ...source.chosen].map((id) => places.get(id));
    const first = [...new Set(given)].filter((other) => other !== undefined && other !== place) as number[]; // undefined taken out
    const others = diverse(alike, first, space).slice(0, Math.max(0, wantedCount - first.length));
    return [...first, ...others].slice(0, wantedCount).flatMap((other) => {
      const target = sources[other];
      if (target === undefined) return [];
      const reasons = reasonsFor(source, target, threads, about(place, other, source, target, space));
      const score = source.chosen.includes(target.id)
        ? 1
        : rounded(similarity(vectorOf(space, place), vectorOf(space, other)));
      return reasons.length > 0 ? [{ id: target.id, score, reasons }] : [];
    });
  };
  return new Map(sources.map((source, place) => [source.id, relate(source, place)]));
}

function indexByTerm({ vectors }: TermSpace): Map<string, number[]> {
  const places = new Map<string, number[]>();
  vectors.forEach((vector, place) => {
    for (const term of vector.keys()) places.set(term, [...(places.get(term) ?? []), place]);
  });
  return places;
}

interface Alike {
  readonly place: number;
  readonly score: number;
}

/** Only articles with a term in common are compared, which keeps thousands of articles quick. */
function likest(place: number, space: TermSpace, byTerm: ReadonlyMap<string, readonly number[]>): Alike[] {
  const vector = vectorOf(space, place);
  const others = new Set([...vector.keys()].flatMap((term) => byTerm.get(term) ?? []));
  others.delete(place);
  return [...others]
    .map((other) => ({ place: other, score: similarity(vector, vectorOf(space, other)) }))
    .filter(({ score }) => score >= leastSimilarity)
    .sort((a, b) => b.score - a.score || a.place - b.place)
    .slice(0, poolSize);
}

function diverse(alike: readonly Alike[], taken: readonly number[], space: TermSpace): number[] {
  const pool = alike.filter(({ place }) => !taken.includes(place));
  const chosen = [...taken];
  const added: number[] = [];
  while (pool.length > 0 && added.length < wantedCount) {
    const worth = ({ place, score }: Alike): number => {
      const nearest = Math.max(0, ...chosen.map((other) => similarity(vectorOf(space, place), vectorOf(space, other))));
      return likeness * score - (1 - likeness) * nearest;
    };
    const best = pool.reduce((a, b) => (worth(b) > worth(a) ? b : a));
    pool.splice(pool.indexOf(best), 1);
    chosen.push(best.place);
    added.push(best.place);
  }
  return added;
}

/** The story before and the one after, in each thread. */
function neighbours(id: string, threads: readonly Thread[]): string[] {
  return threads.flatMap(({ stories }) => {
    const at = stories.indexOf(id);
    return at === -1 ? [] : [stories[at + 1], stories[at - 1]].filter((other) => other !== undefined);
  });
}

function reasonsFor(
  source: RelatedSource,
  target: RelatedSource,
  threads: readonly Thread[],
  terms: readonly string[],
): string[] {
  const together = threads.filter(({ stories }) => stories.includes(source.id) && stories.includes(target.id));
  const isLater = together.some(({ stories }) => stories.indexOf(target.id) > stories.indexOf(source.id));
  const isEarlier = together.some(({ stories }) => stories.indexOf(target.id) < stories.indexOf(source.id));
  const reasons = [
    isEarlier ? 'Earlier in this story' : '',
    isLater ? 'Later in this story' : '',
    source.chosen.includes(target.id) ? 'Chosen by the editor' : '',
    source.mentioned.includes(target.id) ? 'Mentioned in this story' : '',
    terms.length > 0 ? `Also about ${terms.join(', ')}` : '',
  ];
  return reasons.filter((reason) => reason !== '');
}

/** What both are about: tags first, which an editor gave, then the words that bind them, as the other article writes them. */
function about(place: number, other: number, source: RelatedSource, target: RelatedSource, space: TermSpace): string[] {
  const tags = target.tags.filter((tag) => source.tags.includes(tag)).map((tag) => tag.replaceAll('-', ' '));
  const terms = sharedTerms(vectorOf(space, place), vectorOf(space, other)).map((term) => space.written(other, term));
  const named: string[] = [];
  for (const word of [...tags, ...terms]) {
    const isNew = named.every(
      (one) =>
        !one.toLowerCase().startsWith(word.toLowerCase().slice(0, 5)) &&
        !word.toLowerCase().includes(one.toLowerCase()),
    );
    if (isNew && named.length < namedTerms) named.push(word);
  }
  return named;
}

function vectorOf({ vectors }: TermSpace, place: number): ReadonlyMap<string, number> {
  return vectors[place] ?? new Map();
}

/** Three places, so that the bundle does not change with the last bit of a sum. */
function rounded(score: number): number {
  return Math.round(score * 1000) / 1000;
}

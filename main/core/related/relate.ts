/**
 * For each story the ones to read next, best first, each with the reasons that brought it there. First what people
 * chose: the neighbours in a thread, then the editor's picks. Then what is alike, taking care that the list is not the
 * same story told five times (maximal marginal relevance).
 *
 * A reason is a sentence fit to print, and true.
 */
import type { RelatedStory } from '../collection/collection.ts';
import { reasonsFor } from './reasons.ts';
import type { RelatedSource, Thread } from './related-source.ts';
import { createTermSpace, sharedTerms, similarity, type TermSpace, type TermVector } from './term-vectors.ts';

const wantedCount = 8;
/** Of the likest, these compete for the places. */
const poolSize = 40;
/** 1 would take the likest only, 0 the most different. */
const likeness = 0.75;
const leastSimilarity = 0.06;

/** The same articles in the same order give the same answer. */
export function relateStories(
  sources: readonly RelatedSource[],
  threads: readonly Thread[],
): Map<string, RelatedStory[]> {
  const space = createTermSpace(sources);
  const byTerm = indexByTerm(space);
  const tagCounts = countTags(sources);
  const places = new Map(sources.map(({ id }, place) => [id, place]));

  const relate = (source: RelatedSource, place: number): RelatedStory[] => {
    const given = [...neighbours(source.id, threads), ...source.chosen].flatMap((id) => places.get(id) ?? []);
    const first = [...new Set(given)].filter((other) => other !== place);
    const ordered = [
      ...first,
      ...diverse(likest(place, sources, space, byTerm), first, space),
      ...sameSection(source, sources),
    ];
    const related: RelatedStory[] = [];
    for (const other of new Set(ordered)) {
      const target = sources[other];
      if (target === undefined || other === place) continue;
      const pair = { source, target, sourceVector: vectorOf(space, place), targetVector: vectorOf(space, other) };
      const reasons = reasonsFor(pair, threads, space, tagCounts);
      const alike = rounded(similarity(pair.sourceVector, pair.targetVector));
      const score = source.chosen.includes(target.id) ? 1 : alike;
      if (reasons.length > 0) related.push({ id: target.id, score, reasons });
      if (related.length === wantedCount) break;
    }
    return related;
  };
  return new Map(sources.map((source, place) => [source.id, relate(source, place)]));
}

function countTags(sources: readonly RelatedSource[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const tag of sources.flatMap(({ tags }) => tags)) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return counts;
}

/** Where too little is alike, the neighbours of the section fill the list. */
function sameSection({ section }: RelatedSource, sources: readonly RelatedSource[]): number[] {
  return sources.flatMap((other, place) => (other.section === section ? [place] : []));
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
function likest(
  place: number,
  sources: readonly RelatedSource[],
  space: TermSpace,
  byTerm: ReadonlyMap<string, readonly number[]>,
): Alike[] {
  const vector = vectorOf(space, place);
  const others = new Set([...vector.keys()].flatMap((term) => byTerm.get(term) ?? []));
  others.delete(place);
  return [...others]
    .map((other) => ({ place: other, score: similarity(vector, vectorOf(space, other)) }))
    .filter(({ score, place: other }) => score >= leastSimilarity && isBound(sources, place, other, space))
    .sort((a, b) => b.score - a.score || a.place - b.place)
    .slice(0, poolSize);
}

/** One rare word in common is chance; a tag or two words are a subject. */
function isBound(sources: readonly RelatedSource[], place: number, other: number, space: TermSpace): boolean {
  const tags = sources[place]?.tags ?? [];
  if (tags.some((tag) => sources[other]?.tags.includes(tag))) return true;
  return sharedTerms(vectorOf(space, place), vectorOf(space, other)).length > 1;
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

function vectorOf({ vectors }: TermSpace, place: number): TermVector {
  return vectors[place] ?? new Map();
}

/** Three places, so that the bundle does not change with the last bit of a sum. */
function rounded(score: number): number {
  return Math.round(score * 1000) / 1000;
}

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
  const space = createTermSpace(sources.map(({ terms }) => terms));
  const byTerm = indexByTerm(space);
  const tagCounts = countTags(sources);
  const sections = bySection(sources);
  const places = new Map(sources.map(({ id }, place) => [id, place]));

  const relate = (source: RelatedSource, place: number): RelatedStory[] => {
    const given = [...neighbours(source.id, threads), ...source.chosen].flatMap((id) => places.get(id) ?? []);
    const first = [...new Set(given)].filter((other) => other !== place);
    const ordered = [
      ...first,
      ...diverse(likest(place, sources, space, byTerm), first, space),
      ...neighboursInSection(place, sections.get(source.section) ?? []),
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
function bySection(sources: readonly RelatedSource[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  sources.forEach(({ section }, place) => {
    const list = places.get(section);
    if (list === undefined) places.set(section, [place]);
    else list.push(place);
  });
  return places;
}

/** As many as a list can hold, in case all others of the story's own list are among them. */
function neighboursInSection(place: number, section: readonly number[]): number[] {
  const at = section.indexOf(place);
  return [...section.slice(at + 1), ...section.slice(0, at)].slice(0, 2 * wantedCount);
}

/** For each term the places of its articles, and how much it weighs in each. */
type Holders = ReadonlyMap<string, { readonly places: readonly number[]; readonly weights: readonly number[] }>;

function indexByTerm({ vectors }: TermSpace): Holders {
  const holders = new Map<string, { places: number[]; weights: number[] }>();
  vectors.forEach((vector, place) => {
    for (const [term, weight] of vector) {
      const list = holders.get(term) ?? { places: [], weights: [] };
      list.places.push(place);
      list.weights.push(weight);
      holders.set(term, list);
    }
  });
  return holders;
}

interface Alike {
  readonly place: number;
  readonly score: number;
}

/** Sums go along the lists of each term's holders, so that articles with no term in common cost next to nothing. */
function likest(place: number, sources: readonly RelatedSource[], space: TermSpace, byTerm: Holders): Alike[] {
  const sums = new Float64Array(sources.length);
  for (const [term, own] of vectorOf(space, place)) {
    const { places, weights } = byTerm.get(term) ?? { places: [], weights: [] };
    places.forEach((other, at) => {
      sums[other] = (sums[other] ?? 0) + own * (weights[at] ?? 0);
    });
  }
  sums[place] = 0;
  const likely: Alike[] = [];
  sums.forEach((score, other) => {
    if (score >= leastSimilarity) likely.push({ place: other, score });
  });
  likely.sort((a, b) => b.score - a.score || a.place - b.place);
  const pool: Alike[] = [];
  for (const one of likely) {
    if (pool.length === poolSize) break;
    if (isBound(sources, place, one.place, space)) pool.push(one);
  }
  return pool;
}

/** One rare word in common is chance; a tag or two words are a subject. */
function isBound(sources: readonly RelatedSource[], place: number, other: number, space: TermSpace): boolean {
  const tags = sources[place]?.tags ?? [];
  if (tags.some((tag) => sources[other]?.tags.includes(tag))) return true;
  return sharedTerms(vectorOf(space, place), vectorOf(space, other)).length > 1;
}

/** Each place goes to what is alike and least like those that have one already. */
function diverse(alike: readonly Alike[], taken: readonly number[], space: TermSpace): number[] {
  const likenessTo = (place: number, other: number): number =>
    similarity(vectorOf(space, place), vectorOf(space, other));
  const pool = alike
    .filter(({ place }) => !taken.includes(place))
    .map((one) => ({ ...one, nearest: Math.max(0, ...taken.map((other) => likenessTo(one.place, other))) }));
  const added: number[] = [];
  while (pool.length > 0 && added.length < wantedCount) {
    const worth = pool.map(({ score, nearest }) => likeness * score - (1 - likeness) * nearest);
    const [best] = pool.splice(worth.indexOf(Math.max(...worth)), 1);
    if (best === undefined) break;
    added.push(best.place);
    for (const one of pool) one.nearest = Math.max(one.nearest, likenessTo(one.place, best.place));
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

/**
 * The order of the hits. The index scores words by how rare they are and in which fields they stand; to that come, of the
 * words as they stand together, the raise for having all of them, for a title that is the query, and for words that stand
 * side by side. Where the points are equal, the newer article comes first.
 */
import { analyse } from '../analysis.ts';
import type { SearchOrder } from '../../../contract/search-entities.ts';
import type { DocumentNumber, IndexHits, IndexSet } from '../index-set.ts';
import type { ArticleText, ArticleTexts } from '../passages/article-texts.ts';
import type { Match, TextMatcher } from '../passages/text-matcher.ts';
import { closenessOf, type WordOrder } from './closeness.ts';
import type { Plan } from './plan.ts';
import { topOf } from './top.ts';

/** Points of one article; `score` is their sum. */
export interface Ranked {
  readonly document: DocumentNumber;
  readonly score: number;
  /** Of the words and where they stand. */
  readonly words: number;
  /** For having all of the words. */
  readonly all: number;
  /** For a title that is the query. */
  readonly title: number;
  /** For words that stand together. */
  readonly closeness: number;
  /** Which of the wanted words it has, as bits. */
  readonly met: number;
}

export interface RankGround {
  readonly index: IndexSet;
  readonly texts: ArticleTexts;
  readonly matcher: TextMatcher;
  /** As it was typed. */
  readonly query: string;
}

/** So many of the best by their words are looked into for closeness. */
const poolSize = 50;

/** At most so much of the points of the words. */
export const raises = { all: 1, some: 0.5, closeness: 0.5, title: 1 };

/** The first `limit`, best first. `hits` are used before this returns. */
export function rank(plan: Plan, hits: IndexHits, limit: number, order: SearchOrder, ground: RankGround): Ranked[] {
  const step = stepOf(hits);
  const everyWord = 2 ** plan.wanted.length - 1;
  const share = shares(plan);
  const published = (at: number): number => ground.index.columns.published(hits.documents[at] ?? 0) ?? -Infinity;
  const newest = (a: number, b: number): number => {
    const difference = published(b) - published(a);
    return difference !== 0 && !Number.isNaN(difference)
      ? difference
      : (hits.documents[a] ?? 0) - (hits.documents[b] ?? 0);
  };

  const points = new Float64Array(hits.documents.length);
  for (let at = 0; at < points.length; at += 1) {
    const met = hits.met[at] ?? 0;
    points[at] =
      (hits.scores[at] ?? 0) * share(met) + (met === everyWord && plan.wanted.length > 1 ? raises.all * step : 0);
  }
  const relevance = (a: number, b: number): number => (points[b] ?? 0) - (points[a] ?? 0) || newest(a, b);
  const asRanked = (at: number): Ranked => {
    const met = hits.met[at] ?? 0;
    const words = (hits.scores[at] ?? 0) * share(met);
    const all = (points[at] ?? 0) - words;
    return { document: hits.documents[at] ?? 0, score: words + all, words, all, title: 0, closeness: 0, met };
  };

  if (order !== 'relevance') {
    return topOf(points.length, limit, comparison(order, hits, ground.index, newest)).map(asRanked);
  }
  const best = topOf(points.length, Math.max(limit, poolSize), relevance).map(asRanked);
  const wordOrder = wordOrderOf(plan);
  const raised = best.slice(0, poolSize).map((one) => raise(one, step, wordOrder, ground));
  const place = new Map(raised.map(({ document }, at) => [document, at]));
  raised.sort((a, b) => b.score - a.score || (place.get(a.document) ?? 0) - (place.get(b.document) ?? 0));
  return [...raised, ...best.slice(poolSize)].slice(0, limit);
}

/** The points of the best by words: the unit in which the rest is given. */
function stepOf({ scores }: IndexHits): number {
  let most = 0;
  for (const score of scores) if (score > most) most = score;
  return most === 0 ? 1 : most;
}

/** What is left of the points of an article that lacks words. */
function shares({ wanted }: Plan): (met: number) => number {
  const total = wanted.reduce((sum, { weight }) => sum + weight, 0);
  const known = new Map<number, number>();
  return (met) => {
    if (total === 0) return 1;
    let share = known.get(met);
    if (share === undefined) {
      const has = wanted.reduce((sum, { weight }, bit) => sum + ((met >>> bit) & 1) * weight, 0);
      share = 1 - raises.some + raises.some * (has / total);
      known.set(met, share);
    }
    return share;
  };
}

function wordOrderOf({ wanted, sought }: Plan): WordOrder {
  return {
    wantedOf: sought.map((_, place) => wanted.findIndex((word) => word.sought.includes(place))),
    weights: wanted.map(({ weight }) => weight),
  };
}

function raise(one: Ranked, step: number, order: WordOrder, { index, texts, matcher, query }: RankGround): Ranked {
  if (order.weights.length === 0) return one;
  const text = texts.of(index.idOf(one.document));
  const title = isTitle(query, text.title) ? raises.title * step : 0;
  const closeness = raises.closeness * one.words * textCloseness(text, order, matcher);
  return { ...one, title, closeness, score: one.words + one.all + title + closeness };
}

/** The most that any block, the title or the standfirst comes to. */
function textCloseness(
  { title, standfirst, blocks, language }: ArticleText,
  order: WordOrder,
  matcher: TextMatcher,
): number {
  if (order.weights.length < 2) return 0;
  let best = 0;
  for (const text of [title, standfirst, ...blocks]) {
    const matches: Match[] = matcher.matches(text, language);
    if (matches.length > 1) best = Math.max(best, closenessOf(matches, order));
    if (best === 1) return 1;
  }
  return best;
}

function isTitle(query: string, title: string): boolean {
  const asked = plainWords(query);
  return asked !== '' && asked === plainWords(title);
}

function plainWords(text: string): string {
  return analyse(text)
    .filter(({ isWord }) => isWord)
    .map(({ exact }) => exact)
    .join(' ');
}

function comparison(
  order: Exclude<SearchOrder, 'relevance'>,
  { documents }: IndexHits,
  { columns }: IndexSet,
  newest: (a: number, b: number) => number,
): (a: number, b: number) => number {
  const words = (at: number): number => columns.words(documents[at] ?? 0);
  const isDated = (at: number): boolean => columns.published(documents[at] ?? 0) !== null;
  switch (order) {
    case 'newest':
      return newest;
    case 'oldest':
      // What has no date comes last here too.
      return (a, b) => (isDated(a) && isDated(b) ? newest(b, a) : newest(a, b));
    case 'longest':
      return (a, b) => words(b) - words(a) || newest(a, b);
    case 'shortest':
      return (a, b) => words(a) - words(b) || newest(a, b);
  }
}

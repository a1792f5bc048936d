/**
 * The order of the hits. The index scores words by how rare they are and in which fields they stand; an article that lacks
 * some of them keeps a share of that. To it come, looked up in the texts of the best, the raises for words that stand
 * together, for words in the opening lines and for a title that is the query. Articles with all of the words come first as
 * long as these are few: of a long question the best answer often lacks a word. Where the points are equal, the newer
 * article comes first.
 */
import type { SearchOrder } from '../../../contract/search-entities.ts';
import type { DocumentNumber, IndexHits, IndexSet } from '../index-set.ts';
import type { ArticleTexts } from '../passages/article-texts.ts';
import type { TextMatcher } from '../passages/text-matcher.ts';
import type { WordOrder } from './closeness.ts';
import type { Plan } from './plan.ts';
import { raises, titleTest, togetherness, wordOrderOf } from './raises.ts';
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
  /** For words in the opening lines. */
  readonly opening: number;
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

/** So many of the best by their words are looked into. */
const poolSize = 20;
/** More than all raises together. */
const titleSteps = 4;
/** Of so many words the articles with all those that tell come first. */
const fewWords = 3;

/** The first `limit`, best first. `hits` are used before this returns. */
export function rank(plan: Plan, hits: IndexHits, limit: number, order: SearchOrder, ground: RankGround): Ranked[] {
  const { documents } = hits;
  const step = stepOf(hits);
  const worth = worthOf(plan, step);
  const published = (at: number): number => ground.index.columns.published(documents[at] ?? 0) ?? -Infinity;
  const newest = (a: number, b: number): number => {
    const difference = published(b) - published(a);
    return difference !== 0 && !Number.isNaN(difference) ? difference : (documents[a] ?? 0) - (documents[b] ?? 0);
  };

  const points = new Float64Array(documents.length);
  for (let at = 0; at < points.length; at += 1) {
    const { share, all, first } = worth(hits.met[at] ?? 0);
    points[at] = (hits.scores[at] ?? 0) * share * (1 + all) + first;
  }
  const relevance = (a: number, b: number): number => (points[b] ?? 0) - (points[a] ?? 0) || newest(a, b);
  const asRanked = (at: number): Ranked => {
    const met = hits.met[at] ?? 0;
    const { share, all, first } = worth(met);
    const words = (hits.scores[at] ?? 0) * share;
    const forAll = words * all + first;
    const document = documents[at] ?? 0;
    return { document, score: words + forAll, words, all: forAll, title: 0, closeness: 0, opening: 0, met };
  };

  if (order !== 'relevance') {
    return topOf(points.length, limit, comparison(order, hits, ground.index, newest)).map(asRanked);
  }
  const best = topOf(points.length, Math.max(limit, poolSize), relevance, points).map(asRanked);
  const wordOrder = wordOrderOf(plan);
  const isTitle = titleTest(ground.query);
  const pool = best.slice(0, poolSize);
  if (wordOrder.weights.length > 0) ground.texts.load(pool.map(({ document }) => ground.index.idOf(document)));
  const raised = pool.map((one) => raise(one, { step, isTitle, wordOrder }, ground));
  // Sorting is stable: where the points are equal the order stays that of before.
  raised.sort((a, b) => b.score - a.score);
  return [...raised, ...best.slice(poolSize)].slice(0, limit);
}

/** The points of the best by words: the unit of a step that nothing but such a step makes up for. */
function stepOf({ scores }: IndexHits): number {
  let most = 0;
  for (const score of scores) if (score > most) most = score;
  return most === 0 ? 1 : most;
}

/** What the words that an article has are worth, beside their points. */
interface Worth {
  /** What is left of the points of an article that lacks words: as much as the words weigh that it has. */
  readonly share: number;
  /** As a part of the points that are left: for having all of the words. */
  readonly all: number;
  /** In points: for having all words that tell, where these are few. */
  readonly first: number;
}

function worthOf({ wanted }: Plan, step: number): (met: number) => Worth {
  const total = wanted.reduce((sum, { weight }) => sum + weight, 0);
  const bitsOf = (isOf: (word: Plan['wanted'][number]) => boolean): number =>
    wanted.reduce((bits, word, bit) => (isOf(word) ? bits + 2 ** bit : bits), 0);
  const every = bitsOf(() => true);
  const telling = bitsOf(({ isTelling }) => isTelling);
  // What any article can gain by the raises together is less than this.
  const first = step * (1 + raises.all + raises.closeness + raises.opening);
  const isFew = wanted.length >= 2 && wanted.length <= fewWords && telling !== 0;
  const workOut = (met: number): Worth => ({
    share: total === 0 ? 1 : wanted.reduce((sum, { weight }, bit) => sum + ((met >>> bit) & 1) * weight, 0) / total,
    all: wanted.length >= 2 && met === every ? raises.all : 0,
    first: isFew && (met & telling) >>> 0 === telling ? first : 0,
  });
  // Of a few words all combinations are worked out beforehand: this is asked once for every hit.
  if (wanted.length > 8) return workOut;
  const known = Array.from({ length: 2 ** wanted.length }, (_, met) => workOut(met));
  const none = workOut(0);
  return (met) => known[met] ?? none;
}

interface Measures {
  readonly step: number;
  readonly wordOrder: WordOrder;
  readonly isTitle: (title: string) => boolean;
}

function raise(
  one: Ranked,
  { step, wordOrder, isTitle }: Measures,
  { index, texts, matcher }: Omit<RankGround, 'query'>,
): Ranked {
  if (wordOrder.weights.length === 0) return one;
  const text = texts.of(index.idOf(one.document));
  const { closeness, opening } = togetherness(text, wordOrder, matcher);
  const raised = {
    title: isTitle(text.title) ? titleSteps * step : 0,
    closeness: raises.closeness * one.words * closeness,
    opening: raises.opening * one.words * opening,
  };
  return { ...one, ...raised, score: one.score + raised.title + raised.closeness + raised.opening };
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

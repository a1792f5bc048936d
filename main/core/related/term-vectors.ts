/**
 * Articles as vectors of the words that they are about: tf-idf over stems, the heaviest only. A word said once in passing
 * is not what an article is about, nor is one that stands in a quarter of all articles. Remembers how each stem is
 * written, since a reason is printed in words and not in stems.
 */
import { analyse, stemOf } from '../search/analysis.ts';
import { isCjk } from '../search/fold.ts';
import { isFunctionWord } from '../search/lunr.ts';

export interface VectorSource {
  readonly language: string;
  readonly title: string;
  readonly standfirst: string;
  readonly tags: readonly string[];
  readonly headings: readonly string[];
  readonly blocks: readonly string[];
}

/** Stem to weight; of length 1. */
export type TermVector = ReadonlyMap<string, number>;

export interface TermSpace {
  readonly vectors: readonly TermVector[];
  /** The stem as the articles write it most often. */
  written(stem: string): string;
}

const heaviest = 60;
const fieldWeights = { title: 4, standfirst: 2, tags: 4, headings: 2, blocks: 1 } as const;
const leastCount = 3;

export function createTermSpace(articles: readonly VectorSource[]): TermSpace {
  const writings: Writings = new Map();
  const counted = articles.map((article) => countTerms(article, writings));
  const holders = new Map<string, number>();
  for (const counts of counted) for (const term of counts.keys()) holders.set(term, (holders.get(term) ?? 0) + 1);
  const most = Math.max(3, articles.length / 4);

  const vectors = counted.map((counts) => {
    const weighed = [...counts]
      .filter(([term, count]) => count >= leastCount && isShared(holders.get(term) ?? 0, most))
      .map(
        ([term, count]) =>
          [term, (1 + Math.log(count)) * Math.log(1 + articles.length / (holders.get(term) ?? 1))] as const,
      )
      .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
      .slice(0, heaviest);
    const length = Math.hypot(...weighed.map(([, weight]) => weight)) || 1;
    return new Map(weighed.map(([term, weight]) => [term, weight / length]));
  });
  return { vectors, written: (stem) => usualWriting(writings.get(stem)) ?? stem };
}

function isShared(holders: number, most: number): boolean {
  return holders > 1 && holders <= most;
}

/** For each stem the forms it is written in, with how often. */
type Writings = Map<string, Map<string, number>>;

function countTerms(article: VectorSource, writings: Writings): Map<string, number> {
  const counts = new Map<string, number>();
  const count = (texts: readonly string[], weight: number, isProse = true): void => {
    for (const text of texts) {
      for (const { exact, start, end, isWord } of analyse(text)) {
        if (!isWord || !isTelling(exact)) continue;
        const stem = stemOf(exact, article.language);
        counts.set(stem, (counts.get(stem) ?? 0) + weight);
        if (!isProse) continue;
        const forms = writings.get(stem) ?? new Map<string, number>();
        const form = text.slice(start, end).replace(/['’]s?$/, '');
        writings.set(stem, forms.set(form, (forms.get(form) ?? 0) + 1));
      }
    }
  };
  count([article.title], fieldWeights.title);
  count([article.standfirst], fieldWeights.standfirst);
  count(article.tags, fieldWeights.tags, false);
  count(article.headings, fieldWeights.headings);
  count(article.blocks, fieldWeights.blocks);
  return counts;
}

/** Years tell; other bare figures and short words do not. */
function isTelling(exact: string): boolean {
  if (isFunctionWord(exact)) return false;
  return /^(?:1[6-9]|20)\d\d$/.test(exact) || (/^\D/.test(exact) && exact.length > 2) || isCjk(exact);
}

/** The most frequent form; in lower case if it is written so at all often, since sentences begin with capitals. */
function usualWriting(forms: ReadonlyMap<string, number> | undefined): string | undefined {
  if (forms === undefined) return undefined;
  const [usual, count] = [...forms].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0] ?? ['', 0];
  const lower = usual.toLowerCase();
  return (forms.get(lower) ?? 0) * 3 >= count ? lower : usual;
}

/** Cosine similarity, since both have length 1. */
export function similarity(a: TermVector, b: TermVector): number {
  let sum = 0;
  for (const [term, weight] of a) sum += weight * (b.get(term) ?? 0);
  return Math.min(1, sum);
}

/** The terms that two articles share, those that bind them most first. */
export function sharedTerms(a: TermVector, b: TermVector): string[] {
  return [...a]
    .flatMap(([term, weight]) => (b.has(term) ? [[term, weight * (b.get(term) ?? 0)] as const] : []))
    .sort(([x, v], [y, w]) => w - v || (x < y ? -1 : 1))
    .map(([term]) => term);
}

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

/** What is counted in one article, as plain values. Small beside the article: its text is not needed again. */
export interface ArticleTerms {
  /** Every stem once, with spaces between them. */
  readonly stems: string;
  /** The stems that were not said in passing: how much each weighs, as it is usually written, and how often so. */
  readonly heavy: readonly (readonly [stem: string, count: number, written: string, times: number])[];
}

/** Stem to weight; of length 1. */
export type TermVector = ReadonlyMap<string, number>;

export interface TermSpace {
  readonly vectors: readonly TermVector[];
  /** The stem as the articles that are about it write it most often. */
  written(stem: string): string;
  /** In how many articles the stem stands. */
  holders(stem: string): number;
}

const heaviest = 60;
const fieldWeights = { title: 4, standfirst: 2, tags: 4, headings: 2, blocks: 1 } as const;
const leastCount = 3;

export function createTermSpace(articles: readonly ArticleTerms[]): TermSpace {
  const holders = new Map<string, number>();
  for (const { stems } of articles)
    for (const stem of stems.split(' ')) holders.set(stem, (holders.get(stem) ?? 0) + 1);
  const most = Math.max(3, articles.length / 4);
  const writings = new Map<string, Map<string, number>>();

  const vectors = articles.map(({ heavy }) => {
    const weighed = heavy
      .filter(([stem]) => isShared(holders.get(stem) ?? 0, most))
      .map(
        ([stem, count]) =>
          [stem, (1 + Math.log(count)) * Math.log(1 + articles.length / (holders.get(stem) ?? 1))] as const,
      )
      .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
      .slice(0, heaviest);
    for (const [stem, , written, times] of heavy) {
      if (!isShared(holders.get(stem) ?? 0, most)) continue;
      const forms = writings.get(stem) ?? new Map<string, number>();
      writings.set(stem, forms.set(written, (forms.get(written) ?? 0) + times));
    }
    const length = Math.hypot(...weighed.map(([, weight]) => weight)) || 1;
    return new Map(weighed.map(([stem, weight]) => [stem, weight / length]));
  });
  return {
    vectors,
    written: (stem) => usualWriting(writings.get(stem))?.[0] ?? stem,
    holders: (stem) => holders.get(stem) ?? 0,
  };
}

function isShared(holders: number, most: number): boolean {
  return holders > 1 && holders <= most;
}

export function countTerms(article: VectorSource): ArticleTerms {
  const counts = new Map<string, number>();
  /** For each stem the forms it is written in, with how often. */
  const writings = new Map<string, Map<string, number>>();
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
  return {
    stems: [...counts.keys()].join(' '),
    heavy: [...counts].flatMap(([stem, weight]) => {
      if (weight < leastCount) return [];
      const [written, times] = usualWriting(writings.get(stem)) ?? [stem, 0];
      return [[stem, weight, written, times] as const];
    }),
  };
}

/** Years tell; other bare figures and short words do not. */
function isTelling(exact: string): boolean {
  if (isFunctionWord(exact)) return false;
  return /^(?:1[6-9]|20)\d\d$/.test(exact) || (/^\D/.test(exact) && exact.length > 2) || isCjk(exact);
}

/** The most frequent form; in lower case if it is written so at all often, since sentences begin with capitals. */
function usualWriting(forms: ReadonlyMap<string, number> | undefined): readonly [string, number] | undefined {
  if (forms === undefined) return undefined;
  const [usual, count] = [...forms].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0] ?? ['', 0];
  const lower = usual.toLowerCase();
  return [(forms.get(lower) ?? 0) * 3 >= count ? lower : usual, count];
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

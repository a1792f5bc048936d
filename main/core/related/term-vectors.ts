/**
 * Articles as vectors of their telling words: tf-idf over stems, the heaviest only, words of nearly every article or of
 * one article alone left out. Remembers how each stem is written, since a reason is printed in words and not in stems.
 */
import { isCjk } from '../search/fold.ts';
import { analyse, stemOf } from '../search/analysis.ts';

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
  /** The stem as this article writes it most often. */
  written(article: number, stem: string): string;
}

const heaviest = 60;
const fieldWeights = { title: 4, standfirst: 2, tags: 4, headings: 2, blocks: 1 } as const;

export function createTermSpace(articles: readonly VectorSource[]): TermSpace {
  const counted = articles.map(countTerms);
  const holders = new Map<string, number>();
  for (const { weights } of counted) for (const term of weights.keys()) holders.set(term, (holders.get(term) ?? 0) + 1);
  const most = Math.max(3, articles.length * 0.25);

  const vectors = counted.map(({ weights }) => {
    const weighed = [...weights]
      .filter(([term]) => (holders.get(term) ?? 0) > 1 && (holders.get(term) ?? 0) <= most)
      .map(
        ([term, weight]) =>
          [term, (1 + Math.log(weight)) * Math.log(articles.length / (holders.get(term) ?? 1) + 1)] as const,
      )
      .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
      .slice(0, heaviest);
    const length = Math.hypot(...weighed.map(([, weight]) => weight)) || 1;
    return new Map(weighed.map(([term, weight]) => [term, weight / length]));
  });
  return { vectors, written: (article, stem) => mostFrequent(counted[article]?.writings.get(stem)) ?? stem };
}

interface CountedTerms {
  readonly weights: Map<string, number>;
  readonly writings: Map<string, Map<string, number>>;
}

function countTerms(article: VectorSource): CountedTerms {
  const counted: CountedTerms = { weights: new Map(), writings: new Map() };
  for (const [field, weight] of Object.entries(fieldWeights)) {
    const texts = [article[field as keyof typeof fieldWeights]].flat(); // a key of the literal above
    for (const text of texts) countText(text, weight, field !== 'tags', article.language, counted);
  }
  return counted;
}

function countText(
  text: string,
  weight: number,
  isProse: boolean,
  language: string,
  { weights, writings }: CountedTerms,
): void {
  for (const { exact, start, end, isWord } of analyse(text)) {
    if (!isWord || !isTelling(exact)) continue;
    const stem = stemOf(exact, language);
    weights.set(stem, (weights.get(stem) ?? 0) + weight);
    if (!isProse) continue;
    const written = text.slice(start, end).replace(/['’]s?$/, '');
    const forms = writings.get(stem) ?? new Map<string, number>();
    forms.set(written, (forms.get(written) ?? 0) + 1);
    writings.set(stem, forms);
  }
}

/** Years tell; other bare figures and words of one or two letters do not. */
function isTelling(exact: string): boolean {
  return /^(?:1[6-9]|20)\d\d$/.test(exact) || (/^\D/.test(exact) && exact.length > 2) || isCjk(exact);
}

function mostFrequent(forms: ReadonlyMap<string, number> | undefined): string | undefined {
  return [...(forms ?? [])].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0]?.[0];
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

/**
 * What to read after an article, found in the index while one waits: for saved articles, which no compiler has looked at.
 * The heaviest stems of the article are asked for together; of the best answers the true likeness (cosine of the vectors,
 * weighed by idf) is worked out, those that say the same are folded into one, and the list is chosen so that it is not the
 * same thing told five times (maximal marginal relevance).
 */
import { analyse, stemOf } from '../search/analysis.ts';
import type { DocumentNumber, IndexQuery, IndexSet } from '../search/index-set.ts';
import { topOf } from '../search/ranking/top.ts';
import { isTelling, overlap } from './printed-words.ts';

export interface RelatedInIndex {
  readonly id: string;
  /** Cosine, 0 to 1. */
  readonly score: number;
  readonly reasons: readonly string[];
}

interface Options {
  readonly limit: number;
  /** Only these are looked for; null for all. */
  readonly isWanted: ((document: DocumentNumber) => boolean) | null;
  /** Text of the article itself, in which the words of the reasons are looked up. */
  readonly textOf: (id: string) => {
    readonly title: string;
    readonly blocks: readonly string[];
    readonly language: string;
  };
}

/** Stems that are asked for; more add to the work and little to the answer. */
const askedTerms = 14;
/** Of the best answers, these compete. */
const poolSize = 30;
/** What stands in so large a share of all articles tells none from another. */
const commonShare = 1 / 8;
/** However few articles there are. */
const alwaysRare = 3;
/** 1 would take the likest only, 0 the most different. */
const likeness = 0.75;
const leastSimilarity = 0.08;
/** From here on two articles are the same one twice. */
const sameText = 0.92;
const namedTerms = 3;

type Weights = ReadonlyMap<string, number>;

/** Best first; empty for an article that is not in the index, or that nothing is like. */
export function relateInIndex(index: IndexSet, id: string, options: Options): RelatedInIndex[] {
  const document = index.documentOf(id);
  if (document === null) return [];
  const weigh = createWeigher(index);
  const own = weigh(document);
  const candidates = likest(index, document, own, options).map((other) => {
    const vector = weigh(other);
    return { document: other, vector, score: cosine(own, vector) };
  });
  const alike = candidates
    .filter(({ vector, score }) => score >= leastSimilarity && shared(own, vector).length > 1)
    .sort((a, b) => b.score - a.score || a.document - b.document);
  const written = spellings(options.textOf(id));
  return diverse(alike, options.limit).flatMap(({ document: other, vector, score }) => {
    const reasons = reasonsFor(index, [document, other], shared(own, vector), written);
    return reasons.length === 0 ? [] : [{ id: index.idOf(other), score: Math.round(score * 1000) / 1000, reasons }];
  });
}

/** The vector of a document, of length 1: what is said, times how few say it. */
function createWeigher(index: IndexSet): (document: DocumentNumber) => Weights {
  const most = Math.max(alwaysRare, index.documentCount * commonShare);
  const idfs = new Map<string, number>();
  const idfOf = (term: string): number => {
    let idf = idfs.get(term);
    if (idf === undefined) {
      const holders = index.vocabulary.frequency(term);
      idf = holders > most ? 0 : Math.log(1 + index.documentCount / Math.max(1, holders));
      idfs.set(term, idf);
    }
    return idf;
  };
  return (document) => {
    const weighed = index
      .vectorOf(document)
      .map(({ term, weight }) => [term, weight * idfOf(term)] as const)
      .filter(([, weight]) => weight > 0);
    const length = Math.hypot(...weighed.map(([, weight]) => weight)) || 1;
    return new Map(weighed.map(([term, weight]) => [term, weight / length]));
  };
}

function likest(
  index: IndexSet,
  document: DocumentNumber,
  own: Weights,
  { isWanted }: Pick<Options, 'isWanted'>,
): DocumentNumber[] {
  const heaviest = [...own].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).slice(0, askedTerms);
  const wanted = heaviest.map(([term, boost]): IndexQuery => ({
    kind: 'terms',
    terms: [{ term, boost }],
    fields: null,
  }));
  if (wanted.length === 0) return [];
  const required: IndexQuery[] = isWanted === null ? [] : [{ kind: 'set', has: isWanted }];
  const itself: IndexQuery = { kind: 'set', has: (other) => other === document };
  const { documents, scores, total } = index.search({ wanted, required, excluded: [itself] });
  return topOf(total, poolSize, (a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b).map((at) => documents[at] ?? 0);
}

function cosine(a: Weights, b: Weights): number {
  let sum = 0;
  for (const [term, weight] of a) sum += weight * (b.get(term) ?? 0);
  return Math.min(1, sum);
}

/** Those that bind the two most first. */
function shared(a: Weights, b: Weights): string[] {
  return [...a]
    .flatMap(([term, weight]) => (b.has(term) ? [[term, weight * (b.get(term) ?? 0)] as const] : []))
    .sort(([x, v], [y, w]) => w - v || (x < y ? -1 : 1))
    .map(([term]) => term);
}

interface Candidate {
  readonly document: DocumentNumber;
  readonly vector: Weights;
  readonly score: number;
}

/** Each place goes to what is alike and least like those that have one already; the same text has one place. */
function diverse(candidates: readonly Candidate[], limit: number): Candidate[] {
  const pool = candidates.map((candidate) => ({ candidate, nearest: 0 }));
  const chosen: Candidate[] = [];
  while (pool.length > 0 && chosen.length < limit) {
    const worth = pool.map(({ candidate, nearest }) => likeness * candidate.score - (1 - likeness) * nearest);
    const [best] = pool.splice(worth.indexOf(Math.max(...worth)), 1);
    if (best === undefined) break;
    if (best.nearest >= sameText) continue;
    chosen.push(best.candidate);
    for (const one of pool) one.nearest = Math.max(one.nearest, cosine(one.candidate.vector, best.candidate.vector));
  }
  return chosen;
}

/** Each is true of the two, or it is not said. */
function reasonsFor(
  { columns, vocabulary, documentCount }: IndexSet,
  [one, other]: readonly [DocumentNumber, DocumentNumber],
  stems: readonly string[],
  written: ReadonlyMap<string, string>,
): string[] {
  const rare = (count: number): boolean => count <= Math.max(alwaysRare, documentCount / 4);
  const tags = columns
    .tags(one)
    .filter((tag) => columns.tags(other).includes(tag) && rare(vocabulary.frequency(stemOf(tag, 'en'))));
  const words = stems.flatMap((stem) => written.get(stem) ?? []).filter(isTelling);
  const named: string[] = [];
  for (const word of [...tags, ...words]) {
    if (named.length < namedTerms && named.every((name) => !overlap(name, word))) named.push(word);
  }
  const author = columns.author(one);
  return [
    named.length > 0 ? `Also about ${named.join(', ')}` : '',
    author !== '' && author === columns.author(other) ? `Also by ${author}` : '',
  ].filter((reason) => reason !== '');
}

/** For each stem of a text how it is written there: in lower case if it is so at all, since sentences begin with capitals. */
function spellings({ title, blocks, language }: ReturnType<Options['textOf']>): Map<string, string> {
  const written = new Map<string, string>();
  for (const text of [title, ...blocks]) {
    for (const { exact, start, end, isWord } of analyse(text)) {
      if (!isWord) continue;
      const stem = stemOf(exact, language);
      const form = text.slice(start, end).replace(/['’]s?$/, '');
      const known = written.get(stem);
      if (known === undefined || (known !== known.toLowerCase() && form === form.toLowerCase()))
        written.set(stem, form);
    }
  }
  return written;
}

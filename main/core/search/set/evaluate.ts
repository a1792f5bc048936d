/** Answers a query over placed segments. Every word is looked up in all of them before any is scored: idf is of the whole. */
import { indexFieldNames, type IndexField, type IndexHits, type IndexQuery, type IndexSearch } from '../index-set.ts';
import type { Accumulator } from './accumulator.ts';
import { type AccumulatorPool } from './accumulator.ts';
import { matchingNumbers, matchingTerms } from './glob.ts';
import { scoreTerm, type PlacedSegment } from './placed-segment.ts';
import { idf, type Scoring } from './scoring.ts';
import type { TermLookup } from './term-lookup.ts';

export interface Ground {
  readonly segments: readonly PlacedSegment[];
  readonly lookUp: TermLookup;
  /** With those deleted since the last merge. */
  readonly documentCount: number;
  readonly capacity: number;
  readonly scoring: Scoring;
  readonly pool: AccumulatorPool;
  /** Room for the answer of one search, used again by the next. */
  readonly answer: Omit<IndexHits, 'total'>;
}

type SetNode = Extract<IndexQuery, { kind: 'set' }>;

/** A term or a range of terms, found in each segment. */
interface FoundTerms {
  readonly kind: 'found';
  readonly isBest: boolean;
  readonly fields: readonly IndexField[] | null;
  readonly terms: readonly FoundTerm[];
}

interface FoundTerm {
  readonly text: string;
  readonly boost: number;
  /** 1 for a range, whose idf is known only when it was gone through. */
  readonly idf: number;
  /** By segment: the first number and the one past the last. */
  readonly ranges: readonly (readonly [number, number])[];
  /** Of a wildcard: by segment all terms that it stands for. */
  readonly numbers?: readonly Uint32Array[];
}

type FoundNode = FoundTerms | { readonly kind: 'all' | 'any'; readonly of: readonly FoundNode[] } | SetNode;

export function evaluate({ wanted, required, excluded }: IndexSearch, ground: Ground): IndexHits {
  const find = (node: IndexQuery) => findTerms(node, ground);
  const [wants, needs, bars] = [wanted.map(find), required.map(find), excluded.map(find)];
  const weigh = weigher([...wants, ...needs], ground.scoring);
  const run = (node: FoundNode, into: Accumulator, bit: number) => {
    runNode(node, { into, bit, weigh, ground });
  };
  const { pool } = ground;
  const main = pool.take();
  const need = runRequired(needs, ground, run);
  const barred = pool.take();
  wants.forEach((node, index) => {
    run(node, main, 1 << index);
  });
  for (const node of bars) if (node.kind !== 'set') run(node, barred, 1);

  if (wants.length === 0) {
    if (need !== null) for (let index = 0; index < need.count; index += 1) main.add(need.list[index] ?? 0, 0, 1);
    else if (needs.length > 0) forEachDocument(ground, (document) => main.add(document, 0, 1));
  }
  const isNeeded = needs.filter((node) => node.kind === 'set').map(({ has }) => has);
  const isBarred = bars.filter((node) => node.kind === 'set').map(({ has }) => has);

  const { documents, scores, met } = ground.answer;
  let total = 0;
  if (need === null && bars.length + isNeeded.length === 0 && wants.length > 0) total = copyAll(main, ground.answer);
  else
    for (let index = 0; index < main.count; index += 1) {
      const document = main.list[index] ?? 0;
      if (need !== null && !need.has(document)) continue;
      if (barred.has(document) || !isNeeded.every((has) => has(document))) continue;
      if (isBarred.some((has) => has(document))) continue;
      documents[total] = document;
      scores[total] = (main.scores[document] ?? 0) + (need?.scores[document] ?? 0);
      met[total] = wants.length === 0 ? 0 : (main.seen[document] ?? 0);
      total += 1;
    }
  for (const used of [main, barred, need]) if (used !== null) pool.give(used);
  return {
    total,
    documents: documents.subarray(0, total),
    scores: scores.subarray(0, total),
    met: met.subarray(0, total),
  };
}

/** All that was found is an answer. */
function copyAll(main: Accumulator, { documents, scores, met }: Ground['answer']): number {
  const { count, list } = main;
  documents.set(list.subarray(0, count));
  for (let index = 0; index < count; index += 1) {
    const document = list[index] ?? 0;
    scores[index] = main.scores[document] ?? 0;
    met[index] = main.seen[document] ?? 0;
  }
  return count;
}

type Run = (node: FoundNode, into: Accumulator, bit: number) => void;

/** Those that meet every required part that is more than a set; null if there is no such part. */
function runRequired(needs: readonly FoundNode[], { pool }: Ground, run: Run): Accumulator | null {
  const parts = needs.filter((node) => node.kind !== 'set');
  if (parts.length === 0) return null;
  const all = pool.take();
  run({ kind: 'all', of: parts }, all, 1);
  return all;
}

interface Task {
  readonly into: Accumulator;
  readonly bit: number;
  readonly weigh: Weigh;
  readonly ground: Ground;
}

function runNode(node: FoundNode, task: Task): void {
  const { into, bit, ground } = task;
  if (node.kind === 'found') runTerms(node, task);
  else if (node.kind === 'set') {
    forEachDocument(ground, (document) => {
      if (node.has(document)) into.add(document, 0, bit);
    });
  } else if (node.kind === 'any') for (const child of node.of) runNode(child, task);
  else runAll(node.of, task);
}

/** The parts one by one; what a part does not hold falls out. Sets are asked about what is left. */
function runAll(parts: readonly FoundNode[], task: Task): void {
  const { into, bit, ground } = task;
  const sets = parts.filter((part) => part.kind === 'set');
  const others = parts.filter((part) => part.kind !== 'set');
  const [first = { kind: 'set', has: () => true } as const, ...rest] = others;
  const found = [first, ...rest].map((part) => {
    const own = ground.pool.take();
    runNode(part, { ...task, into: own, bit: 1 });
    return own;
  });
  const smallest = found.reduce((least, one) => (one.count < least.count ? one : least));
  for (let index = 0; index < smallest.count; index += 1) {
    const document = smallest.list[index] ?? 0;
    if (!found.every((one) => one.has(document)) || !sets.every((set) => set.has(document))) continue;
    let score = 0;
    for (const one of found) score += one.scores[document] ?? 0;
    into.add(document, score, bit);
  }
  for (const one of found) ground.pool.give(one);
}

function runTerms(node: FoundTerms, { into, bit, weigh, ground }: Task): void {
  const best = node.isBest ? ground.pool.take() : null;
  const sink = { into: best ?? into, bit, isBest: node.isBest };
  for (const term of node.terms) {
    const weights = weigh(node.fields, term);
    term.numbers?.forEach((numbers, index) => {
      const placed = ground.segments[index];
      if (placed === undefined) return;
      for (const number of numbers) scoreTerm(placed, number, weights, 1, sink);
    });
    term.ranges.forEach(([from, to], index) => {
      const placed = ground.segments[index];
      if (placed === undefined) return;
      for (let number = from; number < to; number += 1) {
        const share = node.isBest ? completeness(placed, number, term.text) : 1;
        scoreTerm(placed, number, weights, share, sink);
      }
    });
  }
  if (best === null) return;
  // All completions, and all that a wildcard stands for, share one idf, that of them together: which of them is meant nobody knows yet, and the rarest is the
  // least likely.
  const together = idf(ground.documentCount, Math.min(best.count, ground.documentCount / 2));
  into.addAll(best, together, bit);
  ground.pool.give(best);
}

/** How much of a word was typed: half for a long way to go, 1 for the whole. */
function completeness({ segment }: PlacedSegment, term: number, prefix: string): number {
  return 0.5 + 0.5 * Math.min(1, prefix.length / Math.max(1, segment.terms.lengths[term] ?? 1));
}

/** Good until the next call. */
type Weigh = (fields: readonly IndexField[] | null, term: FoundTerm) => Float32Array;

function weigher(nodes: readonly FoundNode[], { boosts, k1, normalisesQuery }: Scoring): Weigh {
  const lengths = normalisesQuery ? queryLengths(nodes) : null;
  const weights = new Float32Array(indexFieldNames.length);
  return (fields, term) => {
    indexFieldNames.forEach((name, index) => {
      const isAsked = fields === null || fields.includes(name);
      const length = lengths?.[index] ?? 1;
      weights[index] = isAsked ? (term.boost * boosts[name] * term.idf * (k1 + 1)) / length : 0;
    });
    return weights;
  };
}

/** Of the query as a vector in each field; a term asked for twice counts with both boosts together. */
function queryLengths(nodes: readonly FoundNode[]): number[] {
  const byField = indexFieldNames.map(() => new Map<string, number>());
  const visit = (node: FoundNode): void => {
    if (node.kind === 'all' || node.kind === 'any') node.of.forEach(visit);
    if (node.kind !== 'found') return;
    indexFieldNames.forEach((name, index) => {
      if (node.fields !== null && !node.fields.includes(name)) return;
      const vector = byField[index];
      for (const { text, boost } of node.terms) vector?.set(text, (vector.get(text) ?? 0) + boost);
    });
  };
  nodes.forEach(visit);
  return byField.map((vector) => Math.hypot(...vector.values()) || 1);
}

function findTerms(node: IndexQuery, ground: Ground): FoundNode {
  switch (node.kind) {
    case 'set':
      return node;
    case 'all':
    case 'any':
      return { kind: node.kind, of: node.of.map((child) => findTerms(child, ground)) };
    case 'terms':
      return foundIn(
        node.fields,
        node.terms.map(({ term, boost }) => foundTerm(term, boost, ground)),
      );
    case 'wildcard': {
      if (!ground.scoring.normalisesQuery) {
        const dictionaries = ground.segments.map(({ segment }) => segment.terms);
        const numbers = matchingNumbers(node.pattern, dictionaries);
        const term = { text: node.pattern, boost: node.boost, idf: 1, ranges: [], numbers };
        return { kind: 'found', isBest: true, fields: node.fields, terms: [term] };
      }
      const terms = matchingTerms(
        node.pattern,
        ground.segments.map(({ segment }) => segment.terms),
      );
      return foundIn(
        node.fields,
        terms.map((term) => foundTerm(term, node.boost, ground)),
      );
    }
    case 'prefix': {
      const ranges = ground.segments.map(({ segment }) => segment.terms.range(`=${node.prefix}`));
      const term = { text: `=${node.prefix}`, boost: node.boost, idf: 1, ranges };
      return { kind: 'found', isBest: true, fields: node.fields, terms: [term] };
    }
  }
}

function foundIn(fields: readonly IndexField[] | null, terms: readonly (FoundTerm | null)[]): FoundTerms {
  return { kind: 'found', isBest: false, fields, terms: terms.filter((term) => term !== null) };
}

function foundTerm(text: string, boost: number, { lookUp, documentCount }: Ground): FoundTerm | null {
  const { numbers, fieldDocuments } = lookUp(text);
  if (fieldDocuments === 0) return null;
  const ranges = numbers.map((number) => (number === -1 ? ([0, 0] as const) : ([number, number + 1] as const)));
  return { text, boost, idf: idf(documentCount, fieldDocuments), ranges };
}

function forEachDocument({ segments }: Ground, visit: (document: number) => void): void {
  for (const { segment, base, deleted } of segments) {
    for (let document = 0; document < segment.documentCount; document += 1) {
      if (deleted?.[document] !== 1) visit(base + document);
    }
  }
}

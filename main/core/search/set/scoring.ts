/**
 * BM25 over fields, as lunr 2.3.9 has it: each field by itself, weighted by its boost, and summed. Robertson's idf in lunr's
 * form, with the documents of a term counted field by field.
 */
import { indexFieldNames, type IndexField } from '../index-set.ts';
import { fieldCount } from '../segment/postings.ts';
import type { Segment } from '../segment/segment.ts';

export interface Scoring {
  readonly boosts: Readonly<Record<IndexField, number>>;
  /** How soon repetition stops to tell. */
  readonly k1: number;
  /** How much the length of a field counts, 0 to 1. */
  readonly b: Readonly<Record<IndexField, number>>;
  /**
   * Divides what a field adds by the length of the query's vector in it, as lunr does. That makes scores of queries
   * comparable, which nobody compares, and depend on how many words a wildcard stands for.
   */
  readonly normalisesQuery: boolean;
}

const everywhere = (value: number) =>
  Object.fromEntries(indexFieldNames.map((name) => [name, value])) as Record<IndexField, number>; // one for each name

/**
 * Mild weights: where each field is scored by itself, a title wins by being short, and a heavy weight on top costs more than
 * it brings. Found on the judged sets (`npm run bench -- relevance`); anything from 1 to 4 for the title is as good.
 */
export const usualScoring: Scoring = {
  boosts: { ...everywhere(1), title: 2, standfirst: 1.5, tags: 1.5, headings: 1.2 },
  k1: 1.2,
  b: { ...everywhere(0.75), title: 0.5, standfirst: 0.6, tags: 0.5, headings: 0.6 },
  normalisesQuery: false,
};

/** lunr's own numbers with these boosts. */
export function lunrScoring(boosts: Partial<Record<IndexField, number>> = {}): Scoring {
  return { boosts: { ...everywhere(1), ...boosts }, k1: 1.2, b: everywhere(0.75), normalisesQuery: true };
}

export function idf(documents: number, fieldDocuments: number): number {
  const x = (documents - fieldDocuments + 0.5) / (fieldDocuments + 0.5);
  return Math.log(1 + Math.abs(x));
}

/**
 * For each segment, field and document what BM25 adds to the count below the line. Averages are those of all segments,
 * deleted documents counted in until a merge takes them out.
 */
export function fieldNorms(segments: readonly { readonly segment: Segment }[], { k1, b }: Scoring): Float32Array[][] {
  const documents = segments.reduce((sum, { segment }) => sum + segment.documentCount, 0);
  return segments.map(({ segment: { fieldLengths, documentCount } }) =>
    indexFieldNames.map((name, field) => {
      const total = segments.reduce((sum, { segment }) => sum + (segment.totalLengths[field] ?? 0), 0);
      const slope = total > 0 ? (k1 * b[name] * documents) / total : 0;
      const norms = new Float32Array(documentCount);
      for (let document = 0; document < documentCount; document += 1)
        norms[document] = k1 * (1 - b[name]) + slope * (fieldLengths[document * fieldCount + field] ?? 0);
      return norms;
    }),
  );
}

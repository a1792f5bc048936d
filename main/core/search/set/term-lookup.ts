/** Where a term stands in each segment, looked up once as long as the set stays as it is: a search asks for each twice. */
import type { Segment } from '../segment/segment.ts';

export interface FoundTerm {
  /** By segment the number of the term, or -1. */
  readonly numbers: readonly number[];
  /** In how many documents it stands, and the sum of that over the fields. */
  readonly documents: number;
  readonly fieldDocuments: number;
}

export type TermLookup = (term: string) => FoundTerm;

/** Many times more than one query has. */
const kept = 2000;

export function createTermLookup(segments: readonly Segment[]): TermLookup {
  const encoder = new TextEncoder();
  const known = new Map<string, FoundTerm>();
  return (term) => {
    let found = known.get(term);
    if (found === undefined) {
      found = find(encoder.encode(term), segments);
      if (known.size >= kept) known.clear();
      known.set(term, found);
    }
    return found;
  };
}

function find(term: Uint8Array, segments: readonly Segment[]): FoundTerm {
  let documents = 0;
  let fieldDocuments = 0;
  const numbers = segments.map(({ terms, head }) => {
    const number = terms.find(term);
    if (number !== -1) {
      const counts = head(number);
      documents += counts.documents;
      fieldDocuments += counts.fieldDocuments;
    }
    return number;
  });
  return { numbers, documents, fieldDocuments };
}

/** The set as it is at one generation: all segments in one numbering. Good until the set changes. */
import type { DocumentNumber, IndexSet, TermWeight } from '../index-set.ts';
import type { Segment } from '../segment/segment.ts';
import { AccumulatorPool } from './accumulator.ts';
import { evaluate, type Ground } from './evaluate.ts';
import type { HeldSegment } from './held-segment.ts';
import type { PlacedSegment } from './placed-segment.ts';
import { fieldNorms, type Scoring } from './scoring.ts';
import { createVocabulary } from './vocabulary.ts';

export type View = Omit<IndexSet, 'generation'>;

export function createView(held: readonly HeldSegment[], scoring: Scoring): View {
  let capacity = 0;
  const norms = fieldNorms(held, scoring);
  const segments = held.map(({ segment, deleted }, index): PlacedSegment => {
    const base = capacity;
    capacity += segment.documentCount;
    return { segment, base, deleted: deleted.includes(1) ? deleted : null, norms: norms[index] ?? [] };
  });
  const ground: Ground = {
    segments,
    documentCount: capacity,
    capacity,
    scoring,
    pool: new AccumulatorPool(capacity),
    answer: {
      documents: new Uint32Array(capacity),
      scores: new Float32Array(capacity),
      met: new Uint32Array(capacity),
    },
  };

  /** Which segment a document lies in, and its number there. */
  const locate = (document: DocumentNumber): { readonly segment: Segment; readonly number: number } => {
    for (let index = segments.length - 1; index >= 0; index -= 1) {
      const placed = segments[index];
      if (placed !== undefined && document >= placed.base)
        return { segment: placed.segment, number: document - placed.base };
    }
    throw new RangeError(`There is no document ${document} in this index.`);
  };
  const column =
    <Value>(read: (columns: Segment['columns'], number: number) => Value) =>
    (document: DocumentNumber): Value => {
      const { segment, number } = locate(document);
      return read(segment.columns, number);
    };

  return {
    documentCount: held.reduce((sum, segment) => sum + segment.liveCount(), 0),
    capacity,
    search: (search) => evaluate(search, ground),
    idOf: column((columns, number) => columns.id(number)),
    documentOf: (id) => {
      for (const [index, segment] of held.entries()) {
        const number = segment.numberOf(id);
        if (number !== null) return (segments[index]?.base ?? 0) + number;
      }
      return null;
    },
    columns: {
      source: column((columns, number) => (columns.text(number, 'source') === 'collection' ? 'collection' : 'library')),
      published: column((columns, number) => columns.published(number)),
      words: column((columns, number) => columns.words(number)),
      language: column((columns, number) => columns.text(number, 'language')),
      author: column((columns, number) => columns.text(number, 'author')),
      section: column((columns, number) => columns.text(number, 'section')),
      site: column((columns, number) => columns.text(number, 'site')),
      tags: column((columns, number) => columns.tags(number)),
    },
    vocabulary: createVocabulary(held.map(({ segment }) => segment)),
    vectorOf: (document) => {
      const { segment, number } = locate(document);
      return segment.vectors
        .of(number)
        .map(({ term, weight }): TermWeight => ({ term: segment.terms.term(term), weight }));
    },
  };
}

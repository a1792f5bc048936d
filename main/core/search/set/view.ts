/** The set as it is at one generation: all segments in one numbering. Good until the set changes. */
import type { DocumentNumber, IndexSet, TermWeight } from '../index-set.ts';
import type { Segment } from '../segment/segment.ts';
import { AccumulatorPool } from './accumulator.ts';
import { evaluate, type Ground } from './evaluate.ts';
import type { HeldSegment } from './held-segment.ts';
import type { PlacedSegment } from './placed-segment.ts';
import { fieldNorms, type Scoring } from './scoring.ts';
import { createTermLookup } from './term-lookup.ts';
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
  const lookUp = createTermLookup(held.map(({ segment }) => segment));
  const ground: Ground = {
    segments,
    lookUp,
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

  /** By document, which segment it lies in. */
  const homes = new Uint32Array(capacity);
  segments.forEach(({ base, segment }, index) => homes.fill(index, base, base + segment.documentCount));
  const home = (document: DocumentNumber): PlacedSegment => {
    const placed = segments[homes[document] ?? -1];
    if (placed === undefined) throw new RangeError(`There is no document ${document} in this index.`);
    return placed;
  };
  const column =
    <Value>(read: (columns: Segment['columns'], number: number) => Value) =>
    (document: DocumentNumber): Value => {
      const { segment, base } = home(document);
      return read(segment.columns, document - base);
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
    vocabulary: createVocabulary(
      held.map(({ segment }) => segment),
      lookUp,
    ),
    vectorOf: (document) => {
      const { segment, base } = home(document);
      return segment.vectors
        .of(document - base)
        .map(({ term, weight }): TermWeight => ({ term: segment.terms.term(term), weight }));
    },
  };
}

/**
 * The one door to lunr 2.3.9: its stemmer, its builder, its scoring. Terms come in ready made and go through untouched;
 * words, queries and passages are the business of the files beside this one.
 *
 * Two of lunr's traps are shut here. Its trimmer cuts letters that are not ASCII and its tokenizer splits on hyphens, so
 * the builder gets tokens and an empty pipeline. Its `TokenSet` confuses nodes labelled with digits and loses terms, so
 * the index is given a set that only says which of the asked terms exist.
 */
import lunr from 'lunr';

export interface LunrDocument {
  readonly id: string;
  /** For each field the terms, as often as they stand in it. */
  readonly fields: Readonly<Record<string, readonly string[]>>;
}

export interface LunrClause {
  readonly term: string;
  readonly boost: number;
  /** Every field if left out. */
  readonly fields?: readonly string[];
}

export interface ScoredDocument {
  readonly id: string;
  readonly score: number;
}

export interface LunrIndex {
  /** Every term, sorted by UTF-16 unit. */
  readonly terms: readonly string[];
  /** Field by field the documents that hold the term. */
  postings(term: string): ReadonlyMap<string, readonly string[]>;
  /** Documents with any of the terms, in lunr's order. */
  score(clauses: readonly LunrClause[]): ScoredDocument[];
}

/** The English (Porter) stem of a lower-case word. */
export function stemEnglish(word: string): string {
  return lunr.stemmer(new lunr.Token(word, {})).toString();
}

/** The stemmer that plugins of lunr-languages put on lunr under a language's code, or null. */
export function pluggedStemmer(
  plugins: readonly ((enriched: typeof lunr) => void)[],
  code: string,
): ((word: string) => string) | null {
  for (const plugin of plugins) plugin(lunr);
  const enriched = lunr as unknown as Partial<Record<string, { readonly stemmer?: (word: string) => string }>>;
  // As the plugins document it: given a string, their stemmers answer with one.
  return enriched[code]?.stemmer ?? null;
}

/** Words that stand in every English text and say nothing of what it is about. */
export function isFunctionWord(word: string): boolean {
  const kept = lunr.stopWordFilter(new lunr.Token(word, {})) as lunr.Token | undefined; // its type forgets the latter
  return kept === undefined;
}

/** lunr's own serialised form. Documents with the same terms in the same order give the same object. */
export function buildLunr(boosts: Readonly<Record<string, number>>, documents: Iterable<LunrDocument>): object {
  const builder = new lunr.Builder();
  builder.ref('id');
  builder.pipeline.reset();
  builder.searchPipeline.reset();
  // The tokenizer's type knows only text; what lunr passes it is what the field's extractor gave.
  builder.tokenizer = ((terms: readonly string[]) =>
    terms.map((term) => new lunr.Token(term, {}))) as unknown as typeof lunr.tokenizer;
  for (const [field, boost] of Object.entries(boosts)) {
    builder.field(field, { boost, extractor: (document) => fieldOf(document, field) });
  }
  for (const document of documents) builder.add(document);
  return builder.build().toJSON();
}

function fieldOf(document: object, field: string): object {
  // lunr hands back what `add` was given.
  return (document as LunrDocument).fields[field] ?? [];
}

interface SerialisedLunr {
  readonly version: string;
  readonly fields: string[];
  readonly fieldVectors: [string, number[]][];
  readonly invertedIndex: [string, Record<string, Record<string, unknown>>][];
}

/** Throws for an object that is no index of this version of lunr. */
export function openLunr(serialised: object): LunrIndex {
  const { fields, fieldVectors, invertedIndex } = checked(serialised);
  const inverted = new Map(invertedIndex);
  // Without a prototype: a term may be called "constructor".
  const postingsByTerm = Object.assign(Object.create(null) as object, Object.fromEntries(invertedIndex));
  const index = new lunr.Index({
    fields,
    fieldVectors: Object.fromEntries(
      fieldVectors.map(([reference, elements]) => [reference, new lunr.Vector(elements)]),
    ),
    invertedIndex: postingsByTerm,
    tokenSet: {
      intersect: (asked: lunr.TokenSet) => ({ toArray: () => asked.toArray().filter((term) => inverted.has(term)) }),
    },
    pipeline: new lunr.Pipeline(),
    // lunr's types name an attribute `documentVectors` that lunr 2 does not have, and ask for a whole TokenSet.
  } as unknown as lunr.Index.Attributes);

  return {
    terms: [...inverted.keys()].sort((a, b) => (a < b ? -1 : 1)),
    postings: (term) => {
      const posting = inverted.get(term);
      const held =
        posting === undefined ? [] : fields.map((field) => [field, Object.keys(posting[field] ?? {})] as const);
      return new Map(held.filter(([, ids]) => ids.length > 0));
    },
    score: (clauses) =>
      index
        .query((query) => {
          for (const { term, boost, fields: only } of clauses) {
            const clause: Partial<lunr.Query.Clause> = {
              term,
              boost,
              fields: [...(only ?? fields)],
              usePipeline: false,
            };
            // Without an edit distance, which the type demands: its mere presence asks for lunr's fuzzy set.
            query.clause(clause as lunr.Query.Clause);
          }
        })
        .map(({ ref, score }) => ({ id: ref, score })),
  };
}

function checked(serialised: object): SerialisedLunr {
  const index = serialised as Partial<SerialisedLunr>; // looked into below
  if (index.version !== lunr.version || !Array.isArray(index.invertedIndex) || !Array.isArray(index.fieldVectors)) {
    throw new TypeError(`This is no index of lunr ${lunr.version}.`);
  }
  return index as SerialisedLunr; // its version says what it holds, and the bundle's digest that it is as written
}

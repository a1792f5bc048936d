/** lunr 2.3.9 itself over the same articles and the same terms: what the compiled index is held against. */
import lunr from 'lunr';
import { analyse, exactTerm, stemOf } from '../analysis.ts';
import { indexFieldNames, type IndexedArticle, type IndexField } from '../index-set.ts';

export interface OracleClause {
  readonly term: string;
  readonly boost: number;
  readonly fields: readonly IndexField[] | null;
  readonly presence: 'optional' | 'required' | 'prohibited';
}

export interface Oracle {
  readonly index: lunr.Index;
  query(clauses: readonly OracleClause[]): { readonly id: string; readonly score: number }[];
}

export function askLunr(
  articles: readonly IndexedArticle[],
  boosts: Readonly<Partial<Record<IndexField, number>>>,
): Oracle {
  const builder = new lunr.Builder();
  builder.ref('id');
  builder.pipeline.reset();
  builder.searchPipeline.reset();
  // The tokenizer's type knows only text; what lunr passes it is what the field's extractor gave.
  builder.tokenizer = ((terms: readonly string[]) =>
    terms.map((term) => new lunr.Token(term, {}))) as unknown as typeof lunr.tokenizer;
  for (const name of indexFieldNames) {
    builder.field(name, {
      boost: boosts[name] ?? 1,
      extractor: (document) => termsIn(document as IndexedArticle, name),
    });
  }
  for (const article of articles) builder.add(article);
  const index = builder.build();
  return {
    index,
    query: (clauses) =>
      index
        .query((query) => {
          for (const { term, boost, fields, presence } of clauses) {
            const clause = {
              term,
              boost,
              fields: [...(fields ?? indexFieldNames)],
              usePipeline: false,
              presence: lunr.Query.presence[presence.toUpperCase() as 'OPTIONAL' | 'REQUIRED' | 'PROHIBITED'],
            };
            // With a presence, which the type forgets, and without an edit distance, which it demands: its mere being there
            // asks for lunr's fuzzy set.
            query.clause(clause as unknown as lunr.Query.Clause);
          }
        })
        .map(({ ref, score }) => ({ id: ref, score })),
  };
}

/** The terms of one field, one by one as the analysis gives them. */
export function termsIn(article: IndexedArticle, field: IndexField): string[] {
  const texts = field === 'body' ? article.blocks : [article[field]].flat();
  return texts.flatMap((text) =>
    analyse(text).flatMap(({ exact }) => [exactTerm(exact), stemOf(exact, article.language)]),
  );
}

export function article(id: string, fields: Partial<IndexedArticle>): IndexedArticle {
  return {
    id,
    language: 'en',
    title: '',
    standfirst: '',
    tags: [],
    author: '',
    section: '',
    headings: [],
    blocks: [],
    site: '',
    source: 'library',
    published: null,
    words: 0,
    ...fields,
  };
}

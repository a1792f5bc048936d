/** What of an article is indexed, and how much each field weighs. */
import { analyse, exactTerm, stemOf } from './analysis.ts';
import { buildLunr, type LunrDocument } from './lunr.ts';
import type { SearchField } from './query.ts';

export interface IndexedArticle {
  readonly id: string;
  readonly language: string;
  readonly title: string;
  readonly standfirst: string;
  readonly tags: readonly string[];
  readonly author: string;
  readonly section: string;
  readonly headings: readonly string[];
  readonly blocks: readonly string[];
}

const boosts = { title: 8, standfirst: 3, tags: 4, author: 2, section: 2, headings: 2.5, body: 1 } as const;

type IndexField = keyof typeof boosts;

export const indexFields: Readonly<Record<SearchField, IndexField>> = {
  title: 'title',
  author: 'author',
  section: 'section',
  tag: 'tags',
};

/** The index as lunr serialises it: a JSON object, the same for the same articles in the same order. */
export function buildIndex(articles: Iterable<IndexedArticle>): object {
  return buildLunr(boosts, documentsOf(articles));
}

/** One after the other, since the terms of all of them together are many times their text. */
function* documentsOf(articles: Iterable<IndexedArticle>): Generator<LunrDocument> {
  for (const article of articles) yield { id: article.id, fields: fieldsOf(article) };
}

function fieldsOf(article: IndexedArticle): Record<IndexField, string[]> {
  const terms = (texts: readonly string[]) => texts.flatMap((text) => termsOf(text, article.language));
  return {
    title: terms([article.title]),
    standfirst: terms([article.standfirst]),
    tags: terms(article.tags),
    author: terms([article.author]),
    section: terms([article.section]),
    headings: terms(article.headings),
    body: terms(article.blocks),
  };
}

function termsOf(text: string, language: string): string[] {
  return analyse(text).flatMap(({ exact }) => [exactTerm(exact), stemOf(exact, language)]);
}

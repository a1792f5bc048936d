/**
 * The JSON that the commands print. These shapes are a promise to scripts: fields are added, never renamed or dropped.
 * Names (section, author, byline) are those a reader sees; what an article does not have is null.
 */
import type { Article, ArticleSummary, RelatedArticle } from '../../contract/entities.ts';
import type { Explanation, SearchResult } from '../../contract/search-entities.ts';
import { imagesOf, textOf, withoutSoftHyphens, type ArticleImage } from './article-text.ts';

export interface SearchJson {
  /** How many articles match; `hits` holds the first of them. */
  readonly total: number;
  readonly tookMs: number;
  /** How the query was read, as a sentence. */
  readonly understood: string;
  readonly hits: readonly {
    readonly id: string;
    readonly title: string;
    readonly source: 'collection' | 'library';
    readonly url: string | null;
    readonly score: number;
    readonly passage: string;
    /** With --explain: parts whose points add up to `score`. */
    readonly explanation?: Explanation['parts'];
  }[];
}

/** `explanations` are parallel to the hits, null for none. */
export function searchJson(
  { total, tookMs, understood, hits }: SearchResult,
  explanations: readonly Explanation[] | null,
): SearchJson {
  return {
    total,
    tookMs,
    understood: understood.text,
    hits: hits.map(({ article: { id, title, source, url }, score, passage }, at) => {
      const explanation = explanations?.[at]?.parts;
      const hit = { id, title, source, url, score, passage: passage.text };
      return explanation === undefined ? hit : { ...hit, explanation };
    }),
  };
}

export interface ListedJson {
  readonly id: string;
  readonly title: string;
  readonly section: string | null;
  readonly author: string | null;
  readonly published: string | null;
  readonly words: number;
  readonly source: 'collection' | 'library';
}

export function listJson(articles: readonly ArticleSummary[]): ListedJson[] {
  return articles.map(({ id, title, section, author, published, words, source }) => {
    return { id, title, section: section?.name ?? null, author: author?.name ?? null, published, words, source };
  });
}

export interface ArticleJson {
  readonly id: string;
  readonly title: string;
  /** Empty if nobody signed. */
  readonly byline: string;
  readonly published: string | null;
  readonly language: string;
  /** The body, safe to show. */
  readonly html: string;
  /** The body as text, a blank line between paragraphs. */
  readonly text: string;
  readonly images: readonly ArticleImage[];
}

export function articleJson(article: Article): ArticleJson {
  const { id, title, author, published, language, html } = article;
  return {
    id,
    title,
    byline: author?.name ?? '',
    published,
    language,
    html: withoutSoftHyphens(html),
    text: textOf(html),
    images: imagesOf(article),
  };
}

export interface RelatedJson {
  readonly id: string;
  readonly title: string;
  readonly score: number;
  readonly reasons: readonly string[];
}

export function relatedJson(items: readonly RelatedArticle[]): RelatedJson[] {
  return items.map(({ article: { id, title }, score, reasons }) => ({ id, title, score, reasons }));
}

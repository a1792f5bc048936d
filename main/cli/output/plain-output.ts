/** What the commands print for people. Not a promise: scripts use --json. */
import type { Article, ArticleSummary, RelatedArticle } from '../../contract/entities.ts';
import type { SearchResult } from '../../contract/search-entities.ts';
import { textOf } from './article-text.ts';

export function searchText({ total, understood, hits }: SearchResult): string {
  const found = `${total} ${total === 1 ? 'article' : 'articles'}. ${understood.text}`;
  const blocks = hits.map(({ article, passage }) => {
    return `${article.title}\n  ${article.id}\n  ${passage.text.replace(/\s+/g, ' ').trim()}`;
  });
  return lines([found, ...blocks], '\n\n');
}

export function listText(articles: readonly ArticleSummary[]): string {
  const widest = Math.max(0, ...articles.map(({ id }) => id.length));
  return lines(
    articles.map(({ id, title, published, minutes }) => {
      return `${id.padEnd(widest)}  ${(published ?? '').slice(0, 10).padEnd(10)}  ${title} (${minutes} min)`;
    }),
    '\n',
  );
}

export function articleText({ title, standfirst, author, published, html }: Article): string {
  const signature = [author?.name, published?.slice(0, 10)].filter((part) => part !== undefined).join(', ');
  return lines(
    [title, standfirst, signature, textOf(html)].filter((part) => part !== ''),
    '\n\n',
  );
}

export function relatedText(items: readonly RelatedArticle[]): string {
  return lines(
    items.map(({ article, reasons }) => `${article.title}\n  ${article.id}\n  ${reasons.join('; ')}`),
    '\n\n',
  );
}

function lines(parts: readonly string[], separator: string): string {
  return parts.length === 0 ? '' : `${parts.join(separator)}\n`;
}

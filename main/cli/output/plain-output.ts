/** What the commands print for people. Not a promise: scripts use --json. */
import type { Article, ArticleSummary, RelatedArticle } from '../../contract/entities.ts';
import type { Explanation, SearchResult } from '../../contract/search-entities.ts';
import { textOf } from './article-text.ts';

/** `explanations` are parallel to the hits, null for none. */
export function searchText(
  { total, understood, hits }: SearchResult,
  explanations: readonly Explanation[] | null,
): string {
  const found = `${total} ${total === 1 ? 'article' : 'articles'}. ${understood.text}`;
  const problems = understood.problems.map(({ message }) => `${message}.`);
  const blocks = hits.map(({ article, passage }, at) => {
    const hit = `${article.title}\n  ${article.id}\n  ${passage.text.replace(/\s+/g, ' ').trim()}`;
    const explanation = explanations?.[at];
    return explanation === undefined ? hit : `${hit}\n${explanationText(explanation)}`;
  });
  return lines([[found, ...problems].join('\n'), ...blocks], '\n\n');
}

function explanationText({ score, parts }: Explanation): string {
  const points = (value: number): string => value.toFixed(2).padStart(9);
  const rows = parts.map(({ what, how, points: gained }) => `${points(gained)}  ${what}: ${how}`);
  return [`${points(score)}  points, of these`, ...rows].join('\n');
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

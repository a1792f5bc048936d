/**
 * How a page or a chapter says what it is made of, so that it can come back: all but the text in one element of metadata, the
 * text between two comments. importers/html/own-page.ts reads it.
 */
import { articleFields } from './article-fields.ts';
import type { ArticleToExport } from './export-source.ts';
import { escapeHtml } from './html.ts';

export const textBegins = '<!--lectern:text-->';
export const textEnds = '<!--/lectern:text-->';

/** Well-formed as XML too. */
export function ownMeta(exported: ArticleToExport): string {
  return `<meta name="lectern" content="${escapeHtml(JSON.stringify(articleFields(exported)).replace(controls, written))}"/>`;
}

// eslint-disable-next-line no-control-regex -- what neither HTML nor XML takes, even escaped
const controls = /[\u0000-\u001F\u007F-\u009F\uFFFE\uFFFF]|\p{Surrogate}/gu;

function written(sign: string): string {
  return String.raw`\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** What the reader marked and noted, to be read below the text. */
export function ownWordsHtml({ article, highlights }: ArticleToExport): string {
  if (highlights.length === 0 && article.note === '') return '';
  const lines = (text: string): string => escapeHtml(withoutControls(text)).replaceAll('\n', '<br/>');
  const marked = highlights.map(
    ({ quote, note }) =>
      `${quote === '' ? '' : `<blockquote><p>${lines(quote)}</p></blockquote>`}${note === '' ? '' : `<p>${lines(note)}</p>`}`,
  );
  const note = article.note === '' ? '' : `<p>${lines(article.note)}</p>`;
  return `<section class="notes"><h2>Notes</h2>${note}${marked.join('')}</section>`;
}

export function withoutControls(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(controls, (sign) => (/[\t\n]/.test(sign) ? sign : ''));
}

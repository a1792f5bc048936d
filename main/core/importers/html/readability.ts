/**
 * Mozilla's Readability on linkedom. linkedom is no browser: it is given only what parse5 has parsed and serialised, or it
 * keeps upper-case names and loses links; and what comes out is parsed by parse5 again before anything trusts it.
 */
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { serialize } from 'parse5';
import type { PageDocument } from './nodes.ts';

export interface ReadableText {
  readonly html: string;
  readonly byline: string;
}

/** What takes longer than a reader waits: the page's own main element serves instead. */
export const mostElements = 60_000;

/** Null if it finds no article. `language` and `title` help it to know what belongs to the head of the page. */
export function readReadable(page: PageDocument, title: string): ReadableText | null {
  // Neither package's types are known without a browser's; what they share is linkedom's document.
  const { document } = parseHTML(
    `<!doctype html><html><head><title>${escape(title)}</title></head>${bodyOf(serialize(page))}</html>`,
  ) as unknown as { document: object };
  // Its classes tell languages of listings and kinds of notes. The facts of the page are read elsewhere, from the whole.
  const article = new Readability(document, { keepClasses: true, disableJSONLD: true, charThreshold: 250 }).parse();
  const html = article?.content ?? '';
  return html.trim() === '' ? null : { html, byline: article?.byline?.trim() ?? '' };
}

function bodyOf(html: string): string {
  const at = html.indexOf('<body');
  return at === -1 ? `<body>${html}</body>` : html.slice(at).replace(/<\/html>\s*$/, '');
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

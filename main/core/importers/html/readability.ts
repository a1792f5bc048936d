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

/**
 * Tags and entities of a page that Readability is asked about. It goes over a page many times, and linkedom makes a node of
 * each entity: 120,000 take about four seconds, and a reader has no page of such a size but by malice or by mistake.
 */
const mostParts = 120_000;

/** Null if it finds no article or the page is too large. The title tells it what belongs to the head of the page. */
export function readReadable(page: PageDocument, title: string): ReadableText | null {
  const html = serialize(page);
  if (isTooLarge(html)) return null;
  // Neither package's types are known without a browser's; what they share is linkedom's document.
  const { document } = parseHTML(
    `<!doctype html><html><head><title>${escape(title)}</title></head>${bodyOf(html)}</html>`,
  ) as unknown as { document: object };
  // Its classes tell languages of listings and kinds of notes. The facts of the page are read elsewhere, from the whole.
  const article = new Readability(document, { keepClasses: true, disableJSONLD: true, charThreshold: 250 }).parse();
  const content = article?.content ?? '';
  return content.trim() === '' ? null : { html: content, byline: article?.byline?.trim() ?? '' };
}

function isTooLarge(html: string): boolean {
  let parts = 0;
  for (const mark of ['<', '&'])
    for (let at = html.indexOf(mark); at !== -1 && parts <= mostParts; at = html.indexOf(mark, at + 1)) parts += 1;
  return parts > mostParts;
}

function bodyOf(html: string): string {
  const at = html.indexOf('<body');
  return at === -1 ? `<body>${html}</body>` : html.slice(at).replace(/<\/html>\s*$/, '');
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** What stands on the clipboard: the part of a page that was copied, with where it was if the browser says so; or text. */
import { bareArticle } from '../bare-article.ts';
import type { ImportedArticle } from '../import-record.ts';
import { webAddress } from './addresses.ts';

/** Null if there is nothing to read in it. */
export function articleOfClipboard({
  html,
  text,
}: {
  readonly html: string;
  readonly text: string;
}): ImportedArticle | null {
  const { fragment, url } = copiedPart(html);
  if (/<[a-z]/i.test(fragment) && fragment.replace(/<(?!img)[^>]*>/gi, '').trim() !== '') {
    const content = { kind: 'html', html: fragment, extent: 'article', baseUrl: url, resources: () => null } as const;
    return bareArticle(content, { url });
  }
  const plain = text.trim();
  if (plain === '') return null;
  const address = /^https?:\/\/\S+$/i.test(plain) ? webAddress(plain, null) : null;
  return address === null ? bareArticle({ kind: 'text', text: plain }) : bareArticle(null, { url: address });
}

/** Whether a file is what stood on the clipboard. The marks alone do not say so: editors leave them within pages. */
export function isClipboard(html: string): boolean {
  return (
    /^Version:[\d.]+\r?\n[^]{0,2000}StartFragment/.test(html) ||
    /^\s*(?:<!doctype[^>]*>\s*)?(?:<html[^>]*>\s*)?(?:<body[^>]*>\s*)?<!--\s*StartFragment/i.test(html)
  );
}

/** Windows puts lines with byte offsets before the page, and every system marks the copied part with comments. */
function copiedPart(html: string): { fragment: string; url: string | null } {
  const head = /^Version:[\d.]+\r?\n(?:[A-Za-z]+:[^\r\n]*\r?\n)*/.exec(html)?.[0] ?? '';
  const url = webAddress(/^SourceURL:(.*)$/m.exec(head)?.[1] ?? null, null);
  const marked = /<!--\s*StartFragment\s*-->([^]*?)(?:<!--\s*EndFragment\s*-->|$)/i.exec(html)?.[1];
  if (marked !== undefined) return { fragment: marked, url };
  const [start, end] = ['StartFragment', 'EndFragment'].map((name) =>
    Number(new RegExp(`^${name}:(\\d+)`, 'm').exec(head)?.[1] ?? -1),
  );
  if (start !== undefined && end !== undefined && start > 0 && end > start)
    return { fragment: Buffer.from(html).subarray(start, end).toString(), url };
  return { fragment: html.slice(head.length), url };
}

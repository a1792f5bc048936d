/** What a page of a book is: a chapter, or what stands before and after the chapters. */

export function bodyOf(html: string): string {
  return /<body\b[^>]*>([^]*?)(?:<\/body\s*>|$)/i.exec(html)?.[1] ?? html;
}

/** Null if it has none. */
export function headingOf(html: string): string | null {
  const heading = /<h([1-3])\b[^>]*>([^]{0,2000}?)<\/h\1\s*>/i.exec(html)?.[2];
  const title = plain(heading ?? '') || plain(/<title\b[^>]*>([^]{0,500}?)<\/title\s*>/i.exec(html)?.[1] ?? '');
  return title === '' ? null : title.slice(0, 300);
}

export function lettersIn(html: string): number {
  return plain(bodyOf(html)).replace(/\s+/g, '').length;
}

/** Null for a page of text, as far as its own words for itself tell. */
export function kindOfPage(html: string, path: string): string | null {
  const types = Array.from(
    html.slice(0, 20_000).matchAll(/<(?:body|section|div|nav)\b[^>]*epub:type\s*=\s*["']([^"']+)["']/gi),
    ([, type]) => type ?? '',
  ).join(' ');
  if (/\bcover\b/.test(types) || /(?:^|\/)cover[^/]*$/i.test(path)) return 'the cover';
  if (/\b(?:toc|landmarks|page-list|loi|lot)\b/.test(types)) return 'the contents';
  if (/\b(?:titlepage|halftitlepage)\b/.test(types)) return 'the title page';
  const isContents = (html.match(/<a\b[^>]*href/gi)?.length ?? 0) >= 5 && linkShare(html) > 0.7;
  return isContents ? 'the contents' : null;
}

function linkShare(html: string): number {
  const all = lettersIn(html);
  const linked = Array.from(
    bodyOf(html).matchAll(/<a\b[^>]*href[^>]*>([^]*?)<\/a\s*>/gi),
    ([, text]) => plain(text ?? '').replace(/\s+/g, '').length,
  );
  return all === 0 ? 0 : linked.reduce((sum, letters) => sum + letters, 0) / all;
}

function plain(html: string): string {
  return html
    .replace(/<(?:script|style)\b[^]*?<\/(?:script|style)\s*>/gi, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#?\w+;/g, '_')
    .replace(/\s+/g, ' ')
    .trim();
}

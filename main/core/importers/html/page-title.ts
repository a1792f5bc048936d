/** The title of an article out of the title of its page. */

const separators = /\s+[|–—\-·•»/:\\]\s+|\s*[|»]\s*/;

/**
 * A heading that the page's title begins with is the article's title; else what is left of it without the name of the site.
 * Without a title, the only heading.
 */
export function titleWithoutSite(written: string, headings: readonly string[], site: string): string {
  const title = written.trim();
  const only = headings.filter((heading) => heading !== '');
  if (title === '') return only.length === 1 ? (only[0] ?? '') : '';
  const folded = fold(title);
  const parts = title.split(separators);
  const start = fold(parts[0] ?? '');
  const heading = only.find((one) => fold(one) !== '' && (fold(one) === start || begins(folded, fold(one))));
  if (heading !== undefined) return heading;
  if (parts.length < 2) return title;
  // A heading that ends the page's title is the name over all pages of the site.
  const isSite = (part: string): boolean => [site, ...only].some((name) => name !== '' && fold(part) === fold(name));
  const last = parts.at(-1) ?? '';
  if (isSite(last)) return title.slice(0, title.lastIndexOf(last)).replace(/[\s|–—\-·•»/:\\]+$/, '');
  if (isSite(parts[0] ?? '')) return title.slice((parts[0] ?? '').length).replace(/^[\s|–—\-·•»/:\\]+/, '');
  return title;
}

function begins(title: string, heading: string): boolean {
  return title === heading || (title.startsWith(`${heading} `) && heading.length >= 8);
}

function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

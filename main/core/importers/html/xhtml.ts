/** XHTML read as HTML: there an element that closes itself would stay open, and a title without text hold the whole page. */
const pattern = /<([A-Za-z][\w:.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*\/>/g;
const empty = new Set([
  'br',
  'hr',
  'img',
  'meta',
  'link',
  'input',
  'base',
  'col',
  'wbr',
  'source',
  'area',
  'embed',
  'param',
  'track',
]);

export function isXhtml(text: string): boolean {
  const head = text.slice(0, 2000);
  return /^\s*<\?xml\b/.test(head) || /<html[^>]*\sxmlns\s*=\s*["']http:\/\/www\.w3\.org\/1999\/xhtml/i.test(head);
}

export function xhtmlAsHtml(text: string): string {
  return text
    .replace(/<!\[CDATA\[([^]*?)\]\]>/g, (_, inner: string) => inner.replaceAll('&', '&amp;').replaceAll('<', '&lt;'))
    .replace(pattern, (whole, name: string, attributes: string) =>
      empty.has(name.toLowerCase()) ? whole : `<${name}${attributes}></${name}>`,
    );
}

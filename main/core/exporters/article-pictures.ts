/** The pictures that stand in an article's HTML, and their places in what is made of it. */

const source = /(<img\b[^>]*?\ssrc=")\/assets\/([^"]+)"/g;

/** Names of assets, each once. */
export function picturesIn(html: string): string[] {
  return [...new Set(Array.from(html.matchAll(source), ([, , name]) => name ?? ''))];
}

/** A null leaves the picture without an address, and its words in its place. */
export function movePictures(html: string, hrefOf: (name: string) => string | null): string {
  return html.replace(source, (_, before: string, name: string) => {
    const href = hrefOf(name);
    return href === null ? before.replace(/\ssrc="$/, '') : `${before}${href}"`;
  });
}

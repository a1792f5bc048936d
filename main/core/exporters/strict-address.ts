/** An address to the letter of the standard, as readers of books demand it; null for one that leads nowhere outside. */
export function strictAddress(written: string): string | null {
  const url = URL.parse(written);
  if (url === null || !['http:', 'https:', 'mailto:'].includes(url.protocol)) return null;
  return url.href.replace(/%(?![0-9a-f]{2})|[^!#$%&'()*+,\-./:;=?@_~\w]/gi, encodeURIComponent);
}

/** The address that somebody has copied or drags, if that is all it is. Pure. */

const longest = 8000;

/** Null for words, for several addresses and for what does not lead into the web. */
export function addressIn(text: string): string | null {
  const address = text.trim();
  if (address.length > longest || !/^https?:\/\/\S+$/i.test(address)) return null;
  return URL.parse(address)?.href ?? null;
}

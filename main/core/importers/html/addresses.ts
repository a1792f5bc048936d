/** Addresses as a page writes them, made absolute. */

/** Null for what is no address, or is one of another kind than a reader can follow: http, https or mailto. */
export function absoluteLink(written: string, base: string | null): string | null {
  const url = parse(written, base);
  return url !== null && /^(?:https?|mailto):$/.test(url.protocol) && !/\s/.test(url.href) ? url.href : null;
}

/** Null for anything but http and https. */
export function webAddress(written: string | null, base: string | null): string | null {
  if (written === null) return null;
  const url = parse(written, base);
  return url !== null && /^https?:$/.test(url.protocol) && url.hostname !== '' ? url.href : null;
}

/** Whether two addresses are one document, and differ in their fragment at most. */
export function isSameDocument(one: string, other: string): boolean {
  return withoutFragment(one) === withoutFragment(other);
}

function withoutFragment(address: string): string {
  return address.replace(/#.*$/s, '');
}

function parse(written: string, base: string | null): URL | null {
  const text = written.trim();
  if (text === '' || text.length > 8000) return null;
  return URL.parse(text, base ?? undefined);
}

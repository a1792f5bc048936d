/** What an address out of a story leads to, for the question before it is opened. */

export type ExternalLink =
  | { readonly kind: 'page'; readonly url: string; readonly host: string; readonly isSecure: boolean }
  | { readonly kind: 'mail'; readonly url: string; readonly to: string };

/** Null for whatever must not be opened: any scheme but http, https and mailto, and what is no address at all. */
export function parseExternalLink(href: string): ExternalLink | null {
  const url = URL.parse(href);
  if (url === null) return null;
  if (url.protocol === 'mailto:') return { kind: 'mail', url: url.href, to: readable(url.pathname) };
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  // A name and password in an address serve to make one host look like another.
  url.username = '';
  url.password = '';
  return { kind: 'page', url: url.href, host: url.host, isSecure: url.protocol === 'https:' };
}

function readable(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

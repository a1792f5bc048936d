/** What Lectern says of itself and of what it wants. Nothing about the reader. */
import { acceptedEncodings } from './read-body.ts';
import type { AcceptKind, NetworkRequest } from './network-port.ts';

/** By which a site's rules for robots name us. */
export const robotName = 'Lectern';

const accepts: Readonly<Record<AcceptKind, string>> = {
  page: 'text/html, application/xhtml+xml, application/pdf;q=0.9, text/plain;q=0.8, image/*;q=0.7, */*;q=0.5',
  picture: 'image/avif, image/webp, image/png, image/jpeg, image/gif, image/svg+xml, image/*;q=0.5',
  feed: 'application/atom+xml, application/rss+xml, application/feed+json, application/json;q=0.8, text/xml;q=0.8, */*;q=0.5',
};

export function requestHeaders(request: NetworkRequest, version: string): Record<string, string> {
  const { accept, etag, lastModified, referrer } = request;
  const from = referrer === undefined || referrer === null ? null : URL.parse(referrer);
  return {
    'user-agent': `Mozilla/5.0 (compatible; ${robotName}/${version}; offline reader)`,
    accept: accepts[accept],
    'accept-encoding': acceptedEncodings,
    'accept-language': 'en;q=0.8, *;q=0.5',
    ...(from === null ? {} : { referer: `${from.origin}/` }),
    ...(isHeader(etag) ? { 'if-none-match': etag } : {}),
    ...(isHeader(lastModified) ? { 'if-modified-since': lastModified } : {}),
  };
}

/** What a server said once goes back only as what can stand in a header. */
function isHeader(text: string | null | undefined): text is string {
  return typeof text === 'string' && /^[\x20-\x7e]{1,1000}$/.test(text);
}

/**
 * Takes long data URIs out of a page's text before anything parses it: a parser copies them letter by letter, Readability
 * more than once. What stands in their place is short and leads to nothing but here.
 */
const scheme = 'lectern-data:';
const shortest = 200;
/** Of a quoted one that is not in base64: a drawing. */
const longestText = 1_000_000;

export interface CutText {
  readonly text: string;
  /** Null for an address that is no data URI, or one that cannot be read. */
  readonly read: (address: string) => { readonly mediaType: string; readonly bytes: Uint8Array } | null;
  /** Puts back what was no picture but text about one. */
  readonly restore: (text: string) => string;
}

export function cutDataUris(text: string): CutText {
  const uris: string[] = [];
  const parts: string[] = [];
  let kept = 0;
  const pattern = /data:[\w.+-]+\/[\w.+-]+(?:;[\w.+=-]+)*,/gi;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const quote = /["']/.exec(text[match.index - 1] ?? '')?.[0] ?? null;
    const isBase64 = /;base64,$/i.test(match[0]);
    const end = isBase64
      ? endOfBase64(text, pattern.lastIndex, quote !== null)
      : endOfText(text, pattern.lastIndex, quote);
    pattern.lastIndex = end;
    if (end - match.index < shortest) continue;
    parts.push(text.slice(kept, match.index), scheme, String(uris.length));
    uris.push(text.slice(match.index, end));
    kept = end;
  }
  parts.push(text.slice(kept));
  const uriOf = (address: string): string | undefined =>
    address.startsWith(scheme) ? uris[Number(address.slice(scheme.length))] : address;
  return {
    text: parts.join(''),
    read: (address) => readDataUri(uriOf(address) ?? ''),
    restore: (value) =>
      value.includes(scheme)
        ? value.replace(/lectern-data:(\d+)/g, (whole, number: string) => uris[Number(number)] ?? whole)
        : value,
  };
}

/** Its alphabet, which may be broken into lines if it is quoted. */
function endOfBase64(text: string, from: number, isQuoted: boolean): number {
  const body = /[A-Za-z0-9+/=%]*/y;
  const lineBreak = /\r?\n[ \t]*/y;
  let end = from;
  for (let at = from; ;) {
    body.lastIndex = at;
    body.test(text);
    if (body.lastIndex > at) end = body.lastIndex;
    lineBreak.lastIndex = end;
    if (!isQuoted || body.lastIndex === at || !lineBreak.test(text)) return end;
    at = lineBreak.lastIndex;
  }
}

/** The quotation mark that it began with; without one, what ends an attribute or an address in a style. */
function endOfText(text: string, from: number, quote: string | null): number {
  if (quote !== null) {
    const end = text.indexOf(quote, from);
    return end === -1 || end - from > longestText ? from : end;
  }
  const body = /[^"'<>\s)]*/y;
  body.lastIndex = from;
  return body.test(text) ? body.lastIndex : from;
}

/** Null for what is no data URI or holds nothing. */
function readDataUri(uri: string): { mediaType: string; bytes: Uint8Array } | null {
  const head = /^data:([\w.+-]+\/[\w.+-]+)((?:;[\w.+=-]+)*),/i.exec(uri);
  if (head === null) return null;
  const [all, mediaType = '', parameters = ''] = head;
  const body = uri.slice(all.length);
  const bytes = /;base64$/i.test(parameters)
    ? Buffer.from(body.includes('%') ? percentDecoded(body).toString('latin1') : body, 'base64')
    : percentDecoded(body);
  return bytes.length === 0 ? null : { mediaType: mediaType.toLowerCase(), bytes };
}

/** Byte by byte, and a % that begins nothing is a %. */
function percentDecoded(text: string): Buffer {
  const parts = text.split(/((?:%[0-9a-f]{2})+)/i);
  return Buffer.concat(
    parts.map((part, index) =>
      index % 2 === 1 ? Buffer.from(part.replaceAll('%', ''), 'hex') : Buffer.from(part, 'utf8'),
    ),
  );
}

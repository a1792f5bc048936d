/**
 * The parts of a MIME message, with the headers that web archives need and mail readers drop (Content-Location). Boundaries
 * that were never closed, or that the header names wrongly, are made the best of.
 */

export interface MimePart {
  readonly mediaType: string;
  readonly charset: string | null;
  readonly location: string | null;
  /** Without its angle brackets. */
  readonly contentId: string | null;
  readonly bytes: Uint8Array;
}

const deepest = 8;
const mostParts = 20_000;

/** In the order of the file, nested ones in place of what holds them. */
export function readMime(bytes: Uint8Array): {
  readonly headers: ReadonlyMap<string, string>;
  readonly parts: readonly MimePart[];
} {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const { headers, body } = splitHeaders(text);
  const parts: MimePart[] = [];
  collect(headers, body, parts, 0);
  return { headers, parts };
}

function collect(headers: ReadonlyMap<string, string>, body: string, parts: MimePart[], depth: number): void {
  const type = headers.get('content-type') ?? 'text/plain';
  if (/^\s*multipart\//i.test(type) && depth < deepest) {
    for (const part of splitParts(body, parameter(type, 'boundary'))) {
      if (parts.length >= mostParts) return;
      const inner = splitHeaders(part);
      collect(inner.headers, inner.body, parts, depth + 1);
    }
    return;
  }
  parts.push({
    mediaType: type.replace(/;.*/s, '').trim().toLowerCase(),
    charset: parameter(type, 'charset'),
    location: headers.get('content-location')?.trim() ?? null,
    contentId: headers.get('content-id')?.trim().replace(/^<|>$/g, '') ?? null,
    bytes: decodeBody(body, headers.get('content-transfer-encoding') ?? ''),
  });
}

function splitHeaders(text: string): { headers: Map<string, string>; body: string } {
  const headers = new Map<string, string>();
  const line = /([!-9;-~]+)[ \t]*:((?:[^\r\n]|\r?\n[ \t])*)(?:\r\n|\n|\r|$)/y;
  const start = /^\s*/.exec(text)?.[0].length ?? 0;
  let at = start;
  for (;;) {
    line.lastIndex = at;
    const match = line.exec(text);
    if (match === null) break;
    const name = match[1]?.toLowerCase() ?? '';
    if (!headers.has(name)) headers.set(name, (match[2] ?? '').replace(/\r?\n[ \t]+/g, ' ').trim());
    at = line.lastIndex;
  }
  return { headers, body: text.slice(at).replace(/^(?:\r\n|\n|\r)/, '') };
}

function splitParts(body: string, named: string | null): string[] {
  const boundary = named !== null && body.includes(`--${named}`) ? named : (boundaryIn(body) ?? named);
  if (boundary === null) return [body];
  const parts: string[] = [];
  const mark = `--${boundary}`;
  let start = -1;
  for (let at = body.indexOf(mark); at !== -1; at = body.indexOf(mark, at + mark.length)) {
    if (at > 0 && body[at - 1] !== '\n' && body[at - 1] !== '\r') continue;
    if (start !== -1) parts.push(body.slice(start, at).replace(/\r?\n$/, ''));
    start = at + mark.length;
    if (body.startsWith('--', start)) return parts;
    start = body.indexOf('\n', start) + 1 || body.length;
  }
  if (start !== -1) parts.push(body.slice(start));
  return parts;
}

/** A line of dashes that headers of a part follow. */
function boundaryIn(body: string): string | null {
  return /(?:^|\n)--([^\r\n]+)\r?\nContent-[A-Za-z-]+\s*:/i.exec(body)?.[1]?.trim() ?? null;
}

function parameter(header: string, name: string): string | null {
  const match = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^;\\s]+))`, 'i').exec(header);
  return match?.[1] ?? match?.[2] ?? null;
}

/** Latin-1 letters are bytes here. */
function decodeBody(body: string, encoding: string): Uint8Array {
  switch (encoding.trim().toLowerCase()) {
    case 'base64':
      return Buffer.from(body, 'base64');
    case 'quoted-printable':
      return Buffer.from(quotedPrintable(body), 'latin1');
    default:
      return Buffer.from(body, 'latin1');
  }
}

/** White space at the end of a line was added on the way; = at its end joins it with the next. */
function quotedPrintable(body: string): string {
  return body
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\r\n')
    .replace(/=\r\n/g, '')
    .replace(/=([0-9a-f]{2})/gi, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
}

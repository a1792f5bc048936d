/** The encoding that a document declares within its first bytes: the standard's prescan of HTML, and XML's prolog. */
import { knownEncoding } from './known-encoding.ts';

/** The standard looks at 1,024; pages with a comment of SingleFile before everything need more. */
const scanned = 8192;

/** Null for none, or for one that nobody knows. */
export function declaredEncoding(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(scanned, bytes.byteLength)).toString('latin1');
  const prolog = /^\s*<\?xml\s[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/i.exec(head)?.[1];
  const label = prolog ?? metaCharset(head);
  const encoding = label === null ? null : knownEncoding(label);
  // Who could read this declaration did not read it in UTF-16.
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return 'utf-8';
  return encoding === 'x-user-defined' ? 'windows-1252' : encoding;
}

function metaCharset(head: string): string | null {
  const pattern = /<!--[^]*?-->|<meta[\s/]((?:[^>"']|"[^"]*"|'[^']*')*)>?/gi;
  for (const [, attributes] of head.matchAll(pattern)) {
    if (attributes === undefined) continue;
    const charset = valueOf(attributes, 'charset');
    if (charset !== null && knownEncoding(charset) !== null) return charset;
    const content = /^content-type$/i.test(valueOf(attributes, 'http-equiv') ?? '')
      ? valueOf(attributes, 'content')
      : null;
    const inContent = content === null ? null : charsetIn(content);
    if (inContent !== null) return inContent;
  }
  return null;
}

/** Of a media type with parameters, as in the header `Content-Type`. */
function charsetIn(contentType: string): string | null {
  return /charset\s*=\s*["']?\s*([^\s;"',]+)/i.exec(contentType)?.[1] ?? null;
}

function valueOf(attributes: string, name: string): string | null {
  const pattern = new RegExp(String.raw`(?:^|[\s/"'])${name}\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))`, 'i');
  const match = pattern.exec(attributes);
  return match === null ? null : (match[1] ?? match[2] ?? match[3] ?? '').trim();
}

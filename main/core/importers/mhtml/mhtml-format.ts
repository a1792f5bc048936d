/** Web archives of Chrome, Edge, Opera and old Explorers: a page and all it shows in one MIME message. */
import { bareArticle } from '../bare-article.ts';
import { decodeText } from '../decode/decode-text.ts';
import type { Format, ImportFile } from '../format.ts';
import { webAddress } from '../html/addresses.ts';
import type { ImportRecord, Resources } from '../import-record.ts';
import { readMime, type MimePart } from './mime.ts';

export const mhtmlFormat: Format = {
  name: 'mhtml',
  recognise: ({ head }) => {
    const start = head.slice(0, 4000);
    const isMessage = /^\s*(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*(?:MIME-Version|Content-Type):/i.test(start);
    const isArchive = /multipart\/related|Snapshot-Content-Location|X-MimeOLE|Content-Type:\s*text\/html/i.test(start);
    return isMessage && isArchive ? 'It begins with the headers of a web archive.' : null;
  },
  read: readArchive,
};

async function* readArchive({ name, bytes }: ImportFile): AsyncGenerator<ImportRecord> {
  await Promise.resolve(); // a stream of one
  const { headers, parts } = readMime(bytes);
  const main = mainPart(parts, headers);
  if (main === null) {
    yield {
      kind: 'failed',
      input: name,
      row: 1,
      reason: 'The web archive holds no page. It may have been cut short; save the page again.',
    };
    return;
  }
  const url = webAddress(headers.get('snapshot-content-location') ?? main.location, null);
  const date = Date.parse(headers.get('date') ?? '');
  const content = {
    kind: 'html',
    html: decodeText(main.bytes, main.charset).text,
    extent: 'page',
    baseUrl: url,
    resources: resourcesOf(parts, url),
  } as const;
  const savedAt = Number.isNaN(date) ? null : new Date(date).toISOString();
  yield { kind: 'article', input: name, row: 1, article: bareArticle(content, { url, savedAt }) };
}

/** The page that the archive is of, not one that stood in a frame. */
function mainPart(parts: readonly MimePart[], headers: ReadonlyMap<string, string>): MimePart | null {
  const pages = parts.filter(({ mediaType }) => mediaType === 'text/html' || mediaType === 'application/xhtml+xml');
  const location = headers.get('snapshot-content-location');
  const start = /;\s*start\s*=\s*"?<?([^">;]+)>?"?/i.exec(headers.get('content-type') ?? '')?.[1];
  return (
    pages.find((page) => location !== undefined && page.location === location) ??
    pages.find((page) => start !== undefined && page.contentId === start) ??
    pages[0] ??
    null
  );
}

function resourcesOf(parts: readonly MimePart[], base: string | null): Resources {
  const byAddress = new Map<string, MimePart>();
  for (const part of parts) {
    const absolute = part.location === null ? null : URL.parse(part.location, base ?? undefined)?.href;
    for (const address of [part.location, absolute, part.contentId === null ? null : `cid:${part.contentId}`])
      if (address !== null && address !== undefined && !byAddress.has(address)) byAddress.set(address, part);
  }
  return (address) => byAddress.get(address) ?? null;
}

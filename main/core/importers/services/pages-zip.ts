/**
 * An archive of notes in Markdown or of pages, with their pictures beside them: what Lectern exports, a vault of Obsidian
 * that somebody has packed, a folder of saved pages.
 */
import type { ArchiveReader } from '../archive/archive-reader.ts';
import { detect, importBytes } from '../import-bytes.ts';
import { takeSample } from '../detect/sample.ts';
import type { ImportRecord, Resources } from '../import-record.ts';
import { InputFault } from '../input-fault.ts';
import type { StreamFormat } from '../stream-format.ts';
import { archiveFormat, passedOver } from './read/archive-format.ts';

const pages = /\.(?:md|markdown|html?|xhtml)$/i;
/** A dot before a name hides it: settings of Obsidian, notes of ours. */
const hidden = /(?:^|\/)\./;
const documents = new Set(['mimetype', 'META-INF/container.xml', '[Content_Types].xml']);
const pictures = /\.(?:png|jpe?g|gif|webp|avif|svg)$/i;
const largest = 64 * 1024 * 1024;

export const pagesZipFormat: StreamFormat = archiveFormat({
  name: 'Archive of notes and pages',
  service: 'archive',
  recognise: ({ entries }) => {
    // A book, or a document of an office.
    if (entries.some(({ name }) => documents.has(name))) return null;
    const named = entries.filter(({ name }) => !hidden.test(name));
    const own = named.filter(({ name, fault }) => fault === null && pages.test(name)).length;
    const others = named.filter(({ name }) => !pages.test(name) && !pictures.test(name)).length;
    return own > 0 && own >= others ? 'It holds notes or pages.' : null;
  },
  read: readPages,
});

async function* readPages(archive: ArchiveReader, inputOf: (entry: string) => string): AsyncGenerator<ImportRecord> {
  const names = archive.entries.filter(({ fault }) => fault === null).map(({ name }) => name);
  const byName = new Map(names.map((name) => [name.normalize('NFC'), name]));
  for (const name of names.filter((entry) => pages.test(entry) && !hidden.test(entry))) {
    const input = inputOf(name);
    let bytes: Uint8Array;
    try {
      bytes = await archive.bytes(name, largest);
    } catch (error) {
      if (!(error instanceof InputFault)) throw error;
      yield { kind: 'failed', input, row: 1, reason: error.message };
      continue;
    }
    const service = detect(takeSample(name, bytes, null))?.format.name ?? 'archive';
    const beside = await besideOf(archive, byName, name, bytes);
    for await (const record of importBytes(input, bytes, { beside, charset: null }))
      yield record.kind === 'article' ? { ...record, service: record.service ?? service } : record;
  }
  const isRead = (name: string) => pages.test(name) || pictures.test(name) || hidden.test(name);
  yield* passedOver(archive, inputOf, isRead, 'It is neither a note nor a page.');
}

/** The pictures that a page names, read before it is: while it is read nothing waits for the archive. */
async function besideOf(
  archive: ArchiveReader,
  byName: ReadonlyMap<string, string>,
  page: string,
  bytes: Uint8Array,
): Promise<Resources> {
  const text = Buffer.from(bytes).toString('utf8');
  const folder = page.slice(0, page.lastIndexOf('/') + 1);
  const held = new Map<string, Uint8Array>();
  for (const [, inMarkdown, inHtml, inObsidian] of text.matchAll(named)) {
    const name = nameIn(byName, folder, inMarkdown ?? inHtml ?? inObsidian ?? '');
    if (name === null || held.has(name)) continue;
    try {
      held.set(name, await archive.bytes(name, largest));
    } catch (error) {
      if (!(error instanceof InputFault)) throw error; // that picture is missing then, and the ledger says so
    }
  }
  return (address) => {
    const found = held.get(nameIn(byName, folder, address) ?? '');
    return found === undefined ? null : { mediaType: '', bytes: found };
  };
}

const named = /\]\(<?([^)>\s]+)|\ssrc="([^"]+)"|!\[\[([^\]|]+)/g;

function nameIn(byName: ReadonlyMap<string, string>, folder: string, address: string): string | null {
  if (!pictures.test(address)) return null;
  const parts: string[] = [];
  for (const part of `${folder}${decoded(address)}`.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return byName.get(parts.join('/').normalize('NFC')) ?? null;
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address; // a percent sign of its own
  }
}

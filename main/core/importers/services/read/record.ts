/** From what a row says to the record of it: what is kept, what is said of the rest, what is no article at all. */
import { bareArticle } from '../../bare-article.ts';
import { webAddress } from '../../html/addresses.ts';
import type { ImportedArticle, ImportedHighlight, ImportRecord, RowPlace } from '../../import-record.ts';
import { InputFault } from '../../input-fault.ts';

/** What is known of a row, as written. */
export interface Row extends Partial<Omit<ImportedArticle, 'url'>> {
  readonly address: string;
  /** Sentences on what could not be kept. */
  readonly remarks?: readonly string[];
}

export function recordOf(place: RowPlace, { address, remarks = [], ...known }: Row): ImportRecord {
  const written = address.trim();
  const url = webAddress(written, null);
  const article = bareArticle(known.content ?? null, {
    ...known,
    url,
    title: titleOf(known.title ?? '', written),
    tags: tagsOf(known.tags ?? []),
  });
  const holds = article.content !== null || article.highlights.length > 0 || article.note !== '';
  const refused = url === null && written !== '' ? `${faultOfAddress(written)}, so it was not kept.` : null;
  if (url === null && !holds) {
    return refused === null
      ? { ...place, kind: 'no-content', reason: 'It has neither an address nor a text.' }
      : { ...place, kind: 'failed', reason: refused };
  }
  const garbled = `${article.title}${article.note}${article.tags.join('')}${article.author}`.includes('\uFFFD')
    ? ['It holds letters that could not be read; \uFFFD stands in their place.']
    : [];
  const remark = [...(refused === null ? [] : [refused]), ...remarks, ...garbled].join(' ');
  return { ...place, kind: 'article', article, ...(remark === '' ? {} : { remark }) };
}

/** Records from a source in which something may be wrong: that is then the last of them, and never an exception. */
export async function* accounted(input: string, records: AsyncIterable<ImportRecord>): AsyncGenerator<ImportRecord> {
  let row = 0;
  try {
    for await (const record of records) {
      row = record.row;
      yield record;
    }
  } catch (error) {
    if (!(error instanceof InputFault)) throw error;
    yield { input, row: error.row ?? row + 1, kind: 'failed', reason: error.message };
  }
}

/** On one line; empty if it is nothing but the address. */
export function titleOf(title: string, address: string): string {
  const line = title.replace(/\s+/g, ' ').trim();
  return bareAddress(line) === bareAddress(address) ? '' : line;
}

/** Trimmed and each once, in their case. */
export function tagsOf(tags: readonly string[]): string[] {
  return [...new Set(tags.map((tag) => tag.replace(/\s+/g, ' ').trim()).filter((tag) => tag !== ''))];
}

/** A highlight of a text, or null for a blank one without a note. */
export function highlightOf(quote: string, known: Partial<ImportedHighlight> = {}): ImportedHighlight | null {
  const highlight = { note: '', createdAt: null, colour: null, tags: [], ...known, quote: quote.trim() };
  return highlight.quote === '' && highlight.note === '' ? null : highlight;
}

function bareAddress(text: string): string {
  return text
    .trim()
    .replace(/^https?:\/\//i, '')
    .replace(/\/$/, '');
}

function faultOfAddress(written: string): string {
  const [, scheme] = /^([a-z][a-z0-9+.-]*):/i.exec(written) ?? [];
  return scheme === undefined || /^https?$/i.test(scheme)
    ? `The address “${shortened(written)}” is none of the web`
    : `The address begins with ${scheme.toLowerCase().slice(0, 20)}:, which is none of the web`;
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57).toWellFormed()}…` : text;
}

/**
 * Makes a segment of articles. What it counts is what `lunr.Builder` counts of the same terms (a test holds the two equal):
 * in which documents, which fields and how often a term stands, and how many terms each field has. lunr keeps that as
 * objects, several hundred bytes for each term of each document; here it is a few bytes from the beginning.
 */
import { joinedTerms, visitWords, wordTerms } from '../analysis.ts';
import { isFunctionWord } from '../lunr.ts';
import { isCjk } from '../fold.ts';
import { indexFieldNames, type IndexedArticle, type IndexField } from '../index-set.ts';
import { ByteReader, ByteWriter } from './bytes.ts';
import { ColumnWriter, VectorWriter, type VectorTerm } from './columns.ts';
import { bytesOf, encodeSections } from './format.ts';
import { countFields, fieldCount, readCounts, writeCounts, writeHead } from './postings.ts';
import { SharedLists } from './shared-lists.ts';
import { sortTerms, TermWriter } from './term-dictionary.ts';

/** Terms kept of each document for finding what is like it. */
const vectorTerms = 40;
/** How much a word tells of what an article is about, by where it stands; fields left out tell nothing. */
const tellingFields: Readonly<Partial<Record<IndexField, number>>> = {
  title: 4,
  standfirst: 2,
  tags: 4,
  headings: 2,
  body: 1,
};
const fieldTells = indexFieldNames.map((name) => tellingFields[name] ?? 0);
const mostCount = 65_535;
/** Surface forms remembered with their terms. */
const cacheSize = 300_000;

export class SegmentBuilder {
  readonly #termIds = new Map<string, number>();
  readonly #surfaces = new Map<string, Map<string, readonly number[]>>();
  readonly #columns = new ColumnWriter();
  readonly #fieldLengths: number[] = [];
  /** Documents' entries one after the other: the term, and where its counts end in `payload`. */
  readonly #entryTerms: number[] = [];
  readonly #entryEnds: number[] = [];
  readonly #documentEnds: number[] = [];
  readonly #payload = new ByteWriter(1 << 16);
  /** The document at work: for each of its terms a row of counts. */
  #rowOf = new Int32Array(1 << 12).fill(-1);
  #rowTerms: number[] = [];
  #counts = new Uint16Array(1 << 12);

  get documentCount(): number {
    return this.#documentEnds.length;
  }

  /** Grows with memory: how many terms of documents wait to be written. */
  get entryCount(): number {
    return this.#entryTerms.length;
  }

  add(article: IndexedArticle): void {
    const texts: Record<IndexField, readonly string[]> = {
      title: [article.title],
      standfirst: [article.standfirst],
      tags: article.tags,
      author: [article.author],
      section: [article.section],
      headings: article.headings,
      body: article.blocks,
      site: [article.site],
    };
    indexFieldNames.forEach((name, field) => {
      let length = 0;
      for (const text of texts[name]) length += this.#addText(text, article.language, field);
      this.#fieldLengths.push(length);
    });
    this.#endDocument();
    this.#columns.add({ ...article, published: dayOf(article.published) });
  }

  /** The segment's file; the builder is spent. Same articles in the same order, same bytes. */
  finish(): Uint8Array {
    const names = sortTerms([...this.#termIds.keys()]);
    const rankOf = new Uint32Array(names.length);
    names.forEach((name, rank) => {
      rankOf[this.#termIds.get(name) ?? 0] = rank;
    });
    const { order, starts } = this.#byTerm(rankOf, names.length);
    return encodeSections({
      counts: bytesOf(Uint32Array.of(this.documentCount)),
      ...dictionaryOf(names),
      ...this.#postings(order, starts),
      fieldLengths: bytesOf(Uint32Array.from(this.#fieldLengths)),
      ...this.#columns.sections(),
      ...this.#vectors(rankOf, starts, names),
    });
  }

  #addText(text: string, language: string, field: number): number {
    let length = 0;
    visitWords(text, (surface, isJoined) => {
      for (const term of this.#termsOf(surface, isJoined, language)) {
        this.#count(term, field);
        length += 1;
      }
    });
    return length;
  }

  #termsOf(surface: string, isJoined: boolean, language: string): readonly number[] {
    let known = this.#surfaces.get(language);
    if (known === undefined) this.#surfaces.set(language, (known = new Map<string, readonly number[]>()));
    const key = isJoined ? `\0${surface}` : surface;
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = (isJoined ? joinedTerms : wordTerms)(surface, language).map((term) => this.#idOf(term));
    if (known.size >= cacheSize) known.clear();
    known.set(key, made);
    return made;
  }

  #idOf(term: string): number {
    const known = this.#termIds.get(term);
    if (known !== undefined) return known;
    const id = this.#termIds.size;
    this.#termIds.set(term, id);
    if (id >= this.#rowOf.length) {
      const larger = new Int32Array(this.#rowOf.length * 2).fill(-1);
      larger.set(this.#rowOf);
      this.#rowOf = larger;
    }
    return id;
  }

  #count(term: number, field: number): void {
    let row = this.#rowOf[term] ?? -1;
    if (row < 0) {
      row = this.#rowTerms.length;
      this.#rowOf[term] = row;
      this.#rowTerms.push(term);
      if ((row + 1) * fieldCount > this.#counts.length) {
        const larger = new Uint16Array(this.#counts.length * 2);
        larger.set(this.#counts);
        this.#counts = larger;
      }
    }
    const at = row * fieldCount + field;
    const count = this.#counts[at] ?? 0;
    if (count < mostCount) this.#counts[at] = count + 1;
  }

  #endDocument(): void {
    this.#rowTerms.forEach((term, row) => {
      writeCounts(this.#payload, this.#counts, row * fieldCount);
      this.#entryTerms.push(term);
      this.#entryEnds.push(this.#payload.length);
      this.#rowOf[term] = -1;
    });
    this.#counts.fill(0, 0, this.#rowTerms.length * fieldCount);
    this.#rowTerms = [];
    this.#documentEnds.push(this.#entryTerms.length);
  }

  /** Entries in the order of their terms; within a term in that of the documents. */
  #byTerm(rankOf: Uint32Array, terms: number): { order: Uint32Array; starts: Uint32Array } {
    const starts = new Uint32Array(terms + 1);
    for (const term of this.#entryTerms) {
      const after = (rankOf[term] ?? 0) + 1;
      starts[after] = (starts[after] ?? 0) + 1;
    }
    for (let rank = 0; rank < terms; rank += 1) starts[rank + 1] = (starts[rank + 1] ?? 0) + (starts[rank] ?? 0);
    const next = starts.slice();
    const order = new Uint32Array(this.#entryTerms.length);
    this.#entryTerms.forEach((term, entry) => {
      const rank = rankOf[term] ?? 0;
      const place = next[rank] ?? 0;
      order[place] = entry;
      next[rank] = place + 1;
    });
    return { order, starts };
  }

  #postings(order: Uint32Array, starts: Uint32Array): { postings: Uint8Array; postingPlaces: Uint8Array } {
    const documentOf = new Uint32Array(order.length);
    let entry = 0;
    this.#documentEnds.forEach((end, document) => {
      for (; entry < end; entry += 1) documentOf[entry] = document;
    });
    const payload = this.#payload.view();
    const list = new ByteWriter(1 << 12);
    const postings = new SharedLists();
    const places = new Uint32Array(starts.length - 1);
    for (let rank = 0; rank < places.length; rank += 1) {
      list.clear();
      const entries = order.subarray(starts[rank], starts[rank + 1]);
      let fieldDocuments = 0;
      for (const one of entries) fieldDocuments += countFields(payload, this.#entryEnds[one - 1] ?? 0);
      writeHead(list, { documents: entries.length, fieldDocuments });
      let last = -1;
      for (const one of entries) {
        const document = documentOf[one] ?? 0;
        list.varint(document - last);
        list.bytes(payload.subarray(one === 0 ? 0 : this.#entryEnds[one - 1], this.#entryEnds[one]));
        last = document;
      }
      places[rank] = postings.add(list.view());
    }
    return { postings: postings.bytes(), postingPlaces: bytesOf(places) };
  }

  #vectors(rankOf: Uint32Array, starts: Uint32Array, names: readonly string[]) {
    const writer = new VectorWriter();
    const reader = new ByteReader(this.#payload.view());
    const counts = new Uint16Array(fieldCount);
    const telling = names.map(isTelling);
    let entry = 0;
    for (const end of this.#documentEnds) {
      const weighed: (VectorTerm & { readonly worth: number })[] = [];
      for (; entry < end; entry += 1) {
        const rank = rankOf[this.#entryTerms[entry] ?? 0] ?? 0;
        if (telling[rank] !== true) continue;
        reader.at = entry === 0 ? 0 : (this.#entryEnds[entry - 1] ?? 0);
        counts.fill(0);
        readCounts(reader, counts);
        const said = counts.reduce((sum, count, field) => sum + count * (fieldTells[field] ?? 0), 0);
        if (said === 0) continue;
        const weight = Math.min(255, Math.round(20 * (1 + Math.log(said))));
        const holders = (starts[rank + 1] ?? 0) - (starts[rank] ?? 0);
        weighed.push({ term: rank, weight, worth: weight * Math.log(1 + this.documentCount / holders) });
      }
      weighed.sort((a, b) => b.worth - a.worth || a.term - b.term);
      writer.add(weighed.slice(0, vectorTerms).sort((a, b) => a.term - b.term));
    }
    return writer.sections();
  }
}

function dictionaryOf(names: readonly string[]) {
  const writer = new TermWriter();
  const encoder = new TextEncoder();
  for (const name of names) writer.add(encoder.encode(name));
  return writer.sections();
}

/** Stems only; years tell, other figures and the small words do not. */
function isTelling(term: string): boolean {
  if (term.startsWith('=') || isFunctionWord(term)) return false;
  return /^(?:1[6-9]|20)\d\d$/.test(term) || (/^\D/.test(term) && term.length > 2) || isCjk(term);
}

/** Days since 1970; null for no date. */
function dayOf(date: string | null): number | null {
  if (date === null) return null;
  const time = Date.parse(date.length === 4 ? `${date}-01-01` : date);
  return Number.isNaN(time) ? null : Math.floor(time / 86_400_000);
}

/** What is stored beside each document, number by number, for filters, sorting and counts. */
import { ByteWriter, ByteReader } from './bytes.ts';
import { asUint32, bytesOf, type Sections } from './format.ts';

/** Words are their own; published is days since 1970 plus an offset, 0 for none; the others are places in the strings. */
const names = ['published', 'words', 'source', 'language', 'author', 'section', 'site'] as const;
type ColumnName = (typeof names)[number];
const places = Object.fromEntries(names.map((name, place) => [name, place])) as Record<ColumnName, number>; // each has one

export interface DocumentValues {
  readonly id: string;
  readonly published: number | null;
  readonly words: number;
  readonly source: string;
  readonly language: string;
  readonly author: string;
  readonly section: string;
  readonly site: string;
  readonly tags: readonly string[];
}

type ColumnSections = Pick<Sections, 'ids' | 'idPlaces' | 'strings' | 'columns' | 'tags' | 'tagPlaces'>;

/** So that the days before 1970 are numbers too: the year 1 is. */
const dayOffset = 800_000;

export class ColumnWriter {
  readonly #ids = new ByteWriter(1 << 12);
  readonly #idPlaces: number[] = [0];
  readonly #strings = new Map<string, number>();
  readonly #columns: number[] = [];
  readonly #tags: number[] = [];
  readonly #tagPlaces: number[] = [0];
  readonly #encoder = new TextEncoder();

  add(values: DocumentValues): void {
    this.#ids.bytes(this.#encoder.encode(values.id));
    this.#idPlaces.push(this.#ids.length);
    for (const name of names) {
      const value = values[name];
      if (typeof value === 'string') this.#columns.push(this.#place(value));
      else if (name === 'published') this.#columns.push(value === null ? 0 : Math.max(1, value + dayOffset));
      else this.#columns.push(value ?? 0);
    }
    for (const tag of values.tags) this.#tags.push(this.#place(tag));
    this.#tagPlaces.push(this.#tags.length);
  }

  sections(): ColumnSections {
    return {
      ids: this.#ids.view().slice(),
      idPlaces: bytesOf(Uint32Array.from(this.#idPlaces)),
      strings: this.#encoder.encode(JSON.stringify([...this.#strings.keys()])),
      columns: bytesOf(Uint32Array.from(this.#columns)),
      tags: bytesOf(Uint32Array.from(this.#tags)),
      tagPlaces: bytesOf(Uint32Array.from(this.#tagPlaces)),
    };
  }

  #place(text: string): number {
    const known = this.#strings.get(text);
    if (known !== undefined) return known;
    this.#strings.set(text, this.#strings.size);
    return this.#strings.size - 1;
  }
}

export class SegmentColumns {
  readonly #ids: Uint8Array;
  readonly #idPlaces: Uint32Array;
  readonly #strings: readonly string[];
  readonly #columns: Uint32Array;
  readonly #tags: Uint32Array;
  readonly #tagPlaces: Uint32Array;
  readonly #decoder = new TextDecoder();

  constructor({ ids, idPlaces, strings, columns, tags, tagPlaces }: ColumnSections) {
    this.#ids = ids;
    this.#idPlaces = asUint32(idPlaces);
    this.#strings = JSON.parse(this.#decoder.decode(strings)) as string[]; // under the checksum; written as such above
    this.#columns = asUint32(columns);
    this.#tags = asUint32(tags);
    this.#tagPlaces = asUint32(tagPlaces);
  }

  id(document: number): string {
    return this.#decoder.decode(this.#ids.subarray(this.#idPlaces[document], this.#idPlaces[document + 1]));
  }

  published(document: number): number | null {
    const day = this.#number(document, 'published');
    return day === 0 ? null : day - dayOffset;
  }

  words(document: number): number {
    return this.#number(document, 'words');
  }

  text(document: number, name: Exclude<ColumnName, 'published' | 'words'>): string {
    return this.#strings[this.#number(document, name)] ?? '';
  }

  tags(document: number): string[] {
    const places = this.#tags.subarray(this.#tagPlaces[document], this.#tagPlaces[document + 1]);
    return Array.from(places, (place) => this.#strings[place] ?? '');
  }

  values(document: number): DocumentValues {
    const text = (name: Exclude<ColumnName, 'published' | 'words'>) => this.text(document, name);
    return {
      id: this.id(document),
      published: this.published(document),
      words: this.words(document),
      source: text('source'),
      language: text('language'),
      author: text('author'),
      section: text('section'),
      site: text('site'),
      tags: this.tags(document),
    };
  }

  #number(document: number, name: ColumnName): number {
    return this.#columns[document * names.length + places[name]] ?? 0;
  }
}

/** The heaviest stems of a document: numbers of terms with how much each tells, before idf; in the order of the terms. */
export interface VectorTerm {
  readonly term: number;
  /** 1 to 255. */
  readonly weight: number;
}

export class VectorWriter {
  readonly #bytes = new ByteWriter(1 << 12);
  readonly #places: number[] = [0];

  /** `terms` in ascending order. */
  add(terms: readonly VectorTerm[]): void {
    let last = -1;
    for (const { term, weight } of terms) {
      this.#bytes.varint(term - last - 1);
      this.#bytes.byte(weight);
      last = term;
    }
    this.#places.push(this.#bytes.length);
  }

  sections(): Pick<Sections, 'vectors' | 'vectorPlaces'> {
    return { vectors: this.#bytes.view().slice(), vectorPlaces: bytesOf(Uint32Array.from(this.#places)) };
  }
}

export class SegmentVectors {
  readonly #bytes: Uint8Array;
  readonly #places: Uint32Array;

  constructor({ vectors, vectorPlaces }: Pick<Sections, 'vectors' | 'vectorPlaces'>) {
    this.#bytes = vectors;
    this.#places = asUint32(vectorPlaces);
  }

  of(document: number): VectorTerm[] {
    const reader = new ByteReader(this.#bytes, this.#places[document] ?? 0);
    const end = this.#places[document + 1] ?? 0;
    const terms: VectorTerm[] = [];
    let last = -1;
    while (reader.at < end) {
      last += 1 + reader.varint();
      terms.push({ term: last, weight: reader.byte() });
    }
    return terms;
  }
}

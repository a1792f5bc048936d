/**
 * Makes one segment of several without looking at a text again: dictionaries are walked side by side, lists of postings put
 * one behind the other, deleted documents left out. Works in slices, so that a merge in the background holds nobody up.
 */
import { ByteReader, ByteWriter } from './bytes.ts';
import { ColumnWriter, VectorWriter } from './columns.ts';
import { bytesOf, encodeSections } from './format.ts';
import { countFields, fieldCount, readHead, skipCounts, writeHead, type PostingsHead } from './postings.ts';
import type { Segment } from './segment.ts';
import { SharedLists } from './shared-lists.ts';
import { TermWalk, TermWriter } from './term-dictionary.ts';

export interface MergeSource {
  readonly segment: Segment;
  readonly isDeleted: (document: number) => boolean;
}

/** Between two breaths, in milliseconds; the clock is looked at after so many terms or documents. */
const sliceMs = 8;
const lookEvery = 64;

/** Yields between slices; what it returns is the file of the merged segment, or null if nothing is left. */
export function* mergeSegments(sources: readonly MergeSource[]): Generator<undefined, Uint8Array | null> {
  const parts = sources.map((source) => ({ ...source, ...renumber(source) }));
  let base = 0;
  const placed = parts.map((part) => {
    const own = { ...part, base };
    base += part.kept;
    return own;
  });
  if (base === 0) return null;

  const dictionary = new TermWriter();
  const postings = new SharedLists();
  const places: number[] = [];
  const termNumbers = placed.map(({ segment }) => new Uint32Array(segment.terms.size));
  const list = new ByteWriter(1 << 12);
  const entries = new ByteWriter(1 << 12);
  const walks = placed.map(({ segment }) => new TermWalk(segment.terms, 0));
  const heap = new WalkHeap(
    walks,
    placed.map(({ segment }) => segment.terms.size),
  );
  let since = performance.now();
  const isDue = (count: number) => count % lookEvery === 0 && performance.now() - since > sliceMs;
  for (let steps = 1; ; steps += 1) {
    const together = heap.takeLeast();
    if (together.length === 0) break;
    if (mergeLists(together, walks, placed, { list, entries })) {
      const [first = 0] = together;
      dictionary.add(walks[first]?.bytes() ?? new Uint8Array());
      for (const at of together) (termNumbers[at] ?? new Uint32Array())[walks[at]?.number ?? 0] = places.length;
      places.push(postings.add(list.view()));
    }
    heap.advance(together);
    if (isDue(steps)) {
      yield;
      since = performance.now();
    }
  }

  const columns = new ColumnWriter();
  const vectors = new VectorWriter();
  const fieldLengths = new Uint32Array(base * fieldCount);
  let written = 0;
  for (const [at, { segment, newNumbers }] of placed.entries()) {
    const numbers = termNumbers[at] ?? new Uint32Array();
    for (let document = 0; document < segment.documentCount; document += 1) {
      if (newNumbers[document] === gone) continue;
      columns.add(segment.columns.values(document));
      vectors.add(segment.vectors.of(document).map(({ term, weight }) => ({ term: numbers[term] ?? 0, weight })));
      const from = document * fieldCount;
      fieldLengths.set(segment.fieldLengths.subarray(from, from + fieldCount), written * fieldCount);
      written += 1;
      if (isDue(written)) {
        yield;
        since = performance.now();
      }
    }
  }
  return encodeSections({
    counts: bytesOf(Uint32Array.of(base)),
    ...dictionary.sections(),
    postings: postings.bytes(),
    postingPlaces: bytesOf(Uint32Array.from(places)),
    fieldLengths: bytesOf(fieldLengths),
    ...columns.sections(),
    ...vectors.sections(),
  });
}

/** The whole merge at once. */
export function mergeAtOnce(sources: readonly MergeSource[]): Uint8Array | null {
  const merge = mergeSegments(sources);
  for (;;) {
    const step = merge.next();
    if (step.done === true) return step.value;
  }
}

const gone = 0xffff_ffff;

function renumber({ segment, isDeleted }: MergeSource): { newNumbers: Uint32Array; kept: number } {
  const newNumbers = new Uint32Array(segment.documentCount);
  let kept = 0;
  for (let document = 0; document < segment.documentCount; document += 1) {
    newNumbers[document] = isDeleted(document) ? gone : kept;
    if (newNumbers[document] !== gone) kept += 1;
  }
  return { newNumbers, kept };
}

interface Placed {
  readonly segment: Segment;
  readonly newNumbers: Uint32Array;
  readonly kept: number;
  readonly base: number;
}

/** Writes the postings of the terms at which the walks `together` stand; false if no document of them is left. */
function mergeLists(
  together: readonly number[],
  walks: readonly TermWalk[],
  placed: readonly Placed[],
  { list, entries }: { readonly list: ByteWriter; readonly entries: ByteWriter },
): boolean {
  entries.clear();
  const tally = { documents: 0, fieldDocuments: 0, last: -1 };
  for (const at of together) {
    const part = placed[at] ?? raise();
    const reader = new ByteReader(part.segment.postings, part.segment.postingsPlace(walks[at]?.number ?? 0));
    const head = readHead(reader);
    if (part.kept === part.segment.documentCount) copyAll(reader, head, part, entries, tally);
    else copyKept(reader, head, part, entries, tally);
  }
  list.clear();
  writeHead(list, tally);
  list.bytes(entries.view());
  return tally.documents > 0;
}

/** What has been written of a list: `last` is the number of its last document. */
interface Tally {
  documents: number;
  fieldDocuments: number;
  last: number;
}

/** The list of a segment of which nothing is deleted: but for the step to its first document it stays as it is. */
function copyAll(
  reader: ByteReader,
  { documents, fieldDocuments }: PostingsHead,
  { segment: { postings }, base }: Placed,
  entries: ByteWriter,
  tally: Tally,
): void {
  const first = reader.varint();
  const start = reader.at;
  let last = first - 1;
  let end = skipCounts(postings, start);
  for (let index = 1; index < documents; index += 1) {
    reader.at = end;
    last += reader.varint();
    end = skipCounts(postings, reader.at);
  }
  entries.varint(base + first - 1 - tally.last);
  entries.bytes(postings.subarray(start, end));
  tally.documents += documents;
  tally.fieldDocuments += fieldDocuments;
  tally.last = base + last;
}

function copyKept(
  reader: ByteReader,
  { documents }: PostingsHead,
  { segment: { postings }, newNumbers, base }: Placed,
  entries: ByteWriter,
  tally: Tally,
): void {
  let document = -1;
  for (let index = 0; index < documents; index += 1) {
    document += reader.varint();
    const end = skipCounts(postings, reader.at);
    const number = newNumbers[document] ?? gone;
    if (number !== gone) {
      entries.varint(base + number - tally.last);
      entries.bytes(postings.subarray(reader.at, end));
      tally.last = base + number;
      tally.documents += 1;
      tally.fieldDocuments += countFields(postings, reader.at);
    }
    reader.at = end;
  }
}

function raise(): never {
  throw new RangeError('A walk belongs to one of the segments that are merged.');
}

/** The walks that stand at the least term, found in a binary heap. Walks at one term come in the order of their segments. */
class WalkHeap {
  readonly #walks: readonly TermWalk[];
  readonly #sizes: readonly number[];
  readonly #heap: number[] = [];

  constructor(walks: readonly TermWalk[], sizes: readonly number[]) {
    this.#walks = walks;
    this.#sizes = sizes;
    walks.forEach((_, at) => {
      this.#push(at);
    });
  }

  /** Empty when all are at their ends. */
  takeLeast(): number[] {
    const taken: number[] = [];
    const least = this.#heap[0];
    if (least === undefined) return taken;
    const first = this.#walks[least];
    for (let top = this.#heap[0]; top !== undefined; top = this.#heap[0]) {
      if (first === undefined || this.#walks[top]?.compare(first) !== 0) break;
      taken.push(this.#pop());
    }
    return taken.sort((a, b) => a - b);
  }

  advance(walks: readonly number[]): void {
    for (const at of walks) {
      this.#walks[at]?.next();
      this.#push(at);
    }
  }

  #push(at: number): void {
    if ((this.#walks[at]?.number ?? 0) >= (this.#sizes[at] ?? 0)) return;
    const heap = this.#heap;
    let place = heap.length;
    heap.push(at);
    while (place > 0) {
      const above = (place - 1) >> 1;
      if (!this.#isBefore(place, above)) break;
      this.#swap(place, above);
      place = above;
    }
  }

  #pop(): number {
    const heap = this.#heap;
    const [top = 0] = heap;
    const last = heap.pop() ?? 0;
    if (heap.length === 0) return top;
    heap[0] = last;
    for (let place = 0; ;) {
      const left = 2 * place + 1;
      let least = place;
      if (left < heap.length && this.#isBefore(left, least)) least = left;
      if (left + 1 < heap.length && this.#isBefore(left + 1, least)) least = left + 1;
      if (least === place) return top;
      this.#swap(place, least);
      place = least;
    }
  }

  #isBefore(a: number, b: number): boolean {
    const [x, y] = [this.#walks[this.#heap[a] ?? 0], this.#walks[this.#heap[b] ?? 0]];
    return x !== undefined && y !== undefined && x.compare(y) < 0;
  }

  #swap(a: number, b: number): void {
    const heap = this.#heap;
    [heap[a], heap[b]] = [heap[b] ?? 0, heap[a] ?? 0];
  }
}

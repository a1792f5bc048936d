/**
 * The sorted terms of a segment, in UTF-8, in blocks: the first term of a block stands in full, each of the others as what
 * it does not share with the one before it. No term is ever a string in memory until somebody asks for it.
 *
 * Terms are numbered in the order of their code points, which is the order of their bytes. None is longer than 255 bytes:
 * the analysis cuts words at eighty letters.
 */
import { ByteWriter } from './bytes.ts';
import { asUint32, bytesOf, type Sections } from './format.ts';

const blockSize = 16;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at += 1) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** Sorts as the dictionary does. JavaScript's own order is another one beyond U+D800. */
export function sortTerms(terms: string[]): string[] {
  return terms.some((term) => /[\uD800-\uFFFF]/.test(term))
    ? terms.sort((a, b) => compareBytes(encoder.encode(a), encoder.encode(b)))
    : terms.sort();
}

/** Takes terms in order and gives the sections. */
export class TermWriter {
  readonly #bytes = new ByteWriter(1 << 16);
  readonly #blocks: number[] = [];
  readonly #lengths: number[] = [];
  #last = new Uint8Array(0);

  add(term: Uint8Array): void {
    const isFirst = this.#lengths.length % blockSize === 0;
    if (isFirst) this.#blocks.push(this.#bytes.length);
    let shared = 0;
    if (!isFirst) while (shared < term.length && term[shared] === this.#last[shared]) shared += 1;
    this.#bytes.byte(shared);
    this.#bytes.byte(term.length - shared);
    this.#bytes.bytes(term.subarray(shared));
    this.#lengths.push(term.length);
    this.#last = term.slice();
  }

  sections(): Pick<Sections, 'terms' | 'termBlocks' | 'termLengths'> {
    return {
      terms: this.#bytes.view().slice(),
      termBlocks: bytesOf(Uint32Array.from(this.#blocks)),
      termLengths: Uint8Array.from(this.#lengths),
    };
  }
}

export class TermDictionary {
  readonly size: number;
  /** Of each term, in bytes. */
  readonly lengths: Uint8Array;
  readonly #bytes: Uint8Array;
  readonly #blocks: Uint32Array;

  constructor({ terms, termBlocks, termLengths }: Pick<Sections, 'terms' | 'termBlocks' | 'termLengths'>) {
    this.#bytes = terms;
    this.#blocks = asUint32(termBlocks);
    this.lengths = termLengths;
    this.size = termLengths.length;
  }

  /** The number of a term in UTF-8, or -1. */
  find(term: Uint8Array): number {
    return Math.max(-1, this.#search(term));
  }

  /** The numbers of the terms that begin so: from the first to before the second. */
  range(prefix: string): readonly [number, number] {
    const sought = encoder.encode(prefix);
    const beyond = successor(sought);
    return [this.#lowerBound(sought), beyond === null ? this.size : this.#lowerBound(beyond)];
  }

  term(number: number): string {
    return decoder.decode(new TermWalk(this, number).bytes());
  }

  /** Places a reader of raw bytes at the beginning of a block. */
  blockStart(block: number): number {
    return this.#blocks[block] ?? this.#bytes.length;
  }

  get raw(): Uint8Array {
    return this.#bytes;
  }

  /** The first term that is not less than `sought`. */
  #lowerBound(sought: Uint8Array): number {
    const found = this.#search(sought);
    return found < 0 ? ~found : found;
  }

  /** The number of the term, or the complement of the number of the first one that is greater. */
  #search(sought: Uint8Array): number {
    const bytes = this.#bytes;
    let low = 0;
    let high = this.#blocks.length;
    // The last block whose first term is not greater than what is sought.
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#isFirstAtMost(middle, sought)) low = middle + 1;
      else high = middle;
    }
    if (low === 0) return ~0;
    const end = Math.min(this.size, low * blockSize);
    let at = this.#blocks[low - 1] ?? 0;
    // How many bytes the last term has in common with what is sought, which is greater than it.
    let common = 0;
    for (let number = (low - 1) * blockSize; number < end; number += 1) {
      const shared = bytes[at] ?? 0;
      const added = bytes[at + 1] ?? 0;
      const start = at + 2;
      at = start + added;
      if (shared < common) return ~number;
      if (shared > common) continue;
      let same = 0;
      while (same < added && common < sought.length && bytes[start + same] === sought[common]) {
        same += 1;
        common += 1;
      }
      if (common === sought.length) return same === added ? number : ~number;
      if (same < added && (bytes[start + same] ?? 0) > (sought[common] ?? 0)) return ~number;
    }
    return ~end;
  }

  /** Whether the first term of a block is not greater than `sought`. */
  #isFirstAtMost(block: number, sought: Uint8Array): boolean {
    const bytes = this.#bytes;
    const start = (this.#blocks[block] ?? 0) + 2;
    const length = bytes[start - 1] ?? 0;
    const least = Math.min(length, sought.length);
    for (let at = 0; at < least; at += 1) {
      const difference = (bytes[start + at] ?? 0) - (sought[at] ?? 0);
      if (difference !== 0) return difference < 0;
    }
    return length <= sought.length;
  }
}

/** Goes from term to term without making strings. */
export class TermWalk {
  number: number;
  readonly #dictionary: TermDictionary;
  readonly #buffer = new Uint8Array(256);
  #at: number;
  #length = 0;
  /** How many bytes the term shares with the one before it in the walk. */
  shared = 0;

  constructor(dictionary: TermDictionary, number: number) {
    this.#dictionary = dictionary;
    const block = Math.floor(number / blockSize);
    this.#at = dictionary.blockStart(block);
    this.number = block * blockSize;
    this.#read();
    while (this.number < number) this.next();
    // Whoever begins here has seen no term before.
    this.shared = 0;
  }

  /** False past the last. */
  next(): boolean {
    this.number += 1;
    this.#read();
    return this.number < this.#dictionary.size;
  }

  /** Good until the next step. */
  bytes(): Uint8Array {
    return this.#buffer.subarray(0, this.#length);
  }

  text(): string {
    return decoder.decode(this.bytes());
  }

  /** As `compareBytes` of both terms. */
  compare(other: TermWalk): number {
    const [mine, others] = [this.#buffer, other.#buffer];
    const length = Math.min(this.#length, other.#length);
    for (let at = 0; at < length; at += 1) {
      const difference = (mine[at] ?? 0) - (others[at] ?? 0);
      if (difference !== 0) return difference;
    }
    return this.#length - other.#length;
  }

  #read(): void {
    const { raw, size } = this.#dictionary;
    if (this.number >= size) {
      this.#length = 0;
      return;
    }
    const kept = raw[this.#at] ?? 0;
    const added = raw[this.#at + 1] ?? 0;
    const start = this.#at + 2;
    if (this.number % blockSize === 0) {
      // The first of a block stands in full: what it shares with the last is found out.
      let shared = 0;
      while (shared < added && shared < this.#length && raw[start + shared] === this.#buffer[shared]) shared += 1;
      this.shared = shared;
    } else this.shared = kept;
    for (let index = 0; index < added; index += 1) this.#buffer[kept + index] = raw[start + index] ?? 0;
    this.#length = kept + added;
    this.#at = start + added;
  }
}

/** The least bytes that are greater than everything that begins so; null if there are none. */
function successor(prefix: Uint8Array): Uint8Array | null {
  for (let end = prefix.length; end > 0; end -= 1) {
    const last = prefix[end - 1] ?? 0;
    if (last === 255) continue;
    const beyond = prefix.slice(0, end);
    beyond[end - 1] = last + 1;
    return beyond;
  }
  return null;
}

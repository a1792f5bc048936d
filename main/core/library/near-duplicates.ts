/**
 * Finds the article that an incoming one repeats with a few words changed: the print version, the page saved again under
 * another address. Careful, since what is merged is one article afterwards: long texts only, the same title, nearly all
 * pairs of words in common, and never two that bring ids of their own, whose source says that they are two.
 */
import type { ArticleMatch, LibraryReader } from '../store/library-store.ts';
import type { PreparedArticle } from './prepare-article.ts';
import { plainWords } from './text-digest.ts';

const leastWords = 150;
/** Bits of the simhash that may differ. With six bands, five differences leave one band untouched. */
const mostBits = 5;
/** Where each band begins, and how many bits it has. */
const bands = [
  [0, 11],
  [11, 11],
  [22, 11],
  [33, 11],
  [44, 10],
  [54, 10],
] as const;
/** Share of the pairs of neighbouring words that both have. */
const leastShared = 0.95;

export interface NearDuplicates {
  find(prepared: PreparedArticle): ArticleMatch | null;
  /** After it was saved. */
  add(key: number, simhash: bigint | null): void;
  /** What is known may not be true any more: it is read anew. */
  forget(): void;
}

/** The hash in two halves: numbers are compared a hundred times as fast as long integers. */
interface Known {
  readonly key: number;
  readonly low: number;
  readonly high: number;
}

export function createNearDuplicates(rows: LibraryReader): NearDuplicates {
  let byBand: Map<number, Known[]> | null = null;

  const put = (into: Map<number, Known[]>, known: Known): void => {
    for (const band of bandsOf(known)) {
      const list = into.get(band);
      if (list === undefined) into.set(band, [known]);
      else list.push(known);
    }
  };
  const all = (): Map<number, Known[]> => {
    if (byBand === null) {
      byBand = new Map();
      for (const { key, simhash } of rows.simhashes()) put(byBand, halves(key, simhash));
    }
    return byBand;
  };

  return {
    find: ({ row, traces, body }) => {
      const { simhash } = row;
      if (simhash === null || row.words < leastWords || body === null || traces.id !== null) return null;
      const words = plainWords(body.blocks);
      const sought = halves(0, simhash);
      const near = new Set<Known>();
      for (const band of bandsOf(sought)) {
        for (const known of all().get(band) ?? []) if (differingBits(known, sought) <= mostBits) near.add(known);
      }
      for (const known of near) {
        const article = rows.byKey(known.key);
        if (article === null || plain(article.title) !== plain(row.title)) continue;
        const other = plainWords(rows.body(article.key)?.blocks ?? []);
        if (sharedPairs(words, other) >= leastShared) return { article, by: 'text' };
      }
      return null;
    },
    add: (key, simhash) => {
      if (byBand !== null && simhash !== null) put(byBand, halves(key, simhash));
    },
    forget: () => {
      byBand = null;
    },
  };
}

function halves(key: number, simhash: bigint): Known {
  return { key, low: Number(simhash & 0xffff_ffffn), high: Number(simhash >> 32n) };
}

/** Each with its place, so that the same bits in another band are another thing. */
function bandsOf({ low, high }: Known): number[] {
  return bands.map(([from, bits], at) => {
    const joined = from < 32 ? (low >>> from) | (from === 0 ? 0 : high << (32 - from)) : high >>> (from - 32);
    return (joined & ((1 << bits) - 1)) * bands.length + at;
  });
}

function differingBits(a: Known, b: Known): number {
  return bitCount(a.low ^ b.low) + bitCount(a.high ^ b.high);
}

/** Of 32 bits, added up side by side in one number. */
function bitCount(value: number): number {
  let bits = value - ((value >>> 1) & 0x5555_5555);
  bits = (bits & 0x3333_3333) + ((bits >>> 2) & 0x3333_3333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24;
}

function plain(title: string): string {
  return plainWords([title]).join(' ');
}

/** Of all pairs of neighbouring words, the share that both texts have. */
function sharedPairs(a: readonly string[], b: readonly string[]): number {
  const [first, second] = [pairsOf(a), pairsOf(b)];
  return first.intersection(second).size / Math.max(1, first.union(second).size);
}

function pairsOf(words: readonly string[]): Set<string> {
  return new Set(words.map((word, at) => `${word} ${words[at + 1] ?? ''}`));
}

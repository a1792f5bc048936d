import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactTerm } from '../analysis.ts';
import { indexFieldNames, type IndexedArticle } from '../index-set.ts';
import { article, termsIn } from '../test-helpers/lunr-oracle.ts';
import { buildSegment } from './build-segment.ts';
import { ByteReader } from './bytes.ts';
import { DamagedSegment } from './format.ts';
import { mergeAtOnce } from './merge-segments.ts';
import { fieldCount, readCounts } from './postings.ts';
import { openSegment, type Segment } from './segment.ts';

/** Everything that a segment says, as plain values. */
function contentOf(segment: Segment) {
  const { terms, columns, vectors, documentCount, fieldLengths } = segment;
  const postings = Array.from({ length: terms.size }, (_, number) => {
    const reader = new ByteReader(segment.postings, segment.postingsPlace(number));
    const documents = reader.varint();
    reader.varint();
    let document = -1;
    const held = Array.from({ length: documents }, () => {
      document += reader.varint();
      const counts = new Uint16Array(fieldCount);
      readCounts(reader, counts);
      return [document, ...counts];
    });
    return [terms.term(number), held] as const;
  });
  const documents = Array.from({ length: documentCount }, (_, number) => ({
    ...columns.values(number),
    lengths: [...fieldLengths.subarray(number * fieldCount, (number + 1) * fieldCount)],
  }));
  const about = Array.from({ length: documentCount }, (_, number) =>
    vectors.of(number).map(({ term }) => terms.term(term)),
  );
  return { postings, documents, about };
}

/** The same counted by hand. */
function countedByHand(articles: readonly IndexedArticle[]): Map<string, number[][]> {
  const postings = new Map<string, number[][]>();
  articles.forEach((one, document) => {
    const counts = new Map<string, number[]>();
    indexFieldNames.forEach((field, place) => {
      for (const term of termsIn(one, field)) {
        const row = counts.get(term) ?? indexFieldNames.map(() => 0);
        row[place]! += 1;
        counts.set(term, row);
      }
    });
    for (const [term, row] of counts) postings.set(term, [...(postings.get(term) ?? []), [document, ...row]]);
  });
  return postings;
}

const text = fc.oneof(
  fc
    .array(fc.constantFrom('worm', 'Worms', 'C++', 'naïve', '認証系', 'e-mail', 'node.js', '2.3.9', '𝒜lpha', 'ﬁne'), {
      maxLength: 12,
    })
    .map((words) => words.join(' ')),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
);
const articles = fc.array(
  fc.record({
    title: text,
    standfirst: text,
    tags: fc.array(text, { maxLength: 2 }),
    headings: fc.array(text, { maxLength: 2 }),
    blocks: fc.array(text, { maxLength: 4 }),
    author: text,
    site: fc.constantFrom('', 'example.org'),
    published: fc.constantFrom(null, '1969-07-20', '2001-09-18', '0079-08-24', '2026-11-27T13:40:00Z'),
    language: fc.constantFrom('en', 'de', 'ja', 'ru'),
    words: fc.nat(100_000),
  }),
  { maxLength: 6 },
);
const named = articles.map((list) => list.map((fields, index) => article(`ä${index}`, fields)));

describe('a segment', () => {
  it('gives back what was put in, whatever letters it is made of', () => {
    fc.assert(
      fc.property(named, (list) => {
        const { postings, documents } = contentOf(openSegment(buildSegment(list)));
        expect(new Map(postings.map(([term, held]) => [term, held]))).toEqual(countedByHand(list));
        expect(documents).toEqual(
          list.map(({ id, words, source, language, author, section, site, tags, published }) => ({
            ...{ id, words, source, language, author, section, site, tags },
            published: published === null ? null : Math.floor(Date.parse(published) / 86_400_000),
            lengths: expect.any(Array) as number[],
          })),
        );
      }),
      { numRuns: 150 },
    );
  });

  it('finds every term by name, and none that is not there', () => {
    fc.assert(
      fc.property(named, text, (list, other) => {
        const { terms } = openSegment(buildSegment(list));
        const find = (term: string): number => terms.find(new TextEncoder().encode(term));
        for (let number = 0; number < terms.size; number += 1) expect(find(terms.term(number))).toBe(number);
        const names = Array.from({ length: terms.size }, (_, number) => terms.term(number));
        expect(find(exactTerm(other))).toBe(names.indexOf(exactTerm(other)));
        const [from, to] = terms.range(other);
        expect(names.slice(from, to)).toEqual(names.filter((name) => name.startsWith(other)));
      }),
      { numRuns: 150 },
    );
  });

  it('is the same bytes for the same articles', () => {
    const list = [article('a', { title: 'A worm', blocks: ['It crawls.'] }), article('b', { title: 'A patch' })];
    expect(buildSegment(list)).toEqual(buildSegment(list));
  });

  it('knows what a document is about: its heaviest stems, and neither small words nor figures', () => {
    const segment = openSegment(
      buildSegment([
        article('a', { title: 'Worms of the net', blocks: ['The worm of 1988 had 99 lines, the worms said.'] }),
      ]),
    );
    expect(contentOf(segment).about[0]).toEqual(expect.arrayContaining(['worm', 'net', '1988', 'line']));
    expect(contentOf(segment).about[0]).not.toEqual(expect.arrayContaining(['the']));
    expect(contentOf(segment).about[0]).not.toContain('99');
  });
});

describe('merging', () => {
  it('makes the segment that would have been made at once, without what was deleted', () => {
    fc.assert(
      fc.property(named, fc.nat(6), fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }), (list, cut, gone) => {
        const parts = [list.slice(0, cut), list.slice(cut)].map((part) => openSegment(buildSegment(part)));
        const isGone = (index: number): boolean => gone[index] === true;
        const merged = mergeAtOnce([
          { segment: parts[0]!, isDeleted: isGone },
          { segment: parts[1]!, isDeleted: (document) => isGone(document + Math.min(cut, list.length)) },
        ]);
        const left = list.filter((_, index) => !isGone(index));
        if (left.length === 0) expect(merged).toBeNull();
        else {
          const [one, other] = [contentOf(openSegment(merged!)), contentOf(openSegment(buildSegment(left)))];
          expect({ ...one, about: null }).toEqual({ ...other, about: null });
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe('a damaged segment', () => {
  const file = buildSegment([
    article('a', { title: 'Code Red', blocks: ['A worm of 2001.'] }),
    article('b', { tags: ['x'] }),
  ]);

  it('is noticed whichever bit is flipped', () => {
    for (let bit = 0; bit < file.length * 8; bit += 1) {
      const copy = file.slice();
      copy[bit >> 3]! ^= 1 << (bit & 7);
      expect(() => openSegment(copy), `bit ${bit}`).toThrow(DamagedSegment);
    }
  });

  it('is noticed wherever it is cut short, and with anything behind it', () => {
    for (let length = 0; length < file.length; length += 1)
      expect(() => openSegment(file.slice(0, length)), `${length} bytes`).toThrow(DamagedSegment);
    expect(() => openSegment(Buffer.concat([file, Buffer.alloc(8)]))).toThrow(DamagedSegment);
  });

  it('may lie anywhere in memory', () => {
    const larger = Buffer.concat([Buffer.from('abc'), file]);
    expect(openSegment(larger.subarray(3)).documentCount).toBe(2);
  });
});

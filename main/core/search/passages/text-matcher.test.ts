import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse, stemOf } from '../analysis.ts';
import type { Sought, WordTest } from './sought.ts';
import { createTextMatcher, merged } from './text-matcher.ts';

const word = (exact: string, more: Partial<WordTest> = {}): WordTest => ({
  exact: new Set([exact]),
  stems: new Set([stemOf(exact, 'en')]),
  beginning: null,
  pattern: null,
  ...more,
});
const asWritten = (exact: string): WordTest => word(exact, { stems: new Set() });
const one = (test: WordTest): Sought => ({ rows: [[test]], slack: null });
const row = (words: readonly string[], slack: number | null = null): Sought => ({
  rows: [words.map(asWritten)],
  slack,
});
const found = (text: string, sought: Sought, language = 'en'): string[] =>
  createTextMatcher([sought])
    .matches(text, language)
    .map(({ start, end }) => text.slice(start, end));

describe('words in a text', () => {
  it('are found whatever their case, accents, endings and signs, and as they stand', () => {
    expect(found('Cafés, CAFE and a cafe\u0301; decaf.', one(word('cafe')))).toEqual(['Cafés', 'CAFE', 'cafe\u0301']);
    expect(found('The worms’ worm, a worm-hole.', one(word('worm')))).toEqual(['worms', 'worm', 'worm']);
    expect(found('e-mail, E-Mail, email and mail', one(word('email')))).toEqual(['e-mail', 'E-Mail', 'email']);
    expect(found('359,000 or 359000', one(word('359000')))).toEqual(['359,000', '359000']);
    expect(found('Die Straße, die Strasse', one(word('strasse')), 'de')).toEqual(['Straße', 'Strasse']);
    expect(found('mappings mapped mapper', one(word('mapping')))).toEqual(['mappings', 'mapped']);
    expect(found('C++ not C nor C#', one(asWritten('c++')))).toEqual(['C++']);
    expect(found('node.js runs JS', one(asWritten('js')))).toEqual(['node.js', 'JS']);
    expect(found('文字化け', one(asWritten('字化')))).toEqual(['字化']);
  });

  it('are found by their beginning and by a pattern', () => {
    expect(found('networks of nets', one(word('netw', { beginning: 'netw' })))).toEqual(['networks']);
    const pattern = (text: string): Sought =>
      one({ exact: new Set(), stems: new Set(), beginning: null, pattern: text });
    expect(found('hardware softly software', pattern('*ware'))).toEqual(['hardware', 'software']);
    expect(found('teletext text', pattern('te*t'))).toEqual(['teletext', 'text']);
  });
});

describe('words in a row', () => {
  it('are found in their order, whatever signs stand between', () => {
    expect(found('Code Red; “code”, red. Red code. code is red', row(['code', 'red']))).toEqual([
      'Code Red',
      'code”, red',
    ]);
    expect(found('a well-known fact', row(['well', 'known']))).toEqual(['well-known']);
    expect(found('that that that', row(['that', 'that']))).toEqual(['that that', 'that that']);
    expect(found('文字化け', row(['文字', '字化', '化け']))).toEqual(['文字化け']);
  });

  it('are found near one another in any order, with so many others among them', () => {
    const near = (slack: number): string[] => found('worm of the red and new code', row(['code', 'worm'], slack));
    expect(near(5)).toEqual(['worm', 'code']);
    expect(near(4)).toEqual([]);
    expect(found('red one code two', row(['one', 'two', 'red'], 1))).toEqual(['red', 'one', 'two']);
  });
});

describe('a matcher', () => {
  it('finds what the analysis of the whole text finds', () => {
    const pieces = [
      'worm',
      'Worms',
      'wörm',
      'wo',
      'e-mail',
      'E‑mails',
      'email',
      'COVID-19',
      '19',
      "o'clock",
      'clock’s',
    ];
    const others = [
      'naïve',
      'naive',
      'node.js',
      'C++',
      'straße',
      '文字化け',
      'a',
      '—',
      '“',
      ', ',
      '. ',
      ' ',
      ' ',
      ' ',
      '-',
    ];
    const text = fc.string({ unit: fc.constantFrom(...pieces, ...others), maxLength: 30 });
    const exact = fc.constantFrom(
      'worm',
      'email',
      'covid19',
      'clock',
      'naive',
      'js',
      'c++',
      'strasse',
      '19',
      '字化',
      'wo',
    );
    fc.assert(
      fc.property(text, exact, fc.boolean(), (source, sought, completes) => {
        const test = word(sought, completes ? { beginning: sought } : {});
        const expected = analyse(source)
          .filter(
            (token) =>
              token.exact === sought ||
              (completes && token.exact.startsWith(sought)) ||
              test.stems.has(stemOf(token.exact, 'en')),
          )
          .map(({ start, end }) => [start, end]);
        const got = createTextMatcher([one(test)])
          .matches(source, 'en')
          .map(({ start, end }) => [start, end]);
        expect(new Set(got.map(String))).toEqual(new Set(expected.map(String)));
      }),
      { numRuns: 2000 },
    );
  });

  it('says which of several it found, and marks without overlaps', () => {
    const matcher = createTextMatcher([one(word('code')), row(['code', 'red'])]);
    const matches = matcher.matches('Code Red is code', 'en');
    expect(matches.map(({ sought }) => sought)).toEqual([1, 0, 0]);
    expect(merged(matches)).toEqual([
      [0, 8],
      [12, 16],
    ]);
  });

  it('finds nothing when nothing is sought', () => {
    expect(found('any text', { rows: [], slack: null })).toEqual([]);
  });
});

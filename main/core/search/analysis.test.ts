import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse, stemOf } from './analysis.ts';
import { segments } from './word-segments.ts';

const words = (text: string): string[] =>
  analyse(text)
    .filter((token) => token.isWord)
    .map((token) => token.exact);
const forms = (text: string): string[] => analyse(text).map((token) => token.exact);

describe('analysis', () => {
  it('folds case, accents and the letters that Unicode does not take apart', () => {
    expect(words('CAFÉ Kořínek Straße Ærøskøbing Łódź ﬁnd')).toEqual([
      'cafe',
      'korinek',
      'strasse',
      'aeroskobing',
      'lodz',
      'find',
    ]);
  });

  it('keeps what the rules of Unicode would tear apart', () => {
    expect(words('C++ and C#, .NET; node.js 2.3.9 was 359,000 times')).toEqual([
      'c++',
      'and',
      'c#',
      '.net',
      'node.js',
      '2.3.9',
      'was',
      '359000',
      'times',
    ]);
  });

  it('finds compounds whole, without their hyphens, and by their parts', () => {
    expect(forms('COVID-19')).toEqual(expect.arrayContaining(['covid', '19', 'covid19']));
    expect(forms('CVE-2001-0500')).toContain('cve20010500');
    expect(forms('e-mail')).toContain('email');
    expect(forms('node.js')).toEqual(expect.arrayContaining(['node.js', 'nodejs', 'node', 'js']));
    expect(forms('2001-07-19')).toContain('2001-07-19');
  });

  it('takes off possessives, with either apostrophe', () => {
    expect(words("Microsoft's Microsoft’s workers' don’t")).toEqual(['microsoft', 'microsoft', 'workers', 'dont']);
  });

  it('cuts Chinese and Japanese into pairs, so that any stretch is found', () => {
    expect(words('文字化け')).toEqual(['文字', '字化', '化け']);
    expect(forms('文字化け')).toEqual(expect.arrayContaining(['文', '字', '化', 'け']));
    expect(words('化.net 字')).toEqual(['化', 'net', '字']);
    expect(words('か が')).toEqual(['か', 'が']);
  });

  it('cuts Thai by its words and leaves Arabic and Hindi whole', () => {
    expect(words('สวัสดีครับ')).toEqual(['สวัสดี', 'ครับ']);
    expect(words('السَّلَام हिन्दी')).toEqual(['السلام', 'हिन्दी']);
  });

  it('keeps the signs that stand in Hebrew words', () => {
    expect(segments('צ\'יפס צה"ל').map(({ text }) => text)).toEqual(["צ'יפס", 'צה"ל']);
  });

  it('stems a word by the language of its article, and no name with signs', () => {
    expect(stemOf('running', 'en-GB')).toBe('run');
    expect(stemOf('running', 'de')).toBe('running');
    expect(stemOf('c++', 'en')).toBe('c++');
  });

  it('gives places that hold the word they stand for', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        for (const { start, end, exact } of analyse(text)) {
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(analyse(text.slice(start, end)).map((token) => token.exact)).toContain(exact);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('agrees with Intl.Segmenter where words are parted by spaces', () => {
    const segmenter = new Intl.Segmenter('en', { granularity: 'word' });
    const unit = fc.constantFrom(...'abzéßñДжسل0 9.,\'’-_!?()"“ \n'.split(''));
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 40 }), (text) => {
        const expected = [...segmenter.segment(text)]
          .filter(({ isWordLike }) => isWordLike)
          .map(({ segment }) => segment);
        expect(segments(text).map((segment) => segment.text)).toEqual(expected.filter((word) => !/^_+$/.test(word)));
      }),
      { numRuns: 2000 },
    );
  });
});

import { describe, expect, it } from 'vitest';
import type { UnderstoodQuery } from '../../../main/contract/search-entities.ts';
import { understoodParts } from './understood-parts.ts';

type Given = Pick<UnderstoodQuery, 'text' | 'words' | 'phrases' | 'excluded' | 'unknown'>;

const read = (given: Given): string =>
  understoodParts({ ...given, dropped: [], corrections: [], problems: [], parts: [] })
    .map(({ text, kind }) => ({ plain: text, wanted: `*${text}*`, excluded: `~${text}~` })[kind])
    .join('');

describe('understoodParts', () => {
  it('tells wanted words from unwanted ones', () => {
    expect(
      read({
        text: 'Stories with code and red, without green',
        words: ['code', 'red'],
        phrases: [],
        excluded: ['green'],
        unknown: [],
      }),
    ).toBe('Stories with *code* and *red*, without ~green~');
  });

  it('marks phrases inside their quotation marks and words of fields', () => {
    expect(
      read({
        text: 'Stories with “code red”, by halloran',
        words: ['halloran'],
        phrases: ['code red'],
        excluded: [],
        unknown: [],
      }),
    ).toBe('Stories with “*code red*”, by *halloran*');
  });

  it('is not confused by words that are also words of the sentence', () => {
    expect(
      read({
        text: 'Stories with with, stories and without, without with',
        words: ['with', 'stories', 'without'],
        phrases: [],
        excluded: ['with'],
        unknown: [],
      }),
    ).toBe('Stories with *with*, *stories* and *without*, without ~with~');
  });

  it('marks no word that took no part', () => {
    const text = 'Stories with worm; no story has “qzx”';
    expect(read({ text, words: ['worm', 'qzx'], phrases: [], excluded: [], unknown: ['qzx'] })).toBe(
      'Stories with *worm*; no story has “qzx”',
    );
  });

  it('keeps the sentence whole when a word is not in it', () => {
    const text = 'No story has “qzx”';
    expect(read({ text, words: ['other'], phrases: [], excluded: [], unknown: ['qzx'] })).toBe(text);
  });
});

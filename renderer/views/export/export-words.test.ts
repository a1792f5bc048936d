import { describe, expect, it } from 'vitest';
import { exportFormats } from '../../../main/contract/export-formats.ts';
import { doneOf, lossWords, previewWords, runWords, withoutWords } from './export-words.ts';

const preview = { articles: 1200, without: 0, pictures: 1, bytes: 12_400_000 };

describe('what is said of an export', () => {
  it('counts what the file would hold and what the format has no place for', () => {
    expect(previewWords(preview)).toBe('1,200 articles with 1 picture, about 12.4 MB');
    expect(previewWords({ ...preview, without: 1199, pictures: 0, bytes: 900 })).toBe('1 article, about 900 bytes');
    expect(withoutWords('bookmarks', preview)).toBeNull();
    expect(withoutWords('readwise', { ...preview, without: 1 })).toBe('1 article without a highlight is left out');
    expect(withoutWords('bookmarks', { ...preview, without: 2 })).toBe('2 articles without an address are left out');
  });

  it('tells of every format what it cannot carry', () => {
    expect(lossWords('all')).toEqual([
      'Left behind: earlier versions of a text.',
      'In the file for others, but not read back by Lectern: kept originals.',
    ]);
    for (const format of exportFormats) expect(lossWords(format)).not.toEqual([]);
  });

  it('says how far one is and how it ended', () => {
    const run = {
      ...({ id: '0123456789abcdef', format: 'markdown', state: 'running', startedAt: '2026-11-27T08:00:00Z' } as const),
      ...{ articles: 20, total: 80, bytes: 2_000_000, message: null, file: null },
    };
    expect([runWords(run), doneOf(run), doneOf({ ...run, total: 0 })]).toEqual(['20 articles of 80, 2.0 MB', 0.25, 0]);
    expect(runWords({ ...run, state: 'done' })).toBe('20 articles, 2.0 MB. The file is kept for a day.');
    expect(runWords({ ...run, state: 'failed', message: 'The disk is full.' })).toBe('The disk is full.');
    expect(runWords({ ...run, state: 'cancelled' })).toBe('Cancelled. Nothing of it was kept.');
  });
});

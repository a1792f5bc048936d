import { describe, expect, it } from 'vitest';
import type { ImportSummary } from '../../../main/contract/import-entities.ts';
import {
  doneOf,
  formatWords,
  historyWords,
  importLabel,
  progressWords,
  rowClasses,
  timeLeft,
  undoWords,
} from './import-words.ts';

function summary(change: Partial<ImportSummary> = {}): ImportSummary {
  return {
    id: '0'.repeat(16),
    name: 'pocket.zip',
    state: 'previewed',
    startedAt: '2026-11-27T10:00:00.000Z',
    finishedAt: null,
    files: 1,
    filesDone: 1,
    formats: [],
    rowsExpected: null,
    secondsLeft: null,
    message: null,
    canUndo: false,
    read: 1250,
    imported: 1234,
    merged: 12,
    noContent: 3,
    failed: 1,
    ...change,
  };
}

describe('the classes of an import', () => {
  it('add up to what was read, and are told as what would be before they are told as what was', () => {
    const before = rowClasses(summary());
    const after = rowClasses(summary({ state: 'done' }));
    expect(before.reduce((sum, { rows }) => sum + rows, 0)).toBe(1250);
    expect(before.map(({ words }) => words).join('; ')).toContain('to be imported; already here: merged');
    expect(after.map(({ words }) => words).join('; ')).toContain('imported; merged with what was here');
  });
});

describe('what is said of an import', () => {
  it('names on its button what it will do, and offers nothing where nothing would come of it', () => {
    expect(importLabel(summary())).toBe('Import 1,234 articles');
    expect(importLabel(summary({ imported: 0 }))).toBe('Merge 12 articles');
    expect(importLabel(summary({ imported: 0, merged: 0, noContent: 1 }))).toBe('Keep 1 link');
    expect(importLabel(summary({ imported: 0, merged: 0, noContent: 0 }))).toBeNull();
  });

  it('tells how far it is and what is left, as far as that is known', () => {
    expect(progressWords(summary({ files: 12, filesDone: 3, secondsLeft: 130 }))).toBe(
      '1,250 articles read, 3 of 12 files, about 2 minutes left',
    );
    expect(progressWords(summary({ read: 1 }))).toBe('1 article read');
    const half = summary({ read: 1250, rowsExpected: 2500, secondsLeft: 4 });
    expect(progressWords(half)).toBe('1,250 of 2,500 articles, a few seconds left');
    expect([half, summary(), summary({ files: 4 })].map(doneOf)).toEqual([0.5, null, 0.25]);
    expect([3, 50, 58, 7300].map(timeLeft)).toEqual([
      'a few seconds left',
      'less than a minute left',
      'about 1 minute left',
      'about 2 hours left',
    ]);
  });

  it('says what an undo would do before it is done', () => {
    expect(undoWords(summary())).toMatch(
      /^Undo takes out the 1,237 articles that came new and puts the 12 merged back as before\./,
    );
    expect(undoWords(summary({ merged: 0, imported: 1, noContent: 0 }))).toMatch(
      /^Undo takes out the 1 article that came new\./,
    );
  });

  it('is a line among the earlier ones', () => {
    expect(historyWords(summary({ state: 'done' }))).toBe('1,234 articles imported, 12 merged, 1 could not be read');
    expect(historyWords(summary({ state: 'undone' }))).toBe('Undone');
    expect(
      formatWords([
        { name: 'Saved page', files: 2 },
        { name: 'PDF', files: 1 },
      ]),
    ).toBe('Saved page (2 files), PDF');
  });
});

import { describe, expect, it } from 'vitest';
import type { BackupOutcome, BackupStatus } from '../../../main/contract/backup-entities.ts';
import { lastOf, momentWords, previewWords, reasonWords, workWords } from './backup-words.ts';

const none = { total: 0, titles: [] };
const counts = { articles: 2, marks: 1, highlights: 0, pictures: 3 };
const preview = {
  from: 'x',
  takenAt: '',
  problems: [],
  canRestore: true,
  there: counts,
  here: counts,
  comes: none,
  differs: none,
  onlyHere: none,
  settings: [],
};

describe('what is said of backups', () => {
  it('tells how far the work is once that is known', () => {
    expect([workWords({ task: 'backup', share: 0 }), workWords({ task: 'check', share: 0.416 })]).toEqual([
      'Making a backup',
      'Checking the library: 42%',
    ]);
  });

  it('says why a snapshot is there, and when it was taken', () => {
    expect(['regular', 'by-hand', 'before-migration-7', 'before-restore'].map(reasonWords)).toEqual([
      '',
      'by hand',
      'before an update of Lectern',
      'before a restore',
    ]);
    expect(momentWords('2026-11-27T08:05:00.000Z', 'UTC')).toBe('27 November 2026, 08:05');
  });

  it('tells what a restore would do, and nothing that it would not', () => {
    expect(previewWords(preview)).toEqual([
      'It holds 2 articles, 1 mark, 0 highlights and 3 files. You have 2 articles now.',
      'It has no article that is not here.',
    ]);
    const full = {
      ...preview,
      comes: { total: 1, titles: ['a'] },
      onlyHere: { total: 2, titles: [] },
      settings: ['theme'],
    };
    expect(previewWords(full).slice(1)).toEqual([
      '1 article would come back.',
      '2 articles are only here: merging keeps them, replacing leaves them in a snapshot.',
      '1 setting differs.',
    ]);
  });

  it('finds the newest end among tasks', () => {
    const outcome = (task: BackupOutcome['task'], at: string): BackupOutcome => ({
      task,
      at,
      ok: true,
      lines: [],
      problems: [],
      preview: null,
      importId: null,
    });
    const status: BackupStatus = {
      working: null,
      outcomes: [outcome('check', '2026-01-01'), outcome('repair', '2026-01-02'), outcome('backup', '2026-01-03')],
      ...{ lastBackup: null, lastSnapshot: null, snapshotBytes: 0, folder: '', rescue: null, restored: null },
    };
    expect([lastOf(status, ['check', 'repair'])?.task, lastOf(status, ['rescue'])]).toEqual(['repair', null]);
  });
});

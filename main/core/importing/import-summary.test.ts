import { describe, expect, it } from 'vitest';
import type { StoredImport } from '../store/import-store.ts';
import { summaryOf } from './import-summary.ts';

const stored: StoredImport = {
  key: 1,
  id: '0'.repeat(16),
  name: 'pocket.zip',
  state: 'running',
  startedAt: '2026-11-27T10:00:00.000Z',
  finishedAt: null,
  files: [],
  keepOriginals: false,
  onlyRows: null,
  filesDone: 0,
  formats: [],
  message: null,
};
const counts = { read: 250, imported: 250, merged: 0, noContent: 0, failed: 0 };
const leftOf = (progress: Partial<NonNullable<Parameters<typeof summaryOf>[2]['progress']>>) =>
  summaryOf(stored, counts, {
    formats: [],
    progress: { rows: 0, inputsDone: 0, inputs: 1, begunAt: 0, begunWith: 0, expected: null, ...progress },
    now: 10_000,
  });

describe('the time that an import has left', () => {
  it('is told by rows where a preview counted them, one file or many', () => {
    expect(leftOf({ rows: 250, expected: 1000 })).toMatchObject({ secondsLeft: 30, rowsExpected: 1000 });
    expect(leftOf({ rows: 500, begunWith: 400, expected: 1000 }).secondsLeft).toBe(50);
    expect(leftOf({ rows: 400, begunWith: 400, expected: 1000 }).secondsLeft).toBeNull();
    expect(leftOf({ rows: 1001, expected: 1000 }).secondsLeft).toBe(0);
  });

  it('is told by files where rows are not counted, and not at all for one file', () => {
    expect(leftOf({ inputs: 10, inputsDone: 2 })).toMatchObject({ secondsLeft: 40, rowsExpected: null });
    expect(leftOf({ inputs: 10 }).secondsLeft).toBeNull();
    expect(leftOf({ rows: 250 }).secondsLeft).toBeNull();
  });
});

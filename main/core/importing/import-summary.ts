/** What is told of an import: its counts, how far it is and how long it will take. Pure. */
import type { ImportCounts, ImportSummary } from '../../contract/import-entities.ts';
import type { StoredImport } from '../store/import-store.ts';

interface Known {
  readonly formats: ImportSummary['formats'];
  /** Null while it is not at work. */
  readonly progress: {
    readonly rows: number;
    readonly inputsDone: number;
    readonly inputs: number;
    readonly begunAt: number;
    readonly begunWith: number;
    /** Null if there was no preview. */
    readonly expected: number | null;
  } | null;
  /** Milliseconds. */
  readonly now: number;
}

export function summaryOf(
  stored: StoredImport,
  counts: ImportCounts,
  { formats, progress, now }: Known,
): ImportSummary {
  const { id, name, state, startedAt, finishedAt, message } = stored;
  const files = progress?.inputs ?? formats.reduce((sum, format) => sum + format.files, 0);
  const isOver = progress === null && state !== 'previewing' && state !== 'running';
  return {
    id,
    name,
    state,
    startedAt,
    finishedAt,
    message,
    ...counts,
    files,
    filesDone: isOver ? files : (progress?.inputsDone ?? 0),
    formats: [...formats],
    rowsExpected: progress?.expected ?? null,
    secondsLeft: progress === null ? null : secondsLeft(progress, now),
    canUndo: (state === 'done' || state === 'failed') && counts.imported + counts.merged + counts.noContent > 0,
  };
}

/** By the rows, if it is known how many there are; else by the files that are through. Null as long as too few are. */
function secondsLeft(progress: NonNullable<Known['progress']>, now: number): number | null {
  const { inputsDone, inputs, begunAt, expected } = progress;
  if (expected !== null) {
    const done = progress.rows - progress.begunWith;
    if (done <= 0) return null;
    return Math.max(0, Math.ceil(((now - begunAt) / 1000 / done) * (expected - progress.rows)));
  }
  if (inputs < 2 || inputsDone === 0) return null;
  const each = (now - begunAt) / 1000 / inputsDone;
  return Math.ceil(each * (inputs - inputsDone));
}

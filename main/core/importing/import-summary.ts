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
    secondsLeft: progress === null ? null : secondsLeft(progress, now),
    canUndo: (state === 'done' || state === 'failed') && counts.imported + counts.merged + counts.noContent > 0,
  };
}

/** By the files that are through; null as long as too few are. */
function secondsLeft(progress: NonNullable<Known['progress']>, now: number): number | null {
  const { inputsDone, inputs, begunAt } = progress;
  if (inputs < 2 || inputsDone === 0) return null;
  const each = (now - begunAt) / 1000 / inputsDone;
  return Math.ceil(each * (inputs - inputsDone));
}

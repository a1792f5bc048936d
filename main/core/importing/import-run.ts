/**
 * One import at work: gives its files to a thread, saves what comes back, and accounts for it in the same transaction. A
 * thread that hangs or dies costs the row that it died of, or the rest of the file that cannot be read; the next thread
 * goes on behind it.
 */
import { progressBytes, progressPlaces, phases, type ImportParcel, type PreparedRow } from './import-task.ts';
import { startJob, type JobEnd, type JobLimits, type RunningJob } from '../jobs/job-runner.ts';
import type { Library } from '../library/library.ts';
import type { AccountedRow, ImportStore, StoredImport } from '../store/import-store.ts';
import { makeFileSet } from './file-set.ts';

export interface RunPorts {
  readonly library: Library;
  readonly imports: ImportStore;
  /** Where assets are kept; null for a preview. */
  readonly dataDirectory: string | null;
  readonly jobEntry: URL;
  readonly limits?: JobLimits;
  readonly now: () => Date;
  /** Something is saved, or the run is over. */
  readonly changed: () => void;
}

export type RunEnd =
  | { readonly kind: 'done' }
  | { readonly kind: 'cancelled' }
  /** Another process has it in hand. */
  | { readonly kind: 'elsewhere' }
  /** The library could not take it: the disk is full, or it is locked. */
  | { readonly kind: 'refused'; readonly error: unknown };

export interface ImportRun {
  /** Never rejects. */
  readonly ended: Promise<RunEnd>;
  cancel(): void;
  /** Rows read so far, those under way too, and the inputs behind and in all. */
  progress(): { readonly rows: number; readonly inputsDone: number; readonly inputs: number };
}

export function startImportRun(started: StoredImport, ports: RunPorts): ImportRun {
  const { imports, library } = ports;
  const set = makeFileSet(started.files);
  const poisoned = new Map<number, string>();
  const broken = new Map<number, { readonly before: number; readonly reason: string }>();
  let job: RunningJob | null = null;
  let isCancelled = false;
  let inputsDone = started.filesDone;
  let rows = imports.nextOrdinal(started.key);

  const take = (parcel: unknown): void => {
    const { rows: prepared, filesDone, formats } = parcel as ImportParcel; // from our own thread
    inputsDone = filesDone;
    imports.within(() => {
      imports.addRows(started.key, account(prepared, library));
      imports.update(started.id, { filesDone, formats: formats.map(([name, files]) => ({ name, files })) });
    });
    rows = (prepared.at(-1)?.ordinal ?? rows - 1) + 1;
    ports.changed();
  };

  const runOnce = async (): Promise<JobEnd> => {
    const progress = new SharedArrayBuffer(progressBytes);
    job = startJob({
      entry: ports.jobEntry,
      data: {
        ...set,
        from: imports.nextOrdinal(started.key),
        only: started.onlyRows === null ? null : new Set(started.onlyRows),
        poisoned,
        broken,
        dataDirectory: ports.dataDirectory,
        keepOriginals: started.keepOriginals,
        extent: 'main',
        now: ports.now().toISOString(),
        progress,
      },
      ...(ports.limits === undefined ? {} : { limits: ports.limits }),
      take,
    });
    const end = await job.ended;
    if (end.kind === 'failed') blame(new Uint32Array(progress), end.reason);
    return end;
  };

  /** The row at which the thread ended is not tried again; if it ended while reading on, the file is not. */
  const blame = (progress: Uint32Array, reason: string): void => {
    const row = progress[progressPlaces.row] ?? 0;
    const file = progress[progressPlaces.file] ?? 0;
    const isReading = progress[progressPlaces.phase] === phases.reading;
    if (isReading || poisoned.has(row)) broken.set(file, { before: row, reason });
    else poisoned.set(row, reason);
  };

  const run = async (): Promise<RunEnd> => {
    for (;;) {
      const end = await runOnce();
      if (isCancelled) return { kind: 'cancelled' };
      if (end.kind === 'done') return { kind: 'done' };
      if (end.kind === 'refused') return end;
      if (end.kind === 'cancelled') return { kind: 'cancelled' };
    }
  };

  return {
    ended: run(),
    cancel: () => {
      isCancelled = true;
      job?.cancel();
    },
    progress: () => ({ rows, inputsDone, inputs: set.inputs.length }),
  };
}

/** Saves the articles of a parcel and says what became of each row. */
function account(prepared: readonly PreparedRow[], library: Library): AccountedRow[] {
  const articles = prepared.flatMap((row) => (row.kind === 'article' ? [row.prepared] : []));
  const saved = library.savePrepared(articles);
  library.saveMarks(prepared.flatMap((row) => (row.kind === 'marks' ? [row.story] : [])));
  let next = 0;
  return prepared.map((row) => {
    const { ordinal, input, row: number, title } = row;
    const place = { ordinal, input, row: number, title };
    if (row.kind !== 'article') {
      const isMarks = row.kind === 'marks';
      const outcome = isMarks ? 'merged' : row.kind;
      const reason = isMarks ? 'Your marks on a story of the collection were added to those there are.' : row.reason;
      return { ...place, outcome, reason, articleId: null, revision: null, isNew: false, before: null };
    }
    const outcome = saved[next];
    next += 1;
    if (outcome === undefined) throw new Error('every article that is saved has an outcome');
    const reason = [outcome.reason, row.remark].filter((said) => said !== null).join(' ');
    const named = title === '' ? row.prepared.row.title : title;
    return { ...place, title: named, ...outcome, reason: reason === '' ? null : reason };
  });
}

/**
 * Imports from the first look to the last word: previewed on a copy of the library, run, cancelled, undone, tried again. One
 * is at work at a time; others wait for it. What was at work when Lectern ended goes on when it is started again.
 */
import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ImportReport, ImportSummary } from '../../contract/import-entities.ts';
import { AppError } from '../../contract/errors.ts';
import type { Library } from '../library/library.ts';
import type { ImportFileEntry, ImportStore, StoredImport } from '../store/import-store.ts';
import { takeLock } from '../store/process-lock.ts';
import { removeUpload } from '../web/uploads.ts';
import { startImportRun, type ImportRun, type RunEnd } from './import-run.ts';
import { createLibraryCopies } from './library-copies.ts';
import { summaryOf } from './import-summary.ts';
import type { Imports, ImportsPorts, ThroughOptions } from './imports-port.ts';
import { reportCsv } from './report-csv.ts';
import { nameOf, refusalText, wrongState } from './import-words.ts';
import { tellUndone, undoImport } from './undo-import.ts';

/** An import that this process has in hand. */
interface Live {
  readonly run: ImportRun;
  readonly begunAt: number;
  readonly begunWith: number;
}

/** Longer than anybody thinks about an import, in milliseconds. */
const previewLifeMs = 24 * 60 * 60 * 1000;

export function createImports(ports: ImportsPorts): Imports {
  const { store, library, now, changed } = ports;
  const { imports } = store;
  const live = new Map<string, Live>();
  /** Rows that a preview found, by import. */
  const expected = new Map<string, number>();
  const copies = createLibraryCopies(store, ports.openCopy);
  let last: Promise<unknown> = Promise.resolve();
  let isClosed = false;

  const lockOf = (id: string) => join(store.directory, 'imports', `${id}.lock`);
  const known = (id: string): StoredImport => {
    const found = imports.find(id);
    if (found !== null) return found;
    throw new AppError('not-found', 'There is no such import any more.', { id });
  };
  const summary = (id: string): ImportSummary => {
    const stored = known(id);
    const at = live.get(id);
    const copy = copies.get(id);
    const rowsOf = copy?.store.imports ?? imports;
    const counted = rowsOf.find(id) ?? stored;
    return summaryOf(stored, rowsOf.counts(counted.key), {
      formats: counted.formats,
      progress:
        at === undefined
          ? null
          : { ...at.run.progress(), begunAt: at.begunAt, begunWith: at.begunWith, expected: expected.get(id) ?? null },
      now: now().getTime(),
    });
  };

  const create = (
    files: readonly ImportFileEntry[],
    keepOriginals: boolean,
    state: StoredImport['state'],
    only: readonly number[] | null = null,
  ) => {
    if (store.fault !== null) throw store.fault;
    return imports.create({
      id: randomBytes(8).toString('hex'),
      name: nameOf(files),
      state,
      startedAt: now().toISOString(),
      files,
      keepOriginals,
      onlyRows: only,
    });
  };

  /** Runs it when those before it are through. */
  const enqueue = (
    stored: StoredImport,
    where: { imports: ImportStore; library: Library; dataDirectory: string | null },
  ) => {
    const done = last.then(() => (isClosed ? null : runNow(stored, where)));
    last = done.catch(() => undefined);
    return done;
  };
  const runNow = async (
    stored: StoredImport,
    where: { imports: ImportStore; library: Library; dataDirectory: string | null },
  ): Promise<RunEnd> => {
    // Another process may have it in hand: a command that still runs.
    const lock = takeLock(lockOf(stored.id));
    if (lock === null) return { kind: 'elsewhere' };
    const run = startImportRun(stored, { ...ports, ...where });
    const begunWith = run.progress().rows;
    live.set(stored.id, { run, begunAt: now().getTime(), begunWith });
    try {
      return await run.ended;
    } finally {
      live.delete(stored.id);
      lock.release();
      rmSync(lockOf(stored.id), { force: true });
    }
  };

  const finish = (id: string, state: StoredImport['state'], message: string | null): void => {
    imports.update(id, { state, message, finishedAt: now().toISOString() });
    changed();
  };

  const runForGood = async (stored: StoredImport): Promise<void> => {
    const end = await enqueue(stored, { imports, library, dataDirectory: store.directory });
    if (end === null || end.kind === 'elsewhere' || (isClosed && end.kind === 'cancelled')) return; // goes on at the next start
    if (end.kind === 'done') {
      finish(stored.id, 'done', known(stored.id).message);
      forget(stored);
    } else if (end.kind === 'cancelled')
      finish(stored.id, 'cancelled', tellUndone(undoImport(stored, imports, library)));
    else finish(stored.id, 'failed', refusalText(end.error));
  };

  const runPreview = async (stored: StoredImport): Promise<void> => {
    const copy = await copies.make(stored.id);
    const copied = copy.store.imports.find(stored.id) ?? stored;
    const end = await enqueue(copied, { imports: copy.store.imports, library: copy.library, dataDirectory: null });
    if (end === null || end.kind === 'elsewhere') return;
    if (end.kind === 'done') imports.update(stored.id, { state: 'previewed' });
    else copies.drop(stored.id);
    if (end.kind === 'cancelled') finish(stored.id, 'cancelled', null);
    if (end.kind === 'refused') finish(stored.id, 'failed', refusalText(end.error));
    changed();
  };

  /** The uploads of a finished import; a retry needs them as long as rows failed. */
  const forget = (stored: StoredImport): void => {
    if (imports.counts(stored.key).failed > 0) return;
    for (const { upload } of stored.files) if (upload !== null) removeUpload(store.directory, upload);
  };
  const inBackground = (work: Promise<void>, id: string): void => {
    work.catch((error: unknown) => {
      if (!isClosed) finish(id, 'failed', refusalText(error));
    });
  };

  return {
    preview: (files, keepOriginals) => {
      const stored = create(files, keepOriginals, 'previewing');
      inBackground(runPreview(stored), stored.id);
      return summary(stored.id);
    },
    start: (id, keepOriginals) => {
      const stored = known(id);
      if (!['previewed', 'interrupted', 'previewing', 'failed'].includes(stored.state))
        throw wrongState(stored, 'started');
      live.get(id)?.run.cancel();
      if (stored.state === 'previewed') expected.set(id, summary(id).read);
      copies.drop(id);
      imports.update(id, {
        state: 'running',
        filesDone: 0,
        message: null,
        finishedAt: null,
        keepOriginals: keepOriginals ?? stored.keepOriginals,
      });
      inBackground(runForGood(known(id)), id);
      return summary(id);
    },
    cancel: async (id) => {
      const stored = known(id);
      const at = live.get(id);
      if (at === undefined) {
        if (stored.state === 'running' || stored.state === 'interrupted')
          finish(id, 'cancelled', tellUndone(undoImport(stored, imports, library)));
        else if (stored.state === 'previewing' || stored.state === 'previewed') finish(id, 'cancelled', null);
        else throw wrongState(stored, 'cancelled');
      } else {
        at.run.cancel();
        await at.run.ended;
        // Whoever waited for the run says how it ended, in the next turn.
        await new Promise(setImmediate);
      }
      copies.drop(id);
      return summary(id);
    },
    undo: (id) => {
      const stored = known(id);
      if (stored.state !== 'done' && stored.state !== 'failed') throw wrongState(stored, 'undone');
      finish(id, 'undone', tellUndone(undoImport(stored, imports, library)));
      return summary(id);
    },
    retry: (id) => {
      const stored = known(id);
      const failed = imports.failedOrdinals(stored.key);
      if (failed.length === 0)
        throw new AppError('invalid-input', 'No row of this import failed, so there is nothing to try again.');
      const again = create(stored.files, stored.keepOriginals, 'running', failed);
      inBackground(runForGood(again), again.id);
      return summary(again.id);
    },
    list: () => imports.list().map(({ id }) => summary(id)),
    get: summary,
    rows: (id, outcome, limit, offset) => {
      const { rowsOf, key } = rowsFor(id);
      const counts = rowsOf.counts(key);
      const total = outcome === null ? counts.read : counts[outcome === 'no-content' ? 'noContent' : outcome];
      return { total, items: rowsOf.rows(key, outcome, limit, offset) };
    },
    csv: (id) => {
      const { rowsOf, key } = rowsFor(id);
      return { fileName: `import-${known(id).startedAt.slice(0, 10)}.csv`, content: reportCsv(rowsOf.allRows(key)) };
    },
    runThrough,
    resume: () => {
      if (store.fault !== null) return;
      for (const { id, state, startedAt } of imports.list()) {
        const isPreview = state === 'previewing' || state === 'previewed';
        if (isPreview && now().getTime() - Date.parse(startedAt) > previewLifeMs) imports.remove(id);
        else if (isPreview) {
          // What was found went with the copy of the library; nothing was saved.
          const message = 'Lectern ended before these files were imported. Nothing of them was saved yet.';
          imports.update(id, { state: 'interrupted', message });
        } else if (state === 'running') {
          const rows = imports.nextOrdinal(known(id).key);
          const message = `Lectern ended in the middle; it went on after row ${rows.toLocaleString('en-GB')}.`;
          imports.update(id, { message });
          inBackground(runForGood(known(id)), id);
        }
      }
    },
    close: async () => {
      isClosed = true;
      for (const { run } of live.values()) run.cancel();
      await last;
      copies.dropAll();
    },
  };

  function rowsFor(id: string): { readonly rowsOf: ImportStore; readonly key: number } {
    const rowsOf = copies.get(id)?.store.imports ?? imports;
    return { rowsOf, key: (rowsOf.find(id) ?? known(id)).key };
  }

  async function runThrough(files: readonly ImportFileEntry[], options: ThroughOptions): Promise<ImportReport> {
    const stored = create(files, options.keepOriginals, options.dryRun ? 'previewing' : 'running');
    const copy = options.dryRun ? await copies.make(stored.id) : null;
    const where =
      copy === null
        ? { imports, library, dataDirectory: store.directory }
        : { imports: copy.store.imports, library: copy.library, dataDirectory: null };
    const timer = setInterval(() => {
      options.progress(live.get(stored.id)?.run.progress().rows ?? 0);
    }, 500);
    try {
      const end = await enqueue(where.imports.find(stored.id) ?? stored, where);
      if (end?.kind === 'refused') throw end.error;
      const { rowsOf, key } = rowsFor(stored.id);
      const report = { ...rowsOf.counts(key), rows: [...rowsOf.allRows(key)] };
      if (options.dryRun) imports.remove(stored.id);
      else finish(stored.id, 'done', null);
      return report;
    } finally {
      clearInterval(timer);
      copies.drop(stored.id);
    }
  }
}

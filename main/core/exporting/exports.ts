/**
 * Exports from the order to the file that waits to be taken: run in a thread, one at a time, told of while they run. What is
 * cancelled, or ends in the middle, leaves nothing. They are known for as long as Lectern runs; a file stays for a day.
 */
import { randomBytes } from 'node:crypto';
import type { ExportFormat } from '../../contract/export-formats.ts';
import type { ExportPreview, ExportSelection, ExportSummary } from '../../contract/export-methods.ts';
import { AppError } from '../../contract/errors.ts';
import { startJob, type JobEnd, type RunningJob } from '../jobs/job-runner.ts';
import type { Store } from '../store/store.ts';
import { drawOutgoing, removeOutgoing } from '../web/outgoing.ts';
import { previewOf } from './export-preview.ts';
import type { ExportParcel, ExportTask } from './export-task.ts';

export interface ExportsPorts {
  readonly store: Store;
  readonly collectionDirectory: string;
  /** The program of the thread. */
  readonly entry: URL;
  /** The ids of the saved articles of a selection, in their order; null for all there are. */
  readonly choose: (selection: ExportSelection) => Promise<readonly string[] | null>;
  readonly now: () => Date;
  /** Told of every step. */
  readonly changed: () => void;
  /** Told of bugs. */
  readonly report: (error: unknown) => void;
}

export interface Exports {
  preview(format: ExportFormat, selection: ExportSelection): Promise<ExportPreview>;
  start(format: ExportFormat, selection: ExportSelection): Promise<ExportSummary>;
  /** Null for all. Throws what keeps the store from being read. */
  chosen(selection: ExportSelection): Promise<readonly string[] | null>;
  list(): ExportSummary[];
  cancel(id: string): Promise<ExportSummary>;
  forget(id: string): void;
  close(): Promise<void>;
}

interface Live {
  summary: ExportSummary;
  readonly outgoing: string;
  job: RunningJob | null;
  isOver: Promise<void>;
}

export function createExports(ports: ExportsPorts): Exports {
  const { store, now, changed } = ports;
  const known = new Map<string, Live>();
  let last: Promise<void> = Promise.resolve();

  const find = (id: string): Live => {
    const live = known.get(id);
    if (live !== undefined) return live;
    throw new AppError('not-found', 'There is no such export any more. Start it again.', { id });
  };
  const change = (live: Live, fields: Partial<ExportSummary>): void => {
    live.summary = { ...live.summary, ...fields };
    changed();
  };

  const run = async (live: Live, ids: readonly string[] | null): Promise<void> => {
    if (stateOf(live) !== 'running') return; // cancelled while it waited
    const { outgoing } = live;
    const task: ExportTask = {
      dataDirectory: store.directory,
      collectionDirectory: ports.collectionDirectory,
      format: live.summary.format,
      ids,
      outgoing,
      now: now().toISOString(),
    };
    live.job = startJob({
      entry: ports.entry,
      data: task,
      take: (parcel) => {
        take(live, parcel as ExportParcel); // from our own thread
      },
    });
    const end = await live.job.ended;
    live.job = null;
    if (stateOf(live) === 'done') return;
    removeOutgoing(store.directory, outgoing);
    if (stateOf(live) === 'running') change(live, endOf(end));
    if (end.kind === 'failed') ports.report(new Error(end.reason));
  };

  const take = (live: Live, parcel: ExportParcel): void => {
    if (parcel.kind === 'failed') change(live, { state: 'failed', message: parcel.message });
    else if (parcel.kind === 'progress') {
      const { articles, bytes } = parcel;
      // Those that the format has no place for are gone through too.
      change(live, { articles: Math.min(articles, live.summary.total), bytes });
    } else {
      const { file } = parcel;
      change(live, { state: 'done', articles: live.summary.total, bytes: file.bytes, file });
    }
  };

  return {
    preview: async (format, selection) => previewOf(store, format, await chosen(selection)),
    start: async (format, selection) => {
      const ids = await chosen(selection);
      const { articles, without } = previewOf(store, format, ids);
      const total = articles - without;
      if (total === 0 && format !== 'all')
        throw new AppError('invalid-input', 'No article of this selection has a place in this format.');
      const summary: ExportSummary = {
        ...{ id: randomBytes(8).toString('hex'), format, state: 'running', startedAt: now().toISOString() },
        ...{ articles: 0, total, bytes: 0, message: null, file: null },
      };
      const live: Live = { summary, outgoing: drawOutgoing(), job: null, isOver: Promise.resolve() };
      known.set(summary.id, live);
      live.isOver = last.then(() => run(live, ids)).catch(ports.report);
      last = live.isOver;
      changed();
      return live.summary;
    },
    chosen,
    list: () => [...known.values()].map(({ summary }) => summary).reverse(),
    cancel: async (id) => {
      const live = find(id);
      if (live.summary.state !== 'running')
        throw new AppError('invalid-input', 'This export is over, so it cannot be cancelled.');
      change(live, { state: 'cancelled' });
      live.job?.cancel();
      if (live.job !== null) await live.isOver;
      return live.summary;
    },
    forget: (id) => {
      const live = find(id);
      if (live.summary.state === 'running')
        throw new AppError('invalid-input', 'This export is still at work. Cancel it first.');
      known.delete(id);
      removeOutgoing(store.directory, live.outgoing);
      changed();
    },
    close: async () => {
      for (const live of known.values()) {
        if (live.summary.state !== 'running') continue;
        live.summary = { ...live.summary, state: 'cancelled' };
        live.job?.cancel();
      }
      await last;
    },
  };

  function chosen(selection: ExportSelection): Promise<readonly string[] | null> {
    if (store.fault !== null) throw store.fault;
    return ports.choose(selection);
  }
}

/** As it is by now: it changes while one waits. */
function stateOf({ summary }: Live): ExportSummary['state'] {
  return summary.state;
}

function endOf(end: JobEnd): Pick<ExportSummary, 'state' | 'message'> {
  if (end.kind === 'failed' && end.cause === 'memory')
    return { state: 'failed', message: 'The export took more memory than Lectern gives to it. Export fewer articles.' };
  return { state: 'failed', message: 'The export ended before it was done. Nothing of it was kept; start it again.' };
}

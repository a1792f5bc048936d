/**
 * Runs work that may hang, crash or eat memory (the parsing of foreign bytes) in a worker thread of its own, which can be
 * ended at any moment: by the caller, by silence, by the limit on memory. What happened is told as a value; a job never
 * takes the core down with it.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { FromJob, ToJob } from './job-messages.ts';

export interface JobLimits {
  /** How long a job may say nothing before it counts as hanging, in milliseconds. */
  readonly silenceMs: number;
  /** Of the JavaScript heap, in megabytes; buffers of bytes count apart. */
  readonly heapMb: number;
}

const usualLimits: JobLimits = { silenceMs: 60_000, heapMb: 1024 };

export type JobEnd =
  | { readonly kind: 'done' }
  | { readonly kind: 'cancelled' }
  /** `reason` is a sentence for a report. */
  | { readonly kind: 'failed'; readonly cause: 'silence' | 'memory' | 'crash'; readonly reason: string }
  /** `take` threw: the fault of whoever takes, not of the job. */
  | { readonly kind: 'refused'; readonly error: unknown };

export interface RunningJob {
  /** Never rejects. Resolves when the thread is gone and no parcel will be handed over any more. */
  readonly ended: Promise<JobEnd>;
  cancel(): void;
}

export interface JobOptions {
  /** The program of the thread (job-process.ts of one kind of job). */
  readonly entry: URL;
  /** Cloned into the thread as `workerData`. */
  readonly data: unknown;
  readonly limits?: JobLimits;
  /** Told one parcel after the other, in order; the next is handed over when the promise of the last has settled. */
  readonly take: (parcel: unknown) => void | Promise<void>;
}

export function startJob({ entry, data, limits = usualLimits, take }: JobOptions): RunningJob {
  const worker = new Worker(entry, {
    workerData: data,
    resourceLimits: { maxOldGenerationSizeMb: limits.heapMb },
    // What a parser has to say of a stranger's file is no business of the terminal.
    stdout: true,
    stderr: true,
  });
  const { promise: ended, resolve } = Promise.withResolvers<JobEnd>();
  let outcome: JobEnd | null = null;
  let handing: Promise<void> = Promise.resolve();
  let waiting = 0;
  let timer: NodeJS.Timeout | undefined;

  const finish = (end: JobEnd): void => {
    outcome ??= end;
    clearTimeout(timer);
    void worker.terminate();
  };
  const listen = (): void => {
    clearTimeout(timer);
    // While the core itself is behind, silence is its own.
    if (waiting > 0 || outcome !== null) return;
    timer = setTimeout(() => {
      const seconds = Math.round(limits.silenceMs / 1000);
      finish({ kind: 'failed', cause: 'silence', reason: `Nothing came of it for ${seconds} seconds.` });
    }, limits.silenceMs);
  };

  const hand = async (parcel: unknown): Promise<void> => {
    // In a turn of its own: a port goes through all that has come before it lets anybody else speak, and a fast job would
    // keep the core from every other question until its end.
    await nextTurn();
    if (outcome !== null && outcome.kind !== 'done') return;
    try {
      await take(parcel);
    } catch (error) {
      finish({ kind: 'refused', error });
    }
    waiting -= 1;
    worker.postMessage({ kind: 'taken' } satisfies ToJob);
    listen();
  };

  worker.on('message', (message: FromJob) => {
    if (message.kind === 'parcel') {
      waiting += 1;
      handing = handing.then(() => hand(message.parcel));
    } else if (message.kind === 'done') outcome ??= { kind: 'done' };
    listen();
  });
  worker.on('error', (error: Error) => {
    outcome ??= failureOf(error);
  });
  worker.once('exit', () => {
    outcome ??= { kind: 'failed', cause: 'crash', reason: 'Reading it ended without a word.' };
    clearTimeout(timer);
    void handing.then(() => {
      resolve(outcome ?? { kind: 'done' });
    });
  });
  listen();

  return {
    ended,
    cancel: () => {
      finish({ kind: 'cancelled' });
    },
  };
}

function failureOf(error: Error): JobEnd {
  if ('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') {
    return { kind: 'failed', cause: 'memory', reason: 'Reading it takes more memory than Lectern gives to one file.' };
  }
  return { kind: 'failed', cause: 'crash', reason: `Reading it failed: ${error.message}` };
}

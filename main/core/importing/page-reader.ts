/**
 * Has fetched pages read in a thread that stays for the next one. A page that hangs, crashes or eats memory ends the thread
 * and is told as failed; the next page gets a new thread.
 */
import { Worker } from 'node:worker_threads';
import type { PageReading, PageTask } from './page-task.ts';

export interface PageReader {
  /** One after the other, in the order that they were given. Null once it is closed. */
  read(task: PageTask): Promise<PageReading | null>;
  close(): Promise<void>;
}

export interface PageReaderLimits {
  readonly pageMs: number;
  /** Of the JavaScript heap. */
  readonly heapMb: number;
}

const usualLimits: PageReaderLimits = { pageMs: 60_000, heapMb: 1024 };
/** An unused thread goes after so long, in milliseconds. */
const idleMs = 30_000;

export function createPageReader(entry: URL, limits: PageReaderLimits = usualLimits): PageReader {
  let worker: Worker | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let idle: NodeJS.Timeout | undefined;
  let isClosed = false;
  /** It may be closed while a page is read. */
  const closed = (): boolean => isClosed;

  const start = (): Worker => {
    const started = new Worker(entry, {
      resourceLimits: { maxOldGenerationSizeMb: limits.heapMb },
      // What a parser has to say of a stranger's page is no business of the terminal.
      stdout: true,
      stderr: true,
    });
    // Whoever waits for a page hears of it as well; a thread that is ended while it dies says so to nobody.
    started.on('error', () => undefined);
    return started;
  };

  const end = async (): Promise<void> => {
    const ended = worker;
    worker = null;
    await ended?.terminate();
  };

  const readOne = async (task: PageTask): Promise<PageReading | null> => {
    if (isClosed) return null;
    clearTimeout(idle);
    worker ??= start();
    const reading = await askThread(worker, task, limits);
    if (closed()) return null;
    if (reading === null) await end();
    idle = setTimeout(() => void end(), idleMs);
    idle.unref();
    return (
      reading ?? { kind: 'failed', reason: 'The page could not be read: it takes more time or memory than it may.' }
    );
  };

  return {
    read: (task) => {
      const reading = last.then(() => readOne(task));
      last = reading;
      return reading;
    },
    close: async () => {
      isClosed = true;
      clearTimeout(idle);
      await end();
    },
  };
}

/** Null if the thread came to its end over it. */
function askThread(worker: Worker, task: PageTask, { pageMs }: PageReaderLimits): Promise<PageReading | null> {
  return new Promise((resolve) => {
    const settle = (reading: PageReading | null): void => {
      clearTimeout(timer);
      worker.off('message', settle).off('error', fail).off('exit', fail);
      resolve(reading);
    };
    const fail = (): void => {
      settle(null);
    };
    const timer = setTimeout(fail, pageMs);
    worker.on('message', settle).on('error', fail).on('exit', fail);
    worker.postMessage(task);
  });
}

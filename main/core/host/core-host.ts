/**
 * Keeps one core running: starts it, starts it anew after a crash (at most `restartLimit` times a minute) and tells
 * everybody with `core.restarted`. Knows nothing of threads or processes: `spawn` makes them.
 */
import { Worker } from 'node:worker_threads';
import type { EventMessage } from '../../contract/events.ts';
import { connectCore, coreStopped, type CoreConnection } from './core-connection.ts';
import { fromCore, type CorePort, type CoreProcessOptions } from './core-port.ts';

export type CoreHost = CoreConnection;

interface HostOptions {
  /** Starts a core and returns the line to it. */
  readonly spawn: () => CorePort;
  /** Told of each crash, for the log. */
  readonly report: (message: string) => void;
  readonly now?: () => number;
}

const restartLimit = 3;
const restartWindowMs = 60_000;

export function createCoreHost(options: HostOptions): CoreHost {
  const now = options.now ?? Date.now;
  const listeners = new Set<(message: EventMessage) => void>();
  const crashes: number[] = [];
  let closing = false;
  let revision = 0;
  let current: CoreConnection | null = start();

  function start(): CoreConnection {
    const port = options.spawn();
    const connection = connectCore(port);
    connection.onEvent(emit);
    let isReopening = false;
    port.onMessage((raw) => {
      isReopening ||= fromCore.safeParse(raw).data?.kind === 'reopening';
    });
    port.onExit(() => {
      if (closing) return;
      if (isReopening) startAgain('library');
      else restart();
    });
    return connection;
  }

  function restart(): void {
    const time = now();
    crashes.push(time);
    const recent = crashes.filter((crash) => time - crash < restartWindowMs);
    if (recent.length > restartLimit) {
      options.report('the core crashed too often and stays down; start Lectern anew');
      current = null;
      return;
    }
    options.report('the core stopped unexpectedly and is started again');
    startAgain('crash');
  }

  function startAgain(because: 'crash' | 'library'): void {
    current = start();
    revision += 1;
    emit({ event: 'core.restarted', payload: { revision, because } });
  }

  function emit(message: EventMessage): void {
    for (const listener of listeners) listener(message);
  }

  return {
    invoke: (method, input) => current?.invoke(method, input) ?? Promise.resolve(coreStopped),
    onEvent: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: async (graceMs) => {
      closing = true;
      await current?.close(graceMs);
    },
  };
}

/** A core in a worker thread of this process. `entry` is core-process as source or as built. */
export function spawnCoreThread(entry: URL, options: CoreProcessOptions, report: (message: string) => void): CorePort {
  const worker = new Worker(entry, { argv: [JSON.stringify(options)] });
  worker.on('error', (error: Error) => {
    report(`the core crashed: ${error.stack ?? error.message}`);
  });
  return {
    post: (message) => {
      worker.postMessage(message);
    },
    onMessage: (listener) => worker.on('message', listener),
    onExit: (listener) => worker.once('exit', listener),
    kill: () => void worker.terminate(),
  };
}

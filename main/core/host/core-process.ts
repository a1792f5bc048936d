/**
 * The entry of the core where it has a thread or a process of its own. Started with one JSON argument
 * (`CoreProcessOptions`); speaks the messages of core-port.ts over `worker_threads` or Electron's parent port.
 */
import { pathToFileURL } from 'node:url';
import { parentPort } from 'node:worker_threads';
import { createCore } from '../core.ts';
import { coreProcessOptions, toCore, type FromCore } from './core-port.ts';

/** The line to the shell, as either parent offers it. */
interface Parent {
  post(message: FromCore): void;
  onMessage(listener: (message: unknown) => void): void;
}

/** What Electron puts on `process` in a utility process; Node's types do not know it. */
interface UtilityProcess {
  readonly parentPort?: {
    postMessage(message: unknown): void;
    on(event: 'message', listener: (event: { data: unknown }) => void): void;
  };
}

function findParent(): Parent {
  const electron = (process as UtilityProcess).parentPort; // the documented extra property, absent under plain Node
  if (electron !== undefined) {
    return {
      post: (message) => {
        electron.postMessage(message);
      },
      onMessage: (listener) => {
        electron.on('message', (event) => {
          listener(event.data);
        });
      },
    };
  }
  const worker = parentPort;
  if (worker === null) throw new Error('core-process runs in a worker thread or a utility process, not by itself');
  return {
    post: (message) => {
      worker.postMessage(message);
    },
    onMessage: (listener) => worker.on('message', listener),
  };
}

const parent = findParent();
const { jobEntry, backupDirectory, ...coreOptions } = coreProcessOptions.parse(JSON.parse(process.argv.at(-1) ?? ''));
const core = createCore({
  ...coreOptions,
  ...(backupDirectory === undefined ? {} : { backupDirectory }),
  ...(jobEntry === undefined ? {} : { jobEntry: pathToFileURL(jobEntry) }),
  now: () => new Date(),
  reopen: () => {
    parent.post({ kind: 'reopening' });
    void core.close().finally(() => process.exit(0));
  },
  report: (method, error) => {
    console.error(`lectern: ${method} failed:`, error);
  },
});

core.onEvent((message) => {
  parent.post({ kind: 'event', message });
});

parent.onMessage((raw) => {
  const message = toCore.parse(raw);
  if (message.kind === 'close') {
    void core.close().finally(() => process.exit(0));
    return;
  }
  void core.dispatch(message.method, message.input).then((reply) => {
    parent.post({ kind: 'reply', id: message.id, reply });
  });
});

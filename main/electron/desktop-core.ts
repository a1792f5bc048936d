/** The core in a process of its own, beside Electron's main process. */
import type { ForkOptions } from 'electron';
import type { CorePort, CoreProcessOptions } from '../core/host/core-port.ts';

interface CoreChild {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (message: unknown) => void): unknown;
  once(event: 'exit', listener: (code: number) => void): unknown;
  kill(): boolean;
}

/** The part of Electron's `utilityProcess` that is used. Only after `ready`. */
export interface UtilityProcessPort {
  fork(entry: string, args: string[], options: ForkOptions): CoreChild;
}

/** `entry` is the built core-process. */
export function forkCore(utilityProcess: UtilityProcessPort, entry: string, options: CoreProcessOptions): CorePort {
  return corePort(utilityProcess.fork(entry, [JSON.stringify(options)], { serviceName: 'Lectern core' }));
}

function corePort(child: CoreChild): CorePort {
  return {
    post: (message) => {
      child.postMessage(message);
    },
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => void child.once('exit', listener),
    kill: () => void child.kill(),
  };
}

/** The shell's end of one running core: numbers the calls, matches the replies, fails all that wait when the core goes. */
import type { Failure, Reply } from '../../contract/errors.ts';
import { parseEvent, type EventMessage } from '../../contract/events.ts';
import { fromCore, type CorePort } from './core-port.ts';

export interface CoreConnection {
  /** Never rejects: a core that is gone answers `core-stopped`. */
  invoke(method: string, input: unknown): Promise<Reply>;
  /** Returns the way to unsubscribe. */
  onEvent(listener: (message: EventMessage) => void): () => void;
  /** Asks the core to finish its writes and end; kills it if it has not within `graceMs`. */
  close(graceMs?: number): Promise<void>;
}

export const coreStopped: Failure = {
  ok: false,
  code: 'core-stopped',
  message: 'The part of Lectern that keeps your library stopped while it was answering. Try again.',
};

export function connectCore(port: CorePort): CoreConnection {
  const waiting = new Map<number, (reply: Reply) => void>();
  const listeners = new Set<(message: EventMessage) => void>();
  let lastId = 0;
  let gone = false;
  const { promise: exited, resolve: markExited } = Promise.withResolvers<undefined>();

  port.onMessage((raw) => {
    const message = fromCore.safeParse(raw);
    if (!message.success) return; // not ours: nothing in the core sends anything else
    if (message.data.kind === 'reply') {
      waiting.get(message.data.id)?.(message.data.reply);
      waiting.delete(message.data.id);
      return;
    }
    if (message.data.kind === 'reopening') return; // core-host.ts listens for it
    const event = parseEvent(message.data.message);
    if (event !== null) for (const listener of listeners) listener(event);
  });
  port.onExit(() => {
    gone = true;
    for (const settle of waiting.values()) settle(coreStopped);
    waiting.clear();
    markExited(undefined);
  });

  return {
    invoke: (method, input) => {
      if (gone) return Promise.resolve(coreStopped);
      return new Promise((resolve) => {
        lastId += 1;
        waiting.set(lastId, resolve);
        port.post({ kind: 'call', id: lastId, method, input });
      });
    },
    onEvent: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: async (graceMs = 3000) => {
      if (gone) return;
      port.post({ kind: 'close' });
      const timer = setTimeout(() => {
        port.kill();
      }, graceMs);
      await exited;
      clearTimeout(timer);
    },
  };
}

/** How the window reaches the core: one call out, events in. Two ways, one face. */
import { parseEvent, type EventMessage } from '../../main/contract/events.ts';
import type { Send } from '../../main/contract/client.ts';

/** Returns the function that ends the subscription. */
export type Subscribe = (listener: (message: EventMessage) => void) => () => void;

export interface Transport {
  readonly send: Send;
  readonly subscribe: Subscribe;
}

/** What the desktop shell's preload exposes as `window.lectern`. */
export interface Bridge {
  readonly platform: string;
  invoke(method: string, input: unknown): Promise<unknown>;
  /** Returns the function that ends the subscription. */
  onEvent(listener: (message: unknown) => void): () => void;
}

export function bridgeTransport(bridge: Bridge): Transport {
  return {
    send: (method, input) => bridge.invoke(method, input),
    subscribe: (listener) =>
      bridge.onEvent((value) => {
        const message = parseEvent(value);
        if (message !== null) listener(message);
      }),
  };
}

/** The part of an EventSource that is used here. */
export interface Stream {
  addEventListener(type: 'message', listener: (event: { data: string }) => void): void;
  close(): void;
}

/** The loopback server that `lectern serve` runs. The session cookie travels by itself. */
export function httpTransport(openStream: () => Stream = () => new EventSource('/api/events')): Transport {
  return {
    send: async (method, input) => {
      const response = await fetch(`/api/${method}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(input),
        cache: 'no-store',
        keepalive: true, // what a closing window writes last still arrives
      });
      const answer: unknown = await response.json();
      return answer;
    },
    subscribe: sharedStream(openStream),
  };
}

/** One stream for the whole window: a browser keeps few connections to a server, and the calls need them. */
function sharedStream(openStream: () => Stream): Subscribe {
  const listeners = new Set<(message: EventMessage) => void>();
  let stream: Stream | null = null;

  const open = (): Stream => {
    const opened = openStream();
    opened.addEventListener('message', ({ data }) => {
      const message = parseEvent(JSON.parse(data));
      if (message !== null) for (const listener of [...listeners]) listener(message);
    });
    return opened;
  };

  return (listener) => {
    const own = (message: EventMessage): void => listener(message);
    listeners.add(own);
    stream ??= open();
    return () => {
      listeners.delete(own);
      if (listeners.size > 0) return;
      stream?.close();
      stream = null;
    };
  };
}

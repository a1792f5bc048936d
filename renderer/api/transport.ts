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

/** The loopback server that `lectern serve` runs. The session cookie travels by itself. */
export function httpTransport(): Transport {
  return {
    send: async (method, input) => {
      const response = await fetch(`/api/${method}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(input),
        cache: 'no-store',
      });
      const answer: unknown = await response.json();
      return answer;
    },
    subscribe: (listener) => {
      const source = new EventSource('/api/events');
      source.addEventListener('message', (event: MessageEvent<string>) => {
        const message = parseEvent(JSON.parse(event.data));
        if (message !== null) listener(message);
      });
      return () => source.close();
    },
  };
}

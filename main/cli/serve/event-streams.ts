/** Passes the core's events on to every window that listens, as Server-Sent Events. */
import type { ServerResponse } from 'node:http';
import type { EventMessage } from '../../contract/events.ts';
import { securityHeaders } from '../../core/web/security-headers.ts';

export interface EventStreams {
  /** Keeps `response` open until its window goes away or the server stops. */
  add(response: ServerResponse): void;
  send(message: EventMessage): void;
  close(): void;
}

/** A browser opens six connections to one server at most; each window holds one, and the calls need some too. */
const maximumStreams = 4;

export function createEventStreams(): EventStreams {
  const streams = new Set<ServerResponse>();
  return {
    add: (response) => {
      if (streams.size >= maximumStreams) {
        response.writeHead(204, securityHeaders).end(); // tells the browser not to try again
        return;
      }
      response.writeHead(200, {
        ...securityHeaders,
        'content-type': 'text/event-stream',
        'cache-control': 'no-store',
      });
      response.write('retry: 1000\n\n');
      streams.add(response);
      response.once('close', () => streams.delete(response));
    },
    send: (message) => {
      for (const response of streams) response.write(`data: ${JSON.stringify(message)}\n\n`);
    },
    close: () => {
      for (const response of streams) response.end();
    },
  };
}

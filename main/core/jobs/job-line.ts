/** The thread's end of the line: sends parcels, waits while the core is behind, says that it is alive. */
import type { MessagePort } from 'node:worker_threads';
import { parcelsUnderWay, type FromJob } from './job-messages.ts';

export interface JobLine {
  /** Resolves when there is room for the next. */
  send(parcel: unknown): Promise<void>;
  /** For a long stretch of work with nothing to show; cheap enough to be called often. */
  alive(): void;
  done(): Promise<void>;
}

const leastBetweenMs = 250;

export function openJobLine(port: MessagePort, now: () => number = Date.now): JobLine {
  let underWay = 0;
  let lastWord = 0;
  let wake: (() => void) | null = null;
  const post = (message: FromJob): void => {
    lastWord = now();
    port.postMessage(message);
  };
  const until = async (most: number): Promise<void> => {
    while (underWay > most) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  };
  port.on('message', () => {
    // The core says one thing only: `ToJob`.
    underWay -= 1;
    wake?.();
    wake = null;
  });
  return {
    send: async (parcel) => {
      underWay += 1;
      post({ kind: 'parcel', parcel });
      await until(parcelsUnderWay - 1);
    },
    alive: () => {
      if (now() - lastWord >= leastBetweenMs) post({ kind: 'alive' });
    },
    done: async () => {
      await until(0);
      post({ kind: 'done' });
      port.close();
    },
  };
}

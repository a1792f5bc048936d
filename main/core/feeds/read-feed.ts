/** Has a feed read in a thread of its own, and hands over what comes. */
import { startJob } from '../jobs/job-runner.ts';
import type { FeedParcel, FeedTask, ReadItem } from './feed-task.ts';

type Head = Extract<FeedParcel, { kind: 'head' }>;

export type FeedReading =
  | Head
  | { readonly kind: 'not-a-feed' }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'cancelled' };

/** Told before the reading resolves: of the head once, then of the items in parcels. What they throw is thrown there. */
export interface FeedListener {
  head(head: Head): void;
  items(items: readonly ReadItem[]): void;
}

export interface FeedReader {
  read(task: Omit<FeedTask, 'dataDirectory'>, listener: FeedListener, signal?: AbortSignal): Promise<FeedReading>;
}

const limits = { silenceMs: 30_000, heapMb: 512 };

/** `jobEntry` is the program of imports, by which ours is found. */
export function createFeedReader(jobEntry: URL, dataDirectory: string): FeedReader {
  const entry = programBeside(jobEntry);
  return {
    read: async (task, listener, signal) => {
      let reading: FeedReading = { kind: 'failed', reason: 'Reading it ended without a word.' };
      const job = startJob({
        entry,
        data: { ...task, dataDirectory } satisfies FeedTask,
        limits,
        take: (given) => {
          const parcel = given as FeedParcel; // from our own thread
          if (parcel.kind === 'items') {
            listener.items(parcel.items);
            return;
          }
          reading = parcel;
          if (parcel.kind === 'head') listener.head(parcel);
        },
      });
      const cancel = () => {
        job.cancel();
      };
      signal?.addEventListener('abort', cancel, { once: true });
      if (signal?.aborted === true) cancel();
      const end = await job.ended;
      signal?.removeEventListener('abort', cancel);
      if (end.kind === 'refused') throw end.error;
      if (end.kind === 'failed') return { kind: 'failed', reason: end.reason };
      return end.kind === 'cancelled' ? end : reading;
    },
  };
}

/** Programs lie side by side, their sources in the folders of their kinds. */
function programBeside(jobEntry: URL): URL {
  if (jobEntry.pathname.endsWith('.ts')) return new URL('feed-process.ts', import.meta.url);
  return new URL('feed-process.js', jobEntry);
}

/** A round over many feeds, a few at a time. It can be ended at any moment, and the next one goes on with what is due. */
import type { FeedPass } from '../../contract/feed-entities.ts';
import type { RefreshOutcome } from './refresh-feed.ts';
import type { StoredFeed } from '../store/feed-store.ts';

export interface PassPorts {
  readonly refresh: (feed: StoredFeed, signal: AbortSignal) => Promise<RefreshOutcome>;
  /** Told whenever there is progress to show. */
  readonly changed: () => void;
}

export interface RefreshPass {
  /** Rejects for what is wrong with the library, never for a feed. */
  readonly ended: Promise<FeedPass>;
  progress(): FeedPass;
  /** Asked for while it is at work: those that are not in it yet. */
  add(feeds: readonly StoredFeed[]): void;
  cancel(): void;
}

/** Reading takes a thread each; the network has a politeness of its own. */
const atOnce = 3;

export function startPass(feeds: readonly StoredFeed[], { refresh, changed }: PassPorts): RefreshPass {
  const abort = new AbortController();
  const waiting = [...feeds];
  const taken = new Set(feeds.map(({ id }) => id));
  const progress = { done: 0, total: feeds.length, failed: 0, fresh: 0 };

  const work = async (): Promise<void> => {
    for (let feed = waiting.shift(); feed !== undefined; feed = waiting.shift()) {
      if (abort.signal.aborted) return;
      const outcome = await refresh(feed, abort.signal);
      progress.done += 1;
      if (outcome.kind === 'failed') progress.failed += 1;
      if (outcome.kind === 'taken') progress.fresh += outcome.fresh;
      changed();
    }
  };
  const run = async (): Promise<FeedPass> => {
    try {
      await Promise.all(Array.from({ length: atOnce }, work));
    } catch (error) {
      // Nothing is begun that could not be kept.
      abort.abort();
      throw error;
    }
    return progress;
  };

  return {
    ended: run(),
    progress: () => ({ ...progress }),
    add: (more) => {
      const fresh = more.filter(({ id }) => !taken.has(id));
      for (const { id } of fresh) taken.add(id);
      waiting.push(...fresh);
      progress.total += fresh.length;
    },
    cancel: () => {
      abort.abort();
    },
  };
}

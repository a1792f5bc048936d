/** Feeds and their full pages, put together. */
import type { Links } from '../links/links.ts';
import { createFeeds, type Feeds, type FeedsPorts } from './feeds.ts';
import { createFullPages, type FullPages } from './full-pages.ts';
import { createFeedReader } from './read-feed.ts';
import type { Store } from '../store/store.ts';

interface OpenFeedsPorts extends Omit<FeedsPorts, 'store' | 'reader' | 'pages' | 'chance'> {
  readonly store: Store;
  readonly links: Pick<Links, 'wake'>;
  /** The program of imports, by which that of feeds is found. */
  readonly jobEntry: URL;
}

export function openFeeds(ports: OpenFeedsPorts): { readonly feeds: Feeds; readonly pages: FullPages } {
  const { store, library, links, jobEntry } = ports;
  const pages = createFullPages({
    feeds: store.feeds,
    links: store.links,
    library,
    // By the clock of the queue.
    now: () => new Date(),
    wake: links.wake,
  });
  const reader = createFeedReader(jobEntry, store.directory);
  return { feeds: createFeeds({ ...ports, reader, pages, chance: Math.random }), pages };
}

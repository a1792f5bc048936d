/** Feeds, as the window asks for them. */
import { noRules } from '../../contract/feed-entities.ts';
import type { CoreHandlers } from '../../contract/methods.ts';
import { AppError } from '../../contract/errors.ts';
import type { EventSource } from '../event-source.ts';
import type { Feeds } from '../feeds/feeds.ts';
import type { FullPages } from '../feeds/full-pages.ts';
import type { FeedStore } from '../store/feed-store.ts';

type FeedHandlers = Pick<CoreHandlers, Extract<keyof CoreHandlers, `feeds.${string}`>>;

interface FeedHandlerPorts {
  readonly feeds: Feeds;
  readonly pages: FullPages;
  readonly rows: FeedStore;
  readonly events: Pick<EventSource, 'feedsChanged' | 'libraryChanged'>;
}

export function createFeedHandlers({ feeds, pages, rows, events }: FeedHandlerPorts): FeedHandlers {
  return {
    'feeds.list': () => feeds.list(),
    'feeds.discover': async ({ url, allowPrivate = false }) => ({ items: await feeds.discover(url, allowPrivate) }),
    'feeds.subscribe': ({ url, title = '', folder = '', rules = noRules, allowPrivate = false }) => {
      const feed = feeds.subscribe({ url, title, folder, rules, allowPrivate });
      if (feeds.list().isOnline && feed.fetchedAt === null) feeds.refresh([feed.id]);
      return feed;
    },
    'feeds.edit': ({ id, ...edit }) => feeds.edit(id, edit),
    'feeds.remove': ({ id, articles }) => ({ moved: feeds.remove(id, articles) }),
    'feeds.restore': ({ id }) => feeds.restore(id),
    'feeds.rules': () => rows.globalRules(),
    'feeds.setRules': ({ rules }) => feeds.setRules(rules),
    'feeds.preview': ({ feed, rules }) => feeds.preview(feed ?? null, rules),
    'feeds.refresh': ({ ids }) => feeds.refresh(ids ?? null),
    'feeds.cancelRefresh': () => {
      feeds.cancel();
      return {};
    },
    'feeds.items': ({ scope, only, offset, limit }) => {
      const page = { scope, only: only ?? null };
      return { items: rows.items({ ...page, offset, limit }), total: rows.count(page) };
    },
    'feeds.markRead': ({ items, scope, article, read }) => {
      const [which, ...more] = [items && { items }, scope && { scope }, article && { article }].filter(
        (given) => given !== undefined && given !== '',
      );
      if (which === undefined || more.length > 0)
        throw new AppError('invalid-input', 'Say which: some items, a scope of them, or an article.');
      const changed = rows.markRead(which, read);
      if (changed.length > 0) events.feedsChanged();
      return { items: changed };
    },
    'feeds.keep': ({ items, keep }) => {
      const changed = rows.setKept(items, keep);
      if (changed.length > 0) {
        events.feedsChanged();
        events.libraryChanged();
      }
      return { items: changed };
    },
    'feeds.page': ({ article }) => ({ page: pages.of(article) }),
    'feeds.fetchPage': ({ article }) => {
      pages.fetch(article);
      events.feedsChanged();
      return { page: pages.of(article) };
    },
    'feeds.importOpml': ({ content }) => feeds.importOpml(content),
    'feeds.exportOpml': () => ({ fileName: 'lectern-feeds.opml', content: feeds.exportOpml() }),
  };
}

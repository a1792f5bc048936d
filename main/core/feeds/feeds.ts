/** The feeds that the reader follows: asked when they are due, and only while the network is on. */
import type { Feed, FeedPass, FeedRules, FoundFeed } from '../../contract/feed-entities.ts';
import { noRules } from '../../contract/feed-entities.ts';
import { AppError } from '../../contract/errors.ts';
import type { MethodOutput } from '../../contract/methods.ts';
import type { EventSource } from '../event-source.ts';
import { InputFault } from '../importers/input-fault.ts';
import type { Library } from '../library/library.ts';
import type { Network } from '../network/network-port.ts';
import type { StoredFeed } from '../store/feed-store.ts';
import type { Store } from '../store/store.ts';
import { discoverFeeds, feedAddress } from './discover.ts';
import type { FullPages } from './full-pages.ts';
import { readOpml, writeOpml } from './opml.ts';
import type { FeedReader } from './read-feed.ts';
import { refreshFeed } from './refresh-feed.ts';
import { startPass, type RefreshPass } from './refresh-pass.ts';
import { countFits, judge } from './rules.ts';

export interface FeedsPorts {
  readonly store: Pick<Store, 'feeds'>;
  readonly library: Library;
  readonly network: Network;
  readonly reader: FeedReader;
  readonly pages: FullPages;
  readonly events: Pick<EventSource, 'feedsChanged' | 'libraryChanged'>;
  readonly now: () => Date;
  readonly chance: () => number;
  /** Told of bugs in what is done in the background. */
  readonly report: (error: unknown) => void;
}

export interface NewFeed {
  readonly url: string;
  readonly title: string;
  readonly folder: string;
  readonly rules: FeedRules;
  readonly allowPrivate: boolean;
}

export interface FeedEdit {
  readonly title?: string | undefined;
  readonly folder?: string | undefined;
  readonly rules?: FeedRules | undefined;
  readonly state?: 'active' | 'paused' | undefined;
  readonly fullPages?: boolean | undefined;
}

export interface Feeds {
  list(): MethodOutput<'feeds.list'>;
  discover(url: string, allowPrivate: boolean): Promise<FoundFeed[]>;
  /** Throws `invalid-input` for what is no address. One that is followed already is answered as it is. */
  subscribe(made: NewFeed): Feed;
  edit(id: string, edit: FeedEdit): Feed;
  remove(id: string, articles: 'trash' | 'archive'): number;
  restore(id: string): Feed;
  setRules(rules: FeedRules): FeedRules;
  preview(id: string | null, rules: FeedRules): MethodOutput<'feeds.preview'>;
  /** Begins, or joins the one under way. Throws `unreachable` while the network is off. */
  refresh(ids: readonly string[] | null): FeedPass;
  /** Resolves when no refresh is at work, with how the last one ended. */
  settle(): Promise<FeedPass | null>;
  cancel(): void;
  importOpml(content: string): Promise<MethodOutput<'feeds.importOpml'>>;
  exportOpml(): string;
  /** Begins to look for what is due. */
  follow(): void;
  close(): Promise<void>;
}

/** In milliseconds. */
const lookEvery = 60_000;
const firstLook = 5000;

/** Of what a preview leaves out, so many are named. */
const named = 10;

export function createFeeds(ports: FeedsPorts): Feeds {
  const { library, network, events, now } = ports;
  const { feeds } = ports.store;
  let pass: RefreshPass | null = null;
  let settled: Promise<FeedPass | null> = Promise.resolve(null);
  const timers: NodeJS.Timeout[] = [];

  const existing = (id: string): StoredFeed => {
    const found = feeds.find(id);
    if (found !== null) return found;
    throw new AppError('not-found', 'This feed is not followed any more. It may have been removed elsewhere.', { id });
  };
  const followed = (url: string) => feeds.findByUrl(url)?.isRemoved === false;
  const changed = (id: string): Feed => {
    events.feedsChanged();
    return toFeed(existing(id));
  };

  const begin = (due: readonly StoredFeed[]): FeedPass => {
    if (pass !== null) {
      pass.add(due);
      return pass.progress();
    }
    const started = startPass(due, {
      refresh: (feed, signal) => refreshFeed({ ...ports, feeds }, feed, signal),
      changed: events.feedsChanged,
    });
    pass = started;
    settled = started.ended.catch((error: unknown) => {
      // A disk that is full is said by whatever is tried next; anything else is a bug.
      if (!(error instanceof AppError)) ports.report(error);
      return started.progress();
    });
    void settled.then(() => {
      pass = null;
      events.feedsChanged();
    });
    events.feedsChanged();
    return started.progress();
  };
  const look = () => {
    if (pass !== null || !network.isOn()) return;
    const due = feeds.due(now().toISOString());
    if (due.length > 0) begin(due);
  };

  const subscribe = (made: NewFeed): Feed => {
    const url = feedAddress(made.url);
    const there = feeds.findByUrl(url);
    if (there === null) return changed(feeds.add({ ...made, url, givenTitle: made.title }).id);
    if (there.isRemoved) {
      feeds.restore(there.id);
      feeds.update(there.id, {
        folder: made.folder,
        givenTitle: made.title,
        state: 'active',
        dueAt: now().toISOString(),
      });
    }
    return changed(there.id);
  };

  return {
    list: () => ({
      items: feeds.list().map(toFeed),
      unread: feeds.unread(),
      pass: pass?.progress() ?? null,
      isOnline: network.isOn(),
    }),
    discover: (typed, allowPrivate) =>
      discoverFeeds({ ...ports, isFollowed: followed }, feedAddress(typed), allowPrivate),
    subscribe,
    edit: (id, { title, folder, rules, state, fullPages }) => {
      const feed = existing(id);
      feeds.update(id, {
        ...(title === undefined ? {} : { givenTitle: title }),
        ...(folder === undefined ? {} : { folder }),
        // What was left out before is offered once more, so that other rules can take it.
        ...(rules === undefined ? {} : { rules, etag: null, lastModified: null }),
        ...(state === undefined ? {} : { state }),
        ...(fullPages === undefined ? {} : { fullPages }),
        ...(state === 'active' && feed.state !== 'active' ? { dueAt: now().toISOString() } : {}),
      });
      if (fullPages !== undefined && fullPages !== feed.fullPages) ports.pages.settingChanged(feed, fullPages);
      return changed(id);
    },
    remove: (id, articles) => {
      const feed = existing(id);
      const { key } = feed;
      const ids = feeds.within(() => {
        const waiting = feeds.waitingFor(key);
        if (waiting.length > 0 && articles === 'trash') library.moveToTrash(waiting);
        if (waiting.length > 0 && articles === 'archive') library.change(waiting, { kind: 'state', state: 'archive' });
        feeds.remove(id, { articles, ids: waiting });
        return waiting;
      });
      ports.pages.settingChanged(feed, false);
      events.feedsChanged();
      return ids.length;
    },
    restore: (id) => {
      const feed = existing(id);
      feeds.within(() => {
        const removal = feeds.restore(id);
        // What was purged since stays away.
        const ids = removal?.ids.filter((article) => library.has(article)) ?? [];
        if (ids.length === 0) return;
        if (removal?.articles === 'trash') library.change(ids, { kind: 'restore' });
        else library.change(ids, { kind: 'state', state: 'inbox' });
        for (const article of ids) feeds.setWaiting(article);
      });
      if (feed.fullPages) ports.pages.settingChanged(feed, true);
      return changed(id);
    },
    setRules: (rules) => {
      feeds.within(() => {
        feeds.setGlobalRules(rules);
        for (const { id } of feeds.list()) feeds.update(id, { etag: null, lastModified: null });
      });
      events.feedsChanged();
      return rules;
    },
    preview: (id, rules) => {
      const offered = feeds.offered(id);
      const all = id === null ? [rules] : [feeds.globalRules(), rules];
      const judged = offered.map((item) => ({ item, ...judge(item, all) }));
      const taken = judged.filter(({ isTaken }) => isTaken);
      return {
        total: offered.length,
        taken: taken.length,
        markedRead: taken.filter(({ isRead }) => isRead).length,
        leftOut: judged.flatMap(({ item, isTaken }) => (isTaken ? [] : [item.title])).slice(0, named),
        fits: {
          include: countFits(offered, rules.include),
          exclude: countFits(offered, rules.exclude),
          markRead: countFits(offered, rules.markRead),
        },
      };
    },
    refresh: (ids) => {
      if (!network.isOn())
        throw new AppError(
          'unreachable',
          'The network is switched off, so no feed is asked. Switch it on in the settings.',
        );
      const wanted = ids === null ? feeds.list().filter(({ state }) => state === 'active') : ids.map(existing);
      return begin(wanted.filter(({ isRemoved }) => !isRemoved));
    },
    settle: () => settled,
    cancel: () => pass?.cancel(),
    importOpml: async (content) => {
      const subscriptions = await readSubscriptions(content);
      const result = { added: 0, there: 0, refused: [] as string[] };
      feeds.within(() => {
        for (const { url, title, folder } of subscriptions) {
          try {
            const before = followed(feedAddress(url));
            if (before) result.there += 1;
            else {
              subscribe({ url, title, folder, rules: noRules, allowPrivate: false });
              result.added += 1;
            }
          } catch (error) {
            if (!(error instanceof AppError) || error.code !== 'invalid-input') throw error;
            result.refused.push(url);
          }
        }
      });
      events.feedsChanged();
      return result;
    },
    exportOpml: () =>
      writeOpml(
        feeds.list().map(({ url, site, folder, ...feed }) => ({ url, site, folder, title: nameOf({ ...feed, url }) })),
        now(),
      ),
    follow: () => {
      for (const timer of [setTimeout(look, firstLook), setInterval(look, lookEvery)]) {
        timer.unref();
        timers.push(timer);
      }
    },
    close: async () => {
      for (const timer of timers) clearTimeout(timer);
      pass?.cancel();
      await settled;
    },
  };
}

function toFeed(stored: StoredFeed): Feed {
  const { id, url, site, folder, state, addedAt, fetchedAt, dueAt, intervalMinutes, failures, failure } = stored;
  const { failingSince, rules, fullPages, unread, items } = stored;
  return {
    ...{ id, url, title: nameOf(stored), site, folder, state, addedAt, fetchedAt, dueAt, intervalMinutes },
    ...{ failures, failure, failingSince, rules, fullPages, unread, items },
  };
}

function nameOf({ givenTitle, title, url }: Pick<StoredFeed, 'givenTitle' | 'title' | 'url'>): string {
  return givenTitle || title || url.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/$/, '');
}

async function readSubscriptions(content: string) {
  try {
    const found = await readOpml(content);
    if (found.length > 0) return found;
  } catch (error) {
    if (!(error instanceof InputFault)) throw error;
    throw new AppError('invalid-input', `The list of subscriptions cannot be read. ${error.message}`);
  }
  throw new AppError('invalid-input', 'The file names no feed. Export your subscriptions as OPML and give that file.');
}

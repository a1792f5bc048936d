/**
 * Links and their pages: keeps an address at once, has its page and pictures fetched when there is a network, and says how
 * far all of them are.
 */
import { join } from 'node:path';
import { AppError } from '../../contract/errors.ts';
import type { Link, LinksStatus, LinkState } from '../../contract/link-entities.ts';
import { systemClock, type Clock } from '../clock.ts';
import { bareArticle } from '../importers/bare-article.ts';
import { createPageReader } from '../importing/page-reader.ts';
import type { AssetFiles } from '../library/asset-files.ts';
import type { Library } from '../library/library.ts';
import { urlKey } from '../library/url-key.ts';
import type { Network } from '../network/network-port.ts';
import type { LinkTarget, StoredLink } from '../store/link-store.ts';
import { takeLock } from '../store/process-lock.ts';
import type { Store } from '../store/store.ts';
import { fetchLink } from './fetch-link.ts';
import { createLinkQueue } from './link-queue.ts';

export interface LinkToSave {
  readonly url: string;
  readonly title: string;
  readonly tags: readonly string[];
  readonly shelf: readonly string[];
  readonly fetch: boolean;
  readonly allowPrivate: boolean;
}

export interface SavedLink {
  readonly articleId: string;
  readonly title: string;
  /** It was saved before. */
  readonly there: boolean;
  /** There is nothing to read yet. */
  readonly isLink: boolean;
  readonly link: Link | null;
}

export interface Links {
  /** Throws `invalid-input` for what is no address of the web. */
  save(link: LinkToSave): SavedLink;
  status(): LinksStatus;
  list(states: readonly LinkState[], limit: number, offset: number): { total: number; items: Link[] };
  get(articleId: string): Link | null;
  fetchAgain(articleIds: readonly string[]): number;
  fetchMissing(articleIds: readonly string[] | null): number;
  completePictures(articleIds: readonly string[] | null): number;
  retry(articleIds: readonly string[] | null): number;
  cancel(articleIds: readonly string[] | null): number;
  /** Settings have changed, or another process has saved something. */
  wake(): void;
  online(): void;
  close(): Promise<void>;
}

export interface LinksPorts {
  readonly store: Store;
  readonly library: Library;
  readonly assets: AssetFiles;
  readonly network: Network;
  readonly pageEntry: URL;
  readonly changed: () => void;
  readonly report: (error: unknown) => void;
  readonly clock?: Clock;
  /** From 0 to 1; from a test, always the same. */
  readonly chance?: () => number;
}

export function createLinks(ports: LinksPorts): Links {
  const { store, library, network, clock = systemClock, chance = Math.random } = ports;
  const { links } = store;
  const now = () => new Date(clock.now());
  const stamp = () => now().toISOString();
  const reader = createPageReader(ports.pageEntry);
  const closing = new AbortController();
  const lockPath = join(store.directory, 'links.lock');
  const isPaused = () => store.settings().linksPaused;

  const fetchPorts = {
    ...{ network, links, feeds: store.feeds, library, assets: ports.assets, reader, now },
    dataDirectory: store.directory,
    signal: closing.signal,
  };
  const queue = createLinkQueue({
    links,
    clock,
    chance,
    isOn: network.isOn,
    isPaused,
    fetch: (link) => fetchLink(link, fetchPorts),
    takeLock: () => takeLock(lockPath)?.release ?? null,
    changed: ports.changed,
    report: ports.report,
  });

  const get = (articleId: string): Link | null => {
    const found = links.find(articleId);
    return found === null
      ? null
      : linkOf({ ...found, title: library.has(articleId) ? library.article(articleId).title : found.url });
  };
  const enqueue = (targets: readonly LinkTarget[], byHand: boolean, allowPrivate = false): number => {
    links.enqueue(
      targets.map((target) => ({ ...target, byHand, allowPrivate })),
      stamp(),
    );
    return targets.length;
  };
  /** After a change of the queue: tells it, and goes to work. */
  const goOn = (count: number): number => {
    ports.changed();
    queue.wake();
    return count;
  };
  const addressesOf = (articleIds: readonly string[]): LinkTarget[] =>
    articleIds.map((articleId) => {
      const { url } = library.article(articleId);
      if (url !== null && urlKey(url) !== null) return { articleId, url };
      throw new AppError('invalid-input', 'It has no address in the web from which it could be fetched.', {
        articleId,
      });
    });

  return {
    save: (given) => {
      if (store.fault !== null) throw store.fault;
      const url = webAddress(given.url);
      const there = library.rows.find({ id: null, urlKeys: [urlKey(url) ?? ''], origin: null, textDigest: null });
      const bare = bareArticle(null, {
        url,
        title: given.title,
        tags: given.tags,
        shelves: given.shelf.length === 0 ? [] : [given.shelf],
      });
      const [saved] = library.save([{ ...bare, content: null, otherUrls: [], imagesWanted: 0, assets: [] }], 'link');
      const articleId = saved?.articleId ?? null;
      if (articleId === null) throw new Error('an address is enough to be kept');
      const { title, hasContent } = library.article(articleId);
      if (given.fetch && !hasContent) enqueue([{ articleId, url }], true, given.allowPrivate);
      goOn(1);
      return { articleId, title, there: there !== null, isLink: !hasContent, link: get(articleId) };
    },
    status: () => {
      const { isOffline, wakesAt, isElsewhere } = queue.state();
      return {
        counts: links.counts(),
        network: network.isOn() ? (isOffline ? 'offline' : 'online') : 'off',
        wakesAt: wakesAt === null ? null : new Date(wakesAt).toISOString(),
        paused: isPaused(),
        elsewhere: isElsewhere,
        missing: links.countMissing(),
        withoutPictures: links.countWithoutPictures(),
      };
    },
    list: (states, limit, offset) => {
      const counts = links.counts();
      const wanted = states.length === 0 ? (Object.keys(counts) as LinkState[]) : states; // its keys are the states
      const total = wanted.reduce((sum, state) => sum + counts[state], 0);
      return { total, items: links.list(states, limit, offset).map(linkOf) };
    },
    get,
    fetchAgain: (articleIds) => {
      const targets = addressesOf(articleIds);
      for (const { articleId } of targets)
        if (links.find(articleId)?.state !== 'fetching') links.forgetParts(articleId, 'all');
      return goOn(enqueue(targets, true));
    },
    fetchMissing: (articleIds) => goOn(enqueue(links.missing(articleIds), false)),
    completePictures: (articleIds) => {
      const targets = links.withoutPictures(articleIds);
      for (const { articleId } of targets) links.forgetParts(articleId, 'missing');
      return goOn(enqueue(targets, articleIds !== null));
    },
    retry: (articleIds) => {
      const count = links.requeue(articleIds, stamp(), true);
      queue.wakeFromOffline();
      return goOn(count);
    },
    cancel: (articleIds) => goOn(links.cancel(articleIds)),
    wake: queue.wake,
    online: queue.wakeFromOffline,
    close: async () => {
      closing.abort();
      await network.close();
      await reader.close();
      await queue.close();
    },
  };
}

function linkOf({
  articleId,
  url,
  title,
  state,
  attempts,
  dueAt,
  message,
}: StoredLink & { readonly title: string }): Link {
  return { articleId, url, title, state, attempts, at: dueAt, message };
}

/** With `https://` before what has no scheme, as people write addresses. */
function webAddress(written: string): string {
  const text = written.trim();
  const address = /^[a-z][a-z0-9+.-]*:/i.test(text) && !/^[^/?#]*:\d+(?:[/?#]|$)/.test(text) ? text : `https://${text}`;
  const url = URL.parse(address);
  if (url === null || urlKey(address) === null || !/[.:]|^localhost$/.test(url.hostname))
    throw new AppError(
      'invalid-input',
      `“${text.slice(0, 200)}” is no address of a page. It should begin with https:// or http://.`,
    );
  url.username = '';
  url.password = '';
  return url.href;
}

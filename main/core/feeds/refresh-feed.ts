/**
 * Asks one feed, and takes what it offers. What it said of itself (`ETag`, when it changed last) is written only when all of
 * it has been taken: a refresh that was ended in the middle begins again, and what came is known by its id.
 */
import type { FeedRules } from '../../contract/feed-entities.ts';
import { usualLimits, type Network, type NetworkAnswered, type NetworkStopped } from '../network/network-port.ts';
import type { FeedChange, StoredFeed } from '../store/feed-store.ts';
import type { FeedHead } from './feed-document.ts';
import { feedService } from './feed-task.ts';
import type { FeedReader } from './read-feed.ts';
import { newestOf } from './rules.ts';
import { afterFailures, freshFor, longest, nextInterval, nextTime, shortest } from './schedule.ts';
import { takeItems, type TakePorts } from './take-items.ts';

export interface RefreshPorts extends TakePorts {
  readonly network: Pick<Network, 'fetch'>;
  readonly reader: FeedReader;
  /** From 0 to 1. */
  readonly chance: () => number;
}

export type RefreshOutcome =
  | { readonly kind: 'taken'; readonly fresh: number }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'failed'; readonly message: string }
  /** Nothing was asked, or not to the end, for a reason that is not the feed's: it is due as it was. */
  | { readonly kind: 'put-off' };

export async function refreshFeed(ports: RefreshPorts, feed: StoredFeed, signal: AbortSignal): Promise<RefreshOutcome> {
  const answer = await ports.network.fetch({
    url: feed.url,
    accept: 'feed',
    limits: usualLimits.feed,
    etag: feed.etag,
    lastModified: feed.lastModified,
    allowPrivate: feed.allowPrivate,
    signal,
  });
  if (answer.kind !== 'answered') return stopped(ports, feed, answer, signal);
  if (answer.status === 304) {
    succeed(ports, feed, answer, null, false);
    return { kind: 'unchanged' };
  }
  if (answer.status === 410) {
    const message = 'Its site says that it is gone for good, so it is not asked any more.';
    ports.feeds.update(feed.id, { state: 'gone', ...failing(ports, feed, message) });
    return { kind: 'failed', message };
  }
  if (answer.status < 200 || answer.status > 299)
    return fail(ports, feed, wordsFor(answer.status), answer.retryAfterMs ?? 0);
  return take(ports, feed, answer, signal);
}

async function take(
  ports: RefreshPorts,
  feed: StoredFeed,
  answer: NetworkAnswered,
  signal: AbortSignal,
): Promise<RefreshOutcome> {
  const rules = [ports.feeds.globalRules(), feed.rules];
  const newest = newestOf(rules);
  let fresh = 0;
  let offered = 0;
  let behind = 0;
  const reading = await ports.reader.read(
    {
      bytes: answer.bytes,
      charset: answer.charset,
      address: answer.url,
      want: 'full',
      service: feedService(feed.id),
      now: ports.now().toISOString(),
    },
    {
      head: ({ items }) => {
        offered = items;
      },
      items: (items) => {
        const skip = newest === null ? 0 : Math.max(0, offered - newest - behind);
        fresh += takeItems(ports, feed, rules, items, skip);
        behind += items.length;
      },
    },
    signal,
  );
  if (reading.kind === 'cancelled') return { kind: 'put-off' };
  if (reading.kind === 'failed') return fail(ports, feed, reading.reason, 0);
  if (reading.kind === 'not-a-feed') return fail(ports, feed, 'What is at its address is no feed any more.', 0);
  if (reading.fault !== null && reading.items === 0) return fail(ports, feed, reading.fault, 0);
  succeed(ports, feed, answer, reading.head, fresh > 0);
  tidy(ports, feed, rules);
  return { kind: 'taken', fresh };
}

/** Into the trash, as the reader's own rule says; the feed's before that for every feed. */
function tidy({ feeds, library, now }: RefreshPorts, feed: StoredFeed, rules: readonly FeedRules[]): void {
  const days = rules.findLast(({ tidyAfterDays }) => tidyAfterDays !== null)?.tidyAfterDays ?? null;
  if (days === null) return;
  const before = new Date(now().getTime() - days * 86_400_000).toISOString();
  const ids = feeds.tidyable(feed.key, before);
  if (ids.length > 0) library.moveToTrash(ids);
}

function succeed(
  ports: RefreshPorts,
  feed: StoredFeed,
  answer: NetworkAnswered,
  head: FeedHead | null,
  broughtNews: boolean,
): void {
  const now = ports.now();
  const interval = nextInterval(feed.intervalMinutes, broughtNews);
  const askedFor = Math.max(answer.retryAfterMs ?? 0, freshFor(answer.headers.cacheControl));
  const due = nextTime(now, interval, { askedFor, pace: head?.pace ?? feed.pace, chance: ports.chance() });
  ports.feeds.update(feed.id, {
    fetchedAt: now.toISOString(),
    dueAt: due.toISOString(),
    intervalMinutes: interval,
    failures: 0,
    failure: null,
    failingSince: null,
    ...(head === null
      ? {}
      : {
          title: head.title,
          site: head.site,
          pace: head.pace,
          etag: answer.headers.etag,
          lastModified: answer.headers.lastModified,
        }),
    ...move(ports, feed, answer),
  });
}

/** Believed when it is said a second time, and if no other feed has that address: a hotel's network says such things too. */
function move({ feeds }: RefreshPorts, feed: StoredFeed, { redirects }: NetworkAnswered): FeedChange {
  const permanent: string[] = [];
  for (const { status, to } of redirects) {
    if (status !== 301 && status !== 308) break;
    permanent.push(to);
  }
  const to = permanent.at(-1) ?? null;
  if (to === null || to === feed.url) return { movedTo: null };
  if (feed.movedTo !== to || feeds.findByUrl(to) !== null) return { movedTo: to };
  return { url: to, movedTo: null };
}

function fail(ports: RefreshPorts, feed: StoredFeed, message: string, askedFor: number): RefreshOutcome {
  ports.feeds.update(feed.id, failing(ports, feed, message, askedFor));
  return { kind: 'failed', message };
}

function failing({ now, chance }: RefreshPorts, feed: StoredFeed, message: string, askedFor = 0): FeedChange {
  const failures = feed.failures + 1;
  const time = now();
  const due = nextTime(time, afterFailures(failures), { askedFor, pace: null, chance: chance() });
  return {
    failures,
    failure: message,
    failingSince: feed.failingSince ?? time.toISOString(),
    dueAt: due.toISOString(),
    intervalMinutes: Math.min(longest, feed.intervalMinutes),
  };
}

/** What is wrong on our side, or was said by the host of other addresses, says nothing of the feed. */
function stopped(ports: RefreshPorts, feed: StoredFeed, answer: NetworkStopped, signal: AbortSignal): RefreshOutcome {
  if (signal.aborted || ['network-off', 'offline', 'cancelled'].includes(answer.reason)) return { kind: 'put-off' };
  if (answer.reason !== 'resting') return fail(ports, feed, answer.message, 0);
  const rest = answer.retryAfterMs ?? shortest * 60_000;
  ports.feeds.update(feed.id, { dueAt: new Date(ports.now().getTime() + rest).toISOString() });
  return { kind: 'put-off' };
}

function wordsFor(status: number): string {
  if (status === 401 || status === 403) return `Its site does not give it to us (${status}).`;
  if (status === 404) return 'There is nothing at its address (404). It may have moved; look for it at its site.';
  if (status === 429) return 'Its site asks to be left alone for a while (429).';
  if (status >= 500) return `Its site has trouble of its own (${status}).`;
  return `Its site answered ${status}, which brings no feed.`;
}

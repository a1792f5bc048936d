/**
 * The network port as it is: turns, robots, redirects each looked at like the first address, limits. Nothing is opened
 * while `isOn` says no; connections are made by one-hop.ts alone.
 */
import { systemClock, type Clock } from '../clock.ts';
import { answerFor, failed, hasNetwork, refused } from './failures.ts';
import { createHostTurns, usualPace, type Pace } from './host-turns.ts';
import type { Network, NetworkAnswer, NetworkRequest, NetworkStopped, Redirect } from './network-port.ts';
import { createHops, type Hops } from './one-hop.ts';
import { readHop, type ReadHop } from './read-hop.ts';
import { requestHeaders } from './request-headers.ts';
import { createRobotsCache } from './robots-cache.ts';

export interface NetworkOptions {
  readonly version: string;
  /** Asked before every connection. */
  readonly isOn: () => boolean;
  /** Lets every request into private networks: for a reader of an intranet, and for tests. */
  readonly allowPrivate: boolean;
  readonly pace?: Pace;
  readonly clock?: Clock;
  readonly hops?: Hops;
  readonly isConnected?: () => boolean;
}

/** After "too many requests" without a word until when, in milliseconds. */
const usualRestMs = 60_000;
const longestRestMs = 24 * 60 * 60 * 1000;
const robotsLimits = { bytes: 512 * 1024, milliseconds: 20_000, redirects: 5 };

interface Turn {
  readonly request: NetworkRequest;
  readonly url: URL;
  readonly allowPrivate: boolean;
  readonly signal: AbortSignal;
  readonly isTooLate: () => boolean;
}

export function createNetwork(options: NetworkOptions): Network {
  const { clock = systemClock, isConnected = hasNetwork, isOn } = options;
  const turns = createHostTurns(options.pace ?? usualPace, clock);
  const closing = new AbortController();
  // Whoever never asks opens nothing.
  let made: Hops | null = options.hops ?? null;
  const robots = createRobotsCache(
    () => clock.now(),
    (url, allowPrivate) => follow({ url, accept: 'page', limits: robotsLimits, allowPrivate }),
  );

  async function follow(request: NetworkRequest): Promise<NetworkAnswer> {
    const redirects: Redirect[] = [];
    const firstHost = URL.parse(request.url)?.host ?? '';
    const time = AbortSignal.timeout(request.limits.milliseconds);
    const signal = AbortSignal.any([time, closing.signal, ...(request.signal === undefined ? [] : [request.signal])]);
    const isTooLate = () => time.aborted;
    let address = request.url;
    for (;;) {
      const url = addressOf(address);
      if (!(url instanceof URL)) return url;
      // Leave to enter a private network is for the host that was named, not for wherever it sends us.
      const allowPrivate = options.allowPrivate || (request.allowPrivate === true && url.host === firstHost);
      const outcome = await takeTurn({ request, url, allowPrivate, signal, isTooLate });
      if ('kind' in outcome) return outcome;
      const { to, answer } = outcome;
      if (to === null) return { ...answer, redirects };
      const seen = [url.href, ...redirects.map(({ from }) => from)];
      redirects.push({ from: url.href, to, status: answer.status });
      if (seen.includes(to)) return refused(to, 'redirect-loop', 'It is sent round in a circle.');
      if (redirects.length > request.limits.redirects)
        return refused(to, 'too-many-redirects', `It is sent on more than ${request.limits.redirects} times.`);
      address = to;
    }
  }

  async function takeTurn({ request, url, allowPrivate, signal, isTooLate }: Turn): Promise<ReadHop | NetworkStopped> {
    const asRobot = request.asRobot === true;
    const stopped = () =>
      isTooLate()
        ? failed(url.href, 'too-slow', 'It took longer than Lectern waits.')
        : failed(url.href, 'cancelled', 'It was given up.');
    if (asRobot) {
      const rules = await robots.rulesFor(url.origin, allowPrivate);
      if ('kind' in rules) return rules;
      if (!rules.allows(`${url.pathname}${url.search}`)) return refused(url.href, 'robots', robotsMessage);
    }
    if (turns.restOf(url.host) > 0) return resting(url);
    const giveBack = await turns.take(url.host, asRobot, signal);
    if (giveBack === null) return stopped();
    try {
      if (!isOn()) return refused(url.href, 'network-off', 'The network is switched off in the settings.');
      if (turns.restOf(url.host) > 0) return resting(url);
      made ??= createHops();
      const hop = await made.ask({ url, headers: requestHeaders(request, options.version), allowPrivate, signal });
      const read = await readHop(hop, url, request.limits.bytes, clock.now());
      heedRest(url, read);
      return read;
    } catch (error) {
      return signal.aborted ? stopped() : answerFor(url.href, error, isConnected);
    } finally {
      giveBack();
    }
  }

  function heedRest({ host }: URL, { answer: { status, retryAfterMs } }: ReadHop): void {
    if (status === 429 || (status === 503 && retryAfterMs !== null))
      turns.rest(host, Math.min(longestRestMs, retryAfterMs ?? usualRestMs));
  }

  function resting({ href, host }: URL): NetworkStopped {
    const retryAfterMs = turns.restOf(host);
    const message = 'The site asked to be left alone for a while.';
    return { kind: 'failed', reason: 'resting', message, url: href, isRetryable: true, retryAfterMs };
  }

  return {
    fetch: follow,
    isOn,
    close: async () => {
      closing.abort();
      await made?.close();
    },
  };
}

const robotsMessage = 'The site asks programs not to fetch this page. Save it by itself, or from a browser.';

/** Without the name and password that an address may carry: they are the reader's and are sent to nobody. */
function addressOf(address: string): URL | NetworkStopped {
  const url = URL.parse(address);
  if (url === null) return refused(address, 'not-an-address', 'It is no address.');
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    return refused(address, 'scheme', `Only http and https lead to pages; this is ${url.protocol}`);
  url.username = '';
  url.password = '';
  url.hash = '';
  return url;
}

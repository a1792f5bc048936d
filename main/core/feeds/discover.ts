/** Looks at an address for feeds: it may be one, be a page that names some, or be of a site that keeps them in the usual places. */
import type { FoundFeed } from '../../contract/feed-entities.ts';
import { AppError } from '../../contract/errors.ts';
import { decodeText } from '../importers/decode/decode-text.ts';
import { usualLimits, type AcceptKind, type Network, type NetworkAnswered } from '../network/network-port.ts';
import { commonPlaces, feedsNamedIn } from './find-feeds.ts';
import type { FeedReader } from './read-feed.ts';

export interface DiscoverPorts {
  readonly network: Pick<Network, 'fetch'>;
  readonly reader: FeedReader;
  readonly now: () => Date;
  readonly isFollowed: (url: string) => boolean;
}

/** So many that a page names are looked into; the others are offered by their names. */
const mostRead = 6;

/** Throws `AppError` if the address cannot be had; answers an empty list if there is no feed. */
export async function discoverFeeds(
  ports: DiscoverPorts,
  address: string,
  allowPrivate: boolean,
): Promise<FoundFeed[]> {
  const answer = await ask(ports, address, allowPrivate);
  if (!('kind' in answer)) throw answer.error;
  const own = await readAs(ports, answer);
  if (own !== null) return [own];
  const page = decodeText(answer.bytes, answer.charset).text;
  const named = feedsNamedIn(page, answer.url);
  const read = await Promise.all(
    named.slice(0, mostRead).map(async ({ url, title, kind }): Promise<FoundFeed> => {
      const found = await lookAt(ports, url, allowPrivate);
      const unread = { url, site: answer.url, items: null, isFollowed: ports.isFollowed(url) };
      return found === null ? { ...unread, title, kind } : { ...found, title: found.title || title };
    }),
  );
  if (named.length > 0) return onceEach(read);
  for (const place of commonPlaces(answer.url)) {
    const found = await lookAt(ports, place, allowPrivate);
    if (found !== null) return [found];
  }
  return [];
}

/** What is typed may lack its scheme, or have one of those that browsers hand over. */
export function feedAddress(typed: string): string {
  const bare = typed.trim().replace(/^feed:(?:\/\/)?(?=https?:)/i, '');
  const address = /^feed:\/\//i.test(bare) ? bare.replace(/^feed:/i, 'https:') : bare;
  // A colon may also stand before the number of a port.
  const whole = /^[a-z][a-z0-9+.-]*:(?!\d)/i.test(address) ? address : `https://${address}`;
  const url = URL.parse(whole);
  if (url === null || !/^https?:$/.test(url.protocol) || url.hostname === '')
    throw new AppError(
      'invalid-input',
      `“${typed.trim()}” is no address of the web. Give the address of a page or a feed.`,
    );
  url.hash = '';
  return url.href;
}

async function lookAt(ports: DiscoverPorts, url: string, allowPrivate: boolean): Promise<FoundFeed | null> {
  const answer = await ask(ports, url, allowPrivate);
  return 'kind' in answer ? readAs(ports, answer) : null;
}

async function readAs({ reader, now, isFollowed }: DiscoverPorts, answer: NetworkAnswered): Promise<FoundFeed | null> {
  const { bytes, charset, url: address } = answer;
  const reading = await reader.read(
    { bytes, charset, address, want: 'head', service: '', now: now().toISOString() },
    { head: () => undefined, items: () => undefined },
  );
  if (reading.kind !== 'head') return null;
  const { title, site, kind } = reading.head;
  return { url: address, title, site, kind, items: reading.items, isFollowed: isFollowed(address) };
}

/** As a feed; what says to be something else is asked for as a page. */
async function ask(
  { network }: DiscoverPorts,
  url: string,
  allowPrivate: boolean,
): Promise<NetworkAnswered | { readonly error: AppError }> {
  const fetch = (accept: AcceptKind) => network.fetch({ url, accept, limits: usualLimits[accept], allowPrivate });
  const first = await fetch('feed');
  const answer = first.kind === 'refused' && first.reason === 'wrong-type' ? await fetch('page') : first;
  if (answer.kind !== 'answered') return { error: new AppError('unreachable', answer.message) };
  if (answer.status >= 200 && answer.status <= 299) return answer;
  const message = `The address was answered with ${answer.status}, which brings nothing. Look at it in a browser.`;
  return { error: new AppError('unreachable', message) };
}

function onceEach(found: readonly FoundFeed[]): FoundFeed[] {
  return found.filter(({ url }, place) => found.findIndex((other) => other.url === url) === place);
}

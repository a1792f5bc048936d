/** Which text an article of a feed has, and why, in words. Pure. */
import type { FeedItem } from '../../main/contract/feed-entities.ts';

type ShownPage = NonNullable<FeedItem['page']>;

/** In a list, after its length. `isLink` is of an item whose feed gave no text. */
export function pageWords({ shows, state }: ShownPage, isLink: boolean): string {
  if (shows === 'page') return 'full page';
  if (state === 'queued' || state === 'fetching') return 'full page on its way';
  if (state === 'waiting') return 'full page later';
  if (state !== 'failed' && state !== 'refused') return '';
  return isLink ? 'no full page' : 'text of the feed, no full page';
}

/** Over the article itself; empty for nothing to say. `isOnline` is false while nothing can be fetched. */
export function pageSentence(
  { shows, state, message }: ShownPage,
  { isOnline, isLink }: { readonly isOnline: boolean; readonly isLink: boolean },
): string {
  const ofFeed = isLink ? '' : 'This is the text that the feed gave.';
  return `${shows === 'page' ? 'This is the text of the full page.' : ofFeed} ${whyOf({ shows, state, message }, isOnline)}`.trim();
}

function whyOf({ shows, state, message }: ShownPage, isOnline: boolean): string {
  if (state === 'queued' || state === 'fetching')
    return isOnline ? 'The full page is being fetched.' : 'The full page comes when there is a network.';
  if (state === 'waiting') return `The full page is asked for again later. ${message}`;
  if (state !== 'failed' && state !== 'refused') return message;
  return `${shows === 'page' ? 'It could not be brought up to date.' : 'The full page did not take its place.'} ${message}`;
}

/** What the page of feeds says. Pure. */
import type { Feed, FeedPass } from '../../../main/contract/feed-entities.ts';
import { count } from '../../lib/counts.ts';
import { formatDate } from '../../lib/dates.ts';

export function passWords({ done, total, fresh }: FeedPass): string {
  const found = fresh === 0 ? '' : `, ${count(fresh, 'new article', 'new articles')}`;
  return `${done} of ${count(total, 'feed', 'feeds')} asked${found}`;
}

/** When it answered last, and what is wrong since when. */
export function stateWords({ state, fetchedAt, failure, failingSince }: Feed): string {
  if (state === 'paused') return 'Paused: it is asked only when you refresh it.';
  if (failure !== null && failingSince !== null)
    return `Since ${formatDate(failingSince, 'short')}, ${failingSince.slice(11, 16)} UTC: ${failure}`;
  if (fetchedAt === null) return 'Not asked yet.';
  return `Asked last on ${formatDate(fetchedAt, 'short')} at ${fetchedAt.slice(11, 16)} UTC.`;
}

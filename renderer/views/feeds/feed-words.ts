/** What the page of feeds says. Pure. */
import type { Feed, FeedMatch, FeedPass } from '../../../main/contract/feed-entities.ts';
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

export function previewWords(preview: { total: number; taken: number; markedRead: number }): string {
  const { total, taken, markedRead } = preview;
  if (total === 0) return 'It has offered nothing yet to try this on.';
  const read = markedRead === 0 ? '' : `, ${markedRead} of them read at once`;
  return `Of the ${count(total, 'item', 'items')} offered so far, ${taken} would be taken${read}.`;
}

/** One match a line; `author:` and the like before the words say where they are looked for. */
export function matchesIn(text: string): FeedMatch[] {
  return text.split('\n').flatMap((line): FeedMatch[] => {
    const [, named = '', words = ''] = /^\s*(?:(title|author|category)\s*:)?\s*(.*?)\s*$/i.exec(line) ?? [];
    if (words === '') return [];
    const field = fields.find((known) => known === named.toLowerCase()) ?? 'any';
    return [{ field, words: words.slice(0, 200) }];
  });
}

export function matchText(matches: readonly FeedMatch[]): string {
  return matches.map(({ field, words }) => (field === 'any' ? words : `${field}: ${words}`)).join('\n');
}

const fields = ['title', 'author', 'category'] as const;

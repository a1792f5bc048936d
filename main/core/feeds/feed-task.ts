/** What the thread that reads a feed is given, and what it sends back. All of it can be cloned. */
import type { PreparedArticle } from '../library/prepare-article.ts';
import type { FeedBytes, FeedHead } from './feed-document.ts';

export interface FeedTask extends FeedBytes {
  /** `full` prepares the articles; `head` only counts them. */
  readonly want: 'full' | 'head';
  /** By whose ids the articles are known again. */
  readonly service: string;
  /** Where pictures that came within the feed are kept. */
  readonly dataDirectory: string;
  /** ISO 8601. */
  readonly now: string;
}

export interface ReadItem {
  readonly guid: string;
  /** Of all that came: another one is news. */
  readonly digest: string;
  readonly title: string;
  readonly author: string;
  readonly categories: readonly string[];
  readonly prepared: PreparedArticle;
}

export type FeedParcel =
  | {
      readonly kind: 'head';
      readonly head: FeedHead;
      readonly items: number;
      /** How many entries could not be made out. */
      readonly unread: number;
      readonly fault: string | null;
    }
  | { readonly kind: 'not-a-feed' }
  /** In the order in which they are to be saved: the oldest first. */
  | { readonly kind: 'items'; readonly items: readonly ReadItem[] };

/** The service of a feed: ids are unique within a feed and nowhere else. */
export function feedService(id: string): string {
  return `feed:${id}`;
}

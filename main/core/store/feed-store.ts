/** Feeds and their items, as the rest of the core sees them. */
import type { Feed, FeedItem, FeedRules, FeedScope } from '../../contract/feed-entities.ts';

/** What a feed asks of those who fetch it. Hours and days are in UTC; 0 is Sunday. */
export interface FeedPace {
  readonly minutes: number | null;
  readonly skipHours: readonly number[];
  readonly skipDays: readonly number[];
}

export interface StoredFeed extends Omit<Feed, 'title'> {
  readonly key: number;
  /** As it calls itself, and as the reader does; empty for not at all. */
  readonly title: string;
  readonly givenTitle: string;
  readonly allowPrivate: boolean;
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly pace: FeedPace | null;
  readonly movedTo: string | null;
  readonly isRemoved: boolean;
}

export type FeedChange = Partial<
  Omit<StoredFeed, 'key' | 'id' | 'addedAt' | 'allowPrivate' | 'unread' | 'items' | 'isRemoved'>
>;

/** An item as it was last seen. */
export interface SeenItem {
  readonly id: number;
  readonly digest: string;
  readonly articleId: string | null;
  /** Whether its article is in the trash. */
  readonly isTrashed: boolean;
}

export interface ItemToKeep {
  readonly feedKey: number;
  readonly guid: string;
  readonly digest: string;
  /** Null for what the rules leave out. */
  readonly articleId: string | null;
  readonly title: string;
  readonly author: string;
  readonly categories: readonly string[];
  readonly sortedAt: string;
  readonly readAt: string | null;
}

/** What became of the articles of a feed that was removed. */
export interface FeedRemoval {
  readonly articles: 'trash' | 'archive';
  readonly ids: readonly string[];
}

/** What rules look at. */
export interface OfferedItem {
  readonly title: string;
  readonly author: string;
  readonly categories: readonly string[];
}

/** Of an article whose full page was asked for. */
export interface StoredFeedPage {
  /** Of the text that the feed gave. */
  readonly feedWords: number;
  /** The article has the text of the page. */
  readonly isShown: boolean;
}

export type ItemChoice =
  | { readonly items: readonly number[] }
  | { readonly scope: FeedScope }
  /** The id of an article. */
  | { readonly article: string };

export interface ItemPage {
  readonly scope: FeedScope;
  readonly only: 'unread' | 'kept' | null;
  readonly offset: number;
  readonly limit: number;
}

export interface FeedStore {
  /** Those followed, by folder and name. */
  list(): StoredFeed[];
  /** Of those removed too. */
  find(id: string): StoredFeed | null;
  findByUrl(url: string): StoredFeed | null;
  /** Followed, active, and due by then; the longest due first. */
  due(at: string): StoredFeed[];
  add(made: Pick<StoredFeed, 'url' | 'givenTitle' | 'folder' | 'rules' | 'allowPrivate'>): StoredFeed;
  update(id: string, change: FeedChange): void;
  /** Ids of articles, not in the trash, that wait in this feed and in no other that is followed. */
  waitingFor(feedKey: number): string[];
  /** Not followed from now on. Remembers what `restore` answers. */
  remove(id: string, removal: FeedRemoval): void;
  /** Followed again; null if it was not removed. */
  restore(id: string): FeedRemoval | null;
  /** Of articles, each counted once. */
  unread(): number;
  seen(feedKey: number, guid: string): SeenItem | null;
  /** Of this guid in this feed there is one: it is made or brought up to date. What was read stays read. */
  putItem(item: ItemToKeep): void;
  /** Makes an article one of its feeds alone. */
  setWaiting(articleId: string): void;
  isWaiting(articleId: string): boolean;
  items(page: ItemPage): FeedItem[];
  count(page: Pick<ItemPage, 'scope' | 'only'>): number;
  /** Newest first, at most a thousand; those that were left out are among them. */
  offered(feedId: string | null): OfferedItem[];
  /** Answers the items that changed, of an article in two feeds both. */
  markRead(which: ItemChoice, read: boolean): number[];
  /** Answers those that changed. */
  setKept(items: readonly number[], keep: boolean): number[];
  /** Ids of articles that wait in this feed, were read before then and are not in the trash. */
  tidyable(feedKey: number, readBefore: string): string[];
  /** Null for one whose full page was never asked for. */
  page(articleId: string): StoredFeedPage | null;
  putPage(articleId: string, page: StoredFeedPage): void;
  /** The feeds, of those followed, that have the article. */
  feedsWith(articleId: string): Pick<StoredFeed, 'url' | 'allowPrivate'>[];
  /** Ids of a feed's articles, unread and not in the trash, whose page was never to be fetched. */
  withoutPage(feedKey: number): string[];
  /** Ids of a feed's articles whose page is to be fetched for it alone, and not because the reader asked for just that one. */
  pagesQueued(feedKey: number): string[];
  globalRules(): FeedRules;
  setGlobalRules(rules: FeedRules): void;
  /** Everything within is one transaction, writes of the library too. */
  within<Result>(run: () => Result): Result;
}

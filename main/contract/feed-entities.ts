/** Feeds that the reader follows, what they offer, and the rules by which it is taken. */
import { z } from 'zod';
import { articleId } from './entities.ts';
import { linkStates } from './link-entities.ts';

const count = z.number().int().nonnegative();

export const feedId = z.string().min(1).max(64);
/** Of what a feed offered, once and for all; it outlives its article. */
export const feedItemId = z.number().int().positive();

const words = z.string().trim().min(1, 'is empty').max(200, 'is longer than 200 characters');
const name = z.string().trim().min(1, 'is empty').max(200, 'is longer than 200 characters');

/** All of the words stand in the field, case and accents aside, and as whole words. */
export const feedMatch = z.strictObject({
  field: z.enum(['any', 'title', 'author', 'category']),
  words,
  /** Kept, and not heeded. */
  isOff: z.boolean().optional(),
});
export type FeedMatch = z.infer<typeof feedMatch>;

export const feedRules = z.strictObject({
  /** Empty for everything; else one of them must fit. */
  include: z.array(feedMatch).max(50),
  /** One that fits is enough. */
  exclude: z.array(feedMatch).max(50),
  /** Taken, and read at once. */
  markRead: z.array(feedMatch).max(50),
  /** Of what one fetch offers, the newest so many; null for all. */
  newest: z.number().int().min(1).max(1000).nullable(),
  tags: z.array(name).max(20),
  /** From the outermost to the innermost; empty for none. */
  shelf: z.array(name).max(20),
  /** Straight into the inbox. What gets a tag or a shelf goes there in any case. */
  keep: z.boolean(),
  /** Into the trash go articles of the feed that were read so many days ago and not kept; null for never. */
  tidyAfterDays: z.number().int().min(1).max(3650).nullable(),
});
export type FeedRules = z.infer<typeof feedRules>;

export const noRules: FeedRules = {
  include: [],
  exclude: [],
  markRead: [],
  newest: null,
  tags: [],
  shelf: [],
  keep: false,
  tidyAfterDays: null,
};

/** `gone` is what its site says of it for good (410): it is not asked any more. */
const feedState = z.enum(['active', 'paused', 'gone']);

export const feed = z.object({
  id: feedId,
  url: z.string(),
  /** As the reader calls it, or as it calls itself. */
  title: z.string(),
  site: z.string().nullable(),
  /** Empty for none. */
  folder: z.string(),
  state: feedState,
  addedAt: z.string(),
  /** When it last answered, be it that nothing is new. */
  fetchedAt: z.string().nullable(),
  dueAt: z.string(),
  intervalMinutes: count,
  /** In a row; what the last one was, and since when. */
  failures: count,
  failure: z.string().nullable(),
  failingSince: z.string().nullable(),
  rules: feedRules,
  /** Whether the full page of each item is fetched. */
  fullPages: z.boolean(),
  unread: count,
  items: count,
});
export type Feed = z.infer<typeof feed>;

/** Which text an article of a feed has, and how it stands with the other. */
const shownPage = z.object({
  shows: z.enum(['feed', 'page']),
  /** Of the page, in the queue of links; null if it is not to be fetched. */
  state: z.enum(linkStates).nullable(),
  /** Why it waits or did not come, or came without some of its pictures; empty for nothing to say. */
  message: z.string(),
});

export const feedPage = shownPage.extend({
  /** Whether the feed gives an address that is this article's alone. */
  isOffered: z.boolean(),
});
export type FeedPage = z.infer<typeof feedPage>;

export const feedItem = z.object({
  id: feedItemId,
  feedId,
  /** Null for one that the rules left out, or whose article was purged. */
  articleId: articleId.nullable(),
  title: z.string(),
  author: z.string(),
  standfirst: z.string(),
  published: z.string().nullable(),
  seenAt: z.string(),
  isRead: z.boolean(),
  /** Among the reader's own articles, and not of the feed alone. */
  isKept: z.boolean(),
  /** A link whose text the feed does not bring. */
  isLink: z.boolean(),
  minutes: count,
  /** Null where its full page was never asked for. */
  page: shownPage.nullable(),
});
export type FeedItem = z.infer<typeof feedItem>;

/** How far a refresh is; null where none is at work. */
export const feedPass = z.object({ done: count, total: count, failed: count, fresh: count });
export type FeedPass = z.infer<typeof feedPass>;

/** A feed that was found at an address. */
export const foundFeed = z.object({
  url: z.string(),
  title: z.string(),
  site: z.string().nullable(),
  /** "RSS", "Atom", "JSON Feed", as it is said or read. */
  kind: z.string(),
  /** Null where only its address is known. */
  items: count.nullable(),
  isFollowed: z.boolean(),
});
export type FoundFeed = z.infer<typeof foundFeed>;

/** Which items: one feed's, a folder's, or all. */
export const feedScope = z.union([
  z.strictObject({ feed: feedId }),
  z.strictObject({ folder: z.string().max(200) }),
  z.strictObject({}),
]);
export type FeedScope = z.infer<typeof feedScope>;

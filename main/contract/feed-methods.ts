/** The methods of feeds, a part of the one table in methods.ts. */
import { z } from 'zod';
import { articleId } from './entities.ts';
import * as feeds from './feed-entities.ts';

const nothing = z.strictObject({});
const address = z.string().trim().min(1, 'is empty').max(2048, 'is longer than an address may be');
const folder = z.string().trim().max(200, 'is longer than 200 characters');
const byId = z.strictObject({ id: feeds.feedId });
const fits = z.array(z.number().int().nonnegative());
const items = z.array(feeds.feedItemId).min(1).max(50_000);

export const feedMethods = {
  /** By folder and name. `isOnline` is false while the network is switched off: then nothing is fetched. */
  'feeds.list': {
    input: nothing,
    output: z.object({
      items: z.array(feeds.feed),
      unread: z.number().int().nonnegative(),
      pass: feeds.feedPass.nullable(),
      isOnline: z.boolean(),
    }),
  },
  /** Asks an address, of a feed or of a page, and the places where sites keep their feeds. Subscribes to nothing. */
  'feeds.discover': {
    input: z.strictObject({ url: address, allowPrivate: z.boolean().optional() }),
    output: z.object({ items: z.array(feeds.foundFeed) }),
  },
  /** Followed from now on; its first items come with the next refresh, which is asked for at once if one is online. */
  'feeds.subscribe': {
    input: z.strictObject({
      url: address,
      title: z.string().trim().max(300).optional(),
      folder: folder.optional(),
      rules: feeds.feedRules.optional(),
      allowPrivate: z.boolean().optional(),
    }),
    output: feeds.feed,
  },
  'feeds.edit': {
    input: byId.extend({
      /** Empty for the feed's own. */
      title: z.string().trim().max(300).optional(),
      folder: folder.optional(),
      rules: feeds.feedRules.optional(),
      state: z.enum(['active', 'paused']).optional(),
      /** For what comes, and for what is here and not read. */
      fullPages: z.boolean().optional(),
    }),
    output: feeds.feed,
  },
  /** Of its articles that are not kept: into the trash, or into the archive. `feeds.restore` takes it back. */
  'feeds.remove': {
    input: byId.extend({ articles: z.enum(['trash', 'archive']) }),
    output: z.object({ moved: z.number().int().nonnegative() }),
  },
  'feeds.restore': { input: byId, output: feeds.feed },
  /** Rules that hold for every feed, before its own. */
  'feeds.rules': { input: nothing, output: feeds.feedRules },
  'feeds.setRules': { input: z.strictObject({ rules: feeds.feedRules }), output: feeds.feedRules },
  /** What rules would make of what the feed (or all of them) offered so far. */
  'feeds.preview': {
    input: z.strictObject({ feed: feeds.feedId.optional(), rules: feeds.feedRules }),
    output: z.object({
      total: z.number().int(),
      taken: z.number().int(),
      markedRead: z.number().int(),
      /** Titles of what would be left out, at most ten. */
      leftOut: z.array(z.string()),
      /** How many of the items each rule fits, be it on or off, in the order of the rules. */
      fits: z.object({ include: fits, exclude: fits, markRead: fits }),
    }),
  },
  /** Those named, whenever they were due; without names all. Answers at once; `feeds.changed` tells how far it is. */
  'feeds.refresh': {
    input: z.strictObject({ ids: z.array(feeds.feedId).min(1).max(10_000).optional() }),
    output: feeds.feedPass,
  },
  'feeds.cancelRefresh': { input: nothing, output: nothing },
  /** Newest first, of what has an article. */
  'feeds.items': {
    input: z.strictObject({
      scope: feeds.feedScope,
      only: z.enum(['unread', 'kept']).optional(),
      offset: z.number().int().min(0).max(10_000_000),
      limit: z.number().int().min(1).max(500),
    }),
    output: z.object({ items: z.array(feeds.feedItem), total: z.number().int().nonnegative() }),
  },
  /** Some items, a scope of them, or those of an article. Answers those that changed, to be handed in again to take it back. */
  'feeds.markRead': {
    input: z.strictObject({
      items: items.optional(),
      scope: feeds.feedScope.optional(),
      article: articleId.optional(),
      read: z.boolean(),
    }),
    output: z.object({ items: z.array(feeds.feedItemId) }),
  },
  /** Into the inbox, or out of it again: back to being of its feed alone. */
  'feeds.keep': {
    input: z.strictObject({ items, keep: z.boolean() }),
    output: z.object({ items: z.array(feeds.feedItemId) }),
  },
  /** Of an article that a feed brought; null for any other. `links.changed` and `feeds.changed` tell how far it is. */
  'feeds.page': {
    input: z.strictObject({ article: articleId }),
    output: z.object({ page: feeds.feedPage.nullable() }),
  },
  /** Has its page fetched, in the background; its text takes the place of the feed's if it is no less. */
  'feeds.fetchPage': {
    input: z.strictObject({ article: articleId }),
    output: z.object({ page: feeds.feedPage.nullable() }),
  },
  'feeds.importOpml': {
    input: z.strictObject({ content: z.string().max(20_000_000) }),
    output: z.object({
      added: z.number().int(),
      there: z.number().int(),
      /** What was no address of a feed. */
      refused: z.array(z.string()),
    }),
  },
  'feeds.exportOpml': { input: nothing, output: z.object({ fileName: z.string(), content: z.string() }) },
} as const;

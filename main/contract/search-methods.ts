/** The methods of search, a part of the one table in methods.ts. */
import { z } from 'zod';
import { articleId } from './entities.ts';
import * as search from './search-entities.ts';

const byId = z.strictObject({ id: articleId });
const nothing = z.strictObject({});
const query = z.string().max(1000, 'is longer than 1,000 characters; search for fewer words');
const order = z.enum(search.searchOrders);
const searchId = z.string().min(1).max(64);
const name = z.string().trim().min(1, 'is empty; give the search a name').max(120, 'is longer than 120 characters');

export const searchMethods = {
  'search.find': {
    input: z.strictObject({
      query,
      limit: z.number().int().min(1).max(100).optional(),
      offset: z.number().int().min(0).max(100_000).optional(),
      order: order.optional(),
      /** Takes unknown words at their word: no correction of typing errors. */
      exactly: z.boolean().optional(),
      facets: z.boolean().optional(),
    }),
    output: search.searchResult,
  },
  /** Every matching block of one article, whole, in reading order. */
  'search.places': {
    input: byId.extend({
      query,
      /** As in `search.find`: whoever looks for a word in one article means that word. */
      exactly: z.boolean().optional(),
    }),
    output: z.object({ total: z.number().int(), blockCount: z.number().int(), blocks: z.array(search.passage) }),
  },
  'search.explain': { input: byId.extend({ query }), output: search.explanation },
  /** What could stand where the caret is; best first. */
  'search.complete': {
    input: z.strictObject({ query, caret: z.number().int().min(0).max(1000) }),
    output: z.object({ items: z.array(search.completion) }),
  },
  'search.index': { input: nothing, output: search.indexStatus },
  'searches.list': {
    input: nothing,
    output: z.object({ saved: z.array(search.savedSearch), recent: z.array(search.recentSearch) }),
  },
  'searches.save': { input: z.strictObject({ name, query, order: order.optional() }), output: search.savedSearch },
  'searches.rename': { input: z.strictObject({ id: searchId, name }), output: search.savedSearch },
  'searches.remove': { input: z.strictObject({ id: searchId }), output: nothing },
  /** Remembers a query that led somewhere: one was opened, or the reader stayed. */
  'searches.record': { input: z.strictObject({ query }), output: nothing },
  /** Forgets one recent search, or all of them if none is named. */
  'searches.forget': { input: z.strictObject({ query: query.optional() }), output: nothing },
} as const;

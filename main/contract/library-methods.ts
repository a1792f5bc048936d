/** The lists of stories and saved articles together, a part of the one table in methods.ts. */
import { z } from 'zod';
import * as entity from './entities.ts';

const name = z.string().trim().min(1, 'is empty').max(200, 'is longer than 200 characters');

export const libraryMethods = {
  /**
   * Stories and saved articles in one list. `section` and `threads` are of stories alone; `state`, `shelf` and `site` of
   * saved articles, whose `author` is a name. What is in the trash is listed only if it is asked for by `state`. Without a
   * `limit` all are answered: ask for pages wherever saved articles may be among them.
   */
  'articles.list': {
    input: z.strictObject({
      /** Both if left out. */
      source: entity.source.optional(),
      section: z.string().max(64).optional(),
      tag: z.string().max(200).optional(),
      author: z.string().max(300).optional(),
      site: z.string().max(300).optional(),
      /** Names from the outermost shelf to the innermost; those within count too. */
      shelf: z.array(name).min(1).max(20).optional(),
      state: z.enum(['inbox', 'archive', 'trash']).optional(),
      /** The id of a feed, or `all`. What is of a feed alone is listed only so. */
      feed: z.string().max(64).optional(),
      /** `incomplete` are saved articles that lack pictures, or their text. */
      only: z
        .enum(['bookmarked', 'recommended', 'started', 'finished', 'unread', 'favourite', 'highlighted', 'incomplete'])
        .optional(),
      /** By the date of a story and the time of saving; `marked` by when the reader last had a hand on it. */
      order: z.enum(['newest', 'oldest', 'marked']).optional(),
      limit: z.number().int().min(1).max(1000).optional(),
      /** `next` of the page before, with all else as it was. */
      cursor: z.string().max(2000).optional(),
    }),
    output: z.object({
      items: z.array(entity.articleSummary),
      /** Of all pages together. */
      total: z.number().int().nonnegative(),
      /** Null on the last page. */
      next: z.string().nullable(),
    }),
  },
} as const;

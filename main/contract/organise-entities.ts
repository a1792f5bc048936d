/** What the reader's own articles are put in order by: views, selections, tags and shelves. */
import { z } from 'zod';
import { articleId } from './entities.ts';

const name = z.string().trim().min(1, 'is empty').max(200, 'is longer than 200 characters');

/** Stable as long as the shelf is there, whatever it is called and wherever it is moved to. */
export const shelfId = z.number().int().positive();

/** A name of the palette, never a value: each theme has its own. */
export const tagColour = z.enum(['red', 'orange', 'yellow', 'green', 'teal', 'blue', 'violet', 'grey']);

const viewOrders = [
  ...(['saved', 'published', 'title', 'author', 'site', 'words', 'read', 'progress', 'shelf'] as const),
] as const;

/** Which saved articles, and in which order. All that is given must hold. */
export const libraryView = z.strictObject({
  /** Left out for all that is not in the trash. */
  state: z.enum(['inbox', 'archive', 'trash']).optional(),
  /** What stands on shelves within counts too; a smart shelf holds what its query finds. */
  shelf: shelfId.optional(),
  /** Every one of them. */
  tags: z.array(name).min(1).max(20).optional(),
  author: z.string().max(300).optional(),
  site: z.string().max(300).optional(),
  language: z.string().max(35).optional(),
  only: z
    .array(
      z.enum([
        ...(['bookmarked', 'recommended', 'started', 'finished', 'unread', 'favourite', 'highlighted'] as const),
        ...(['incomplete', 'links', 'untagged', 'unshelved'] as const),
      ]),
    )
    .min(1)
    .max(11)
    .optional(),
  /** In the title, byline, site or standfirst, case and accents aside. For words of the text there is search. */
  text: z.string().max(200).optional(),
  /** `shelf` is the reader's own order on the shelf of the view, and that of saving elsewhere. */
  order: z.enum(viewOrders).optional(),
  /** Left out: the newest, the longest, the furthest first; names from A on. */
  descending: z.boolean().optional(),
});
export type LibraryView = z.infer<typeof libraryView>;

/** Thousands of articles at once: those named, or all of a view but some. */
export const selection = z.union([
  z.strictObject({ ids: z.array(articleId).min(1).max(50_000) }),
  z.strictObject({ view: libraryView, except: z.array(articleId).max(50_000).optional() }),
]);
export type Selection = z.infer<typeof selection>;

/** What can be done to a selection, each to be taken back by `library.undo`. */
export const libraryChange = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('state'), state: z.enum(['inbox', 'archive']) }),
  z.strictObject({ kind: z.literal('favourite'), favourite: z.boolean() }),
  z.strictObject({ kind: z.literal('tags'), add: z.array(name).max(100), remove: z.array(name).max(100) }),
  z.strictObject({ kind: z.literal('shelve'), shelf: shelfId }),
  z.strictObject({ kind: z.literal('unshelve'), shelf: shelfId }),
  z.strictObject({ kind: z.literal('trash') }),
  z.strictObject({ kind: z.literal('restore') }),
  z.strictObject({ kind: z.literal('read'), read: z.boolean() }),
]);
export type LibraryChange = z.infer<typeof libraryChange>;

/** Where on a shelf articles are moved to. An article that stands elsewhere, on a shelf within, means the end. */
export const shelfPlace = z.union([z.enum(['top', 'up', 'down', 'end']), z.strictObject({ before: articleId })]);
export type ShelfPlace = z.infer<typeof shelfPlace>;

/** How many saved articles there are, by where they are. All but `trash` are of what is not in the trash. */
export const libraryCounts = z.object({
  inbox: z.number().int(),
  archive: z.number().int(),
  trash: z.number().int(),
  favourites: z.number().int(),
  links: z.number().int(),
});
export type LibraryCounts = z.infer<typeof libraryCounts>;

/** What a change did. `undo` is for `library.undo` and null if nothing changed; the last hundred are kept, restarts survived. */
export const changeOutcome = z.object({
  changed: z.number().int().nonnegative(),
  undo: z.string().nullable(),
  counts: libraryCounts,
});

export type ChangeOutcome = z.infer<typeof changeOutcome>;

export const tag = z.object({ name: z.string(), count: z.number().int(), colour: tagColour.nullable() });
export type Tag = z.infer<typeof tag>;

export const shelf = z.object({
  id: shelfId,
  parent: shelfId.nullable(),
  name: z.string(),
  /** Of what stands on the shelf itself; of a smart shelf, what its query finds now. */
  count: z.number().int(),
  /** In the language of search. Null for a shelf that the reader fills. */
  query: z.string().nullable(),
});
export type Shelf = z.infer<typeof shelf>;

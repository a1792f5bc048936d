/** The methods of putting saved articles in order, a part of the one table in methods.ts. */
import { z } from 'zod';
import { articleId, articleSummary } from './entities.ts';
import * as organise from './organise-entities.ts';

const nothing = z.strictObject({});
const name = z.string().trim().min(1, 'is empty').max(200, 'is longer than 200 characters');
const byShelf = z.strictObject({ shelf: organise.shelfId });

export const organiseMethods = {
  /** A stretch of a view, at any place of it. Costs the same wherever it stands. */
  'library.window': {
    input: z.strictObject({
      view: organise.libraryView,
      offset: z.number().int().min(0).max(10_000_000),
      limit: z.number().int().min(1).max(500),
    }),
    output: z.object({
      items: z.array(articleSummary),
      /** Of the whole view. */
      total: z.number().int().nonnegative(),
    }),
  },
  /** Where an article stands in a view; null if it does not. */
  'library.position': {
    input: z.strictObject({ view: organise.libraryView, id: articleId }),
    output: z.object({ offset: z.number().int().nonnegative().nullable() }),
  },
  /** Names and counts to filter by, of a whole view. The most used first, at most 200 of each. */
  'library.facets': {
    input: z.strictObject({ view: organise.libraryView }),
    output: z.object({
      authors: z.array(z.object({ name: z.string(), count: z.number().int() })),
      sites: z.array(z.object({ name: z.string(), count: z.number().int() })),
      languages: z.array(z.object({ name: z.string(), count: z.number().int() })),
      tags: z.array(organise.tag),
    }),
  },
  'library.counts': { input: nothing, output: organise.libraryCounts },
  /** All of it or nothing, in one transaction. */
  'library.change': {
    input: z.strictObject({ selection: organise.selection, change: organise.libraryChange }),
    output: organise.changeOutcome,
  },
  /** Takes one change back: what has been changed since stays as it is and is not counted. */
  /** Null for the newest change that is kept, whoever made it and when. */
  'library.undo': { input: z.strictObject({ undo: z.string().max(100).nullable() }), output: organise.changeOutcome },
  /** For good, and only what is in the trash. */
  'library.purge': {
    input: z.strictObject({ selection: organise.selection }),
    output: z.object({ purged: z.number().int(), counts: organise.libraryCounts }),
  },
  /** The most used first; those without an article too. */
  'tags.list': { input: nothing, output: z.object({ items: z.array(organise.tag) }) },
  /** To a name that there is: the two become one, and `merged` says so. */
  'tags.rename': {
    input: z.strictObject({ name, to: name }),
    output: organise.changeOutcome.extend({ merged: z.boolean() }),
  },
  'tags.colour': { input: z.strictObject({ name, colour: organise.tagColour.nullable() }), output: organise.tag },
  /** From every article. */
  'tags.remove': { input: z.strictObject({ names: z.array(name).min(1).max(1000) }), output: organise.changeOutcome },
  /** Outer shelves before those within them, each among its siblings in the reader's order. */
  'shelves.list': { input: nothing, output: z.object({ items: z.array(organise.shelf) }) },
  /** With a `query` it fills itself. */
  'shelves.create': {
    input: z.strictObject({
      name,
      parent: organise.shelfId.nullable().optional(),
      query: z.string().min(1).max(1000).optional(),
    }),
    output: organise.shelf,
  },
  'shelves.edit': {
    input: byShelf.extend({ name: name.optional(), query: z.string().min(1).max(1000).optional() }),
    output: organise.shelf,
  },
  /** Into another shelf (or none) and before a sibling (or to the end). Refused into itself or what is within it. */
  'shelves.move': {
    input: byShelf.extend({ parent: organise.shelfId.nullable(), before: organise.shelfId.nullable() }),
    output: organise.shelf,
  },
  /** With those within it; the articles stay in the library. */
  'shelves.remove': { input: byShelf, output: organise.changeOutcome },
  /** Moves articles within the reader's own order on their shelf. Among themselves they keep their order. */
  'shelves.arrange': {
    input: byShelf.extend({ selection: organise.selection, to: organise.shelfPlace }),
    output: organise.changeOutcome.extend({
      /** Where the first of them stands now on the shelf. */
      offset: z.number().int().nonnegative(),
    }),
  },
} as const;

/** What is told of the upkeep of a saved article: its versions, and what became of its text. */
import { z } from 'zod';

const count = z.number().int().nonnegative();

const comparedWords = z.object({ kind: z.enum(['same', 'deleted', 'inserted']), text: z.string() });
export type ComparedWords = z.infer<typeof comparedWords>;

const comparedPart = z.discriminatedUnion('kind', [
  /** A stretch of blocks that stayed as they were: the first of them and the last. */
  z.object({ kind: z.literal('same'), count: z.number().int().positive(), first: z.string(), last: z.string() }),
  /** `moved` if the very same block stands elsewhere in the other text. */
  z.object({ kind: z.literal('deleted'), text: z.string(), moved: z.boolean() }),
  z.object({ kind: z.literal('inserted'), text: z.string(), moved: z.boolean() }),
  z.object({ kind: z.literal('changed'), words: z.array(comparedWords) }),
]);
export type ComparedPart = z.infer<typeof comparedPart>;

export const comparison = z.object({
  title: z.object({ before: z.string(), after: z.string() }),
  /** In the order of the text. */
  parts: z.array(comparedPart),
  /** Words that came and went, without what only moved. */
  added: count,
  removed: count,
  /** False if the texts are so large that not all of it could be compared, in time or within the steps that are looked for: then more is said to have changed than did. */
  isWhole: z.boolean(),
});
export type Comparison = z.infer<typeof comparison>;

export const version = z.object({
  version: z.number().int().positive(),
  replacedAt: z.string(),
  title: z.string(),
  words: count,
  /** Against the text that took its place. Null where there was no time to count. */
  added: count.nullable(),
  removed: count.nullable(),
});
export type Version = z.infer<typeof version>;

export const editedField = z.enum(['title', 'standfirst', 'author', 'site', 'published', 'language', 'direction']);

/** A passage that the reader marked, or a note that stands by itself: then `quote` is empty. */
const highlight = z.object({
  quote: z.string(),
  note: z.string(),
  colour: z.string().nullable(),
  tags: z.array(z.string()),
  createdAt: z.string().nullable(),
  /** Where its words stand in the text: offsets in the text of the first and of the last block. Null if they do not. */
  place: z
    .object({
      block: z.number().int(),
      start: z.number().int(),
      endBlock: z.number().int(),
      end: z.number().int(),
    })
    .nullable(),
});

/** What only the reader's own article has beside its text. */
export const ownFacts = z.object({
  note: z.string(),
  /** Names from the outermost shelf to the innermost. */
  shelves: z.array(z.array(z.string())),
  highlights: z.array(highlight),
  /** Fields that the reader has edited, with what the page says of them. */
  edited: z.array(z.object({ field: editedField, said: z.string().nullable() })),
  /** Earlier texts that are kept. */
  versionCount: z.number().int().nonnegative(),
  /** When the present text took the place of another; null if it is the first. */
  textChangedAt: z.string().nullable(),
  hiddenCount: z.number().int().nonnegative(),
  /** Whether the file that it was made of is kept. */
  hasOriginal: z.boolean(),
});

/** What it takes to undo a change: small steps back, each taken only where things still are as the change left them. */
import { z } from 'zod';

const keys = z.string();
const places = z.array(z.number());
const markRow = z.tuple([z.string(), z.number(), z.number(), z.string().nullable(), z.string().nullable()]);

export const undoStep = z.discriminatedUnion('back', [
  z.object({ back: z.literal('state'), keys, from: z.string(), to: z.string() }),
  z.object({ back: z.literal('favourite'), keys, from: z.number(), to: z.number() }),
  z.object({ back: z.literal('deleted'), keys, from: z.string().nullable(), to: z.string().nullable() }),
  /** Takes the tag off. */
  z.object({ back: z.literal('untag'), name: z.string(), keys }),
  /** Puts the tag back, made anew if need be; `places` are in the order of the keys. */
  z.object({ back: z.literal('tag'), name: z.string(), colour: z.string().nullable(), keys, places }),
  z.object({ back: z.literal('tag-name'), from: z.string(), to: z.string() }),
  z.object({ back: z.literal('unshelve'), shelf: z.number(), keys }),
  z.object({ back: z.literal('shelve'), shelf: z.number(), keys, places }),
  z.object({ back: z.literal('place'), shelf: z.number(), keys, from: places, to: places }),
  /** Outer shelves first. */
  z.object({
    back: z.literal('shelves'),
    rows: z.array(
      z.object({
        key: z.number(),
        parent: z.number().nullable(),
        name: z.string(),
        place: z.number(),
        query: z.string().nullable(),
      }),
    ),
  }),
  /** Marks that were marked as read at that time, or as unread if it is null, get their rows back. */
  z.object({ back: z.literal('marks'), rows: z.array(markRow), time: z.string().nullable() }),
]);
export type UndoStep = z.infer<typeof undoStep>;

export const undoSteps = z.array(undoStep);

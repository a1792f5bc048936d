/** What is said about links that are fetched, or wait to be. */
import { z } from 'zod';
import { articleId } from './entities.ts';

/** `kept`, `failed` and `refused` are ends; a link reaches exactly one. */
export const linkStates = ['queued', 'fetching', 'waiting', 'kept', 'failed', 'refused'] as const;
export type LinkState = (typeof linkStates)[number];

export const link = z.object({
  articleId,
  url: z.string(),
  title: z.string(),
  state: z.enum(linkStates),
  /** That failed so far. */
  attempts: z.number().int().nonnegative(),
  /** Of one that waits: until when. Of an ended one: since when. ISO 8601. */
  at: z.string(),
  /** Why it waits or did not come; empty for nothing to say. */
  message: z.string(),
});
export type Link = z.infer<typeof link>;

export const linksStatus = z.object({
  counts: z.record(z.enum(linkStates), z.number().int().nonnegative()),
  /** `off` by the setting or the shell; `offline` while there is no network, looked at again at `wakesAt`. */
  network: z.enum(['online', 'offline', 'off']),
  wakesAt: z.string().nullable(),
  paused: z.boolean(),
  /** Another Lectern on this library is at it. */
  elsewhere: z.boolean(),
  /** Links alone that nobody has tried to fetch yet, and articles that lack pictures. */
  missing: z.number().int().nonnegative(),
  withoutPictures: z.number().int().nonnegative(),
});
export type LinksStatus = z.infer<typeof linksStatus>;

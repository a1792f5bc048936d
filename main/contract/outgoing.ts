/** A file that the core has made for the reader to take away, as the window hears of it. */
import { z } from 'zod';

export const outgoingLabel = z.object({
  /** What it is offered to be saved as. */
  fileName: z.string().min(1),
  mediaType: z.string(),
});
export type OutgoingLabel = z.infer<typeof outgoingLabel>;

/** Lies at `/outgoing/<outgoing>` for a day. */
export const outgoing = outgoingLabel.extend({
  outgoing: z.string().regex(/^[0-9a-f]{32}$/),
  bytes: z.number().int().nonnegative(),
});
export type Outgoing = z.infer<typeof outgoing>;

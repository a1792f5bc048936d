/**
 * How a shell and the core talk across a thread or a process: plain messages that can be cloned, nothing transferred.
 * The shapes are the same over `worker_threads` and Electron's `utilityProcess`; only the adapters differ.
 */
import { z } from 'zod';
import { eventMessage } from '../../contract/events.ts';
import { reply } from '../../contract/errors.ts';

/** One side's end of the line to a running core. */
export interface CorePort {
  post(message: ToCore): void;
  onMessage(listener: (message: unknown) => void): void;
  /** Called once, when the core is gone, whether it was asked to go or not. */
  onExit(listener: () => void): void;
  /** Ends the core at once, for when it does not answer. */
  kill(): void;
}

export const toCore = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('call'), id: z.number(), method: z.string(), input: z.unknown() }),
  z.object({ kind: z.literal('close') }),
]);
export type ToCore = z.infer<typeof toCore>;

export const fromCore = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('reply'), id: z.number(), reply }),
  z.object({ kind: z.literal('event'), message: eventMessage }),
]);
export type FromCore = z.infer<typeof fromCore>;

/** What a core process is started with, as one JSON argument. */
export const coreProcessOptions = z.object({
  collectionDirectory: z.string(),
  dataDirectory: z.string().nullable(),
  version: z.string(),
  /** A path; left out where the core runs from its source. */
  jobEntry: z.string().optional(),
  /** Whether links may lead into private networks. */
  allowPrivate: z.boolean().optional(),
});
export type CoreProcessOptions = z.infer<typeof coreProcessOptions>;

/** The one table of events. Events carry ids and a revision, never data: who cares asks again. */
import { z } from 'zod';
import { articleId } from './entities.ts';

/** Increases by one with every change that the core makes, from 1 at its start. */
const revision = z.number().int().positive();

const events = {
  'marks.changed': z.object({ revision, articleId }),
  'settings.changed': z.object({ revision }),
  'collection.changed': z.object({ revision }),
  /** Saved articles came, went or changed. */
  'library.changed': z.object({ revision }),
  /** The index over them was rebuilt, or is further on its way. */
  'index.changed': z.object({ revision }),
  'searches.changed': z.object({ revision }),
  /** An import is further on its way, or at its end. */
  'imports.changed': z.object({ revision }),
  /** An export is further on its way, or at its end. */
  'exports.changed': z.object({ revision }),
  /** Feeds or their items came, went or changed, or a refresh is further on its way. */
  'feeds.changed': z.object({ revision }),
  /** Links came, went or are further on their way, or the network is. */
  'links.changed': z.object({ revision }),
  /** The desktop has saved a link that a browser sent; `there` if it was saved before. */
  'link.arrived': z.object({ revision, articleId, there: z.boolean() }),
  /** A backup, a restore or a check is further on its way, or at its end. */
  'backup.changed': z.object({ revision }),
  /** The list of libraries, or how far one has been moved. */
  'libraries.changed': z.object({ revision }),
  /** The core runs anew, after a crash or with another library; whatever is shown should be asked for again. */
  'core.restarted': z.object({ revision, because: z.enum(['crash', 'library']) }),
  /** The desktop's menu asks for a command of `commands.ts`. */
  'command.run': z.object({ revision, command: z.string() }),
} as const;

export type EventName = keyof typeof events;
export type EventPayload<Name extends EventName> = z.output<(typeof events)[Name]>;

const names = Object.keys(events) as [EventName, ...EventName[]]; // the keys of a non-empty literal

export const eventMessage = z.object({ event: z.enum(names), payload: z.unknown() });

/** An event as it travels. */
export type EventMessage = { [Name in EventName]: { event: Name; payload: EventPayload<Name> } }[EventName];

/** The event that `value` is, or null if it is none of ours or its payload is wrong. */
export function parseEvent(value: unknown): EventMessage | null {
  const message = eventMessage.safeParse(value);
  if (!message.success) return null;
  const payload = events[message.data.event].safeParse(message.data.payload);
  if (!payload.success) return null;
  // The payload was parsed by the schema of just this event, which the compiler cannot follow through the lookup.
  return { event: message.data.event, payload: payload.data } as EventMessage;
}

/**
 * The methods of having several libraries, a part of the one table in methods.ts. They are answered beside the core by
 * what keeps it running (core/host), since a core knows one library only.
 */
import { z } from 'zod';

const nothing = z.strictObject({});
const libraryId = z.string().min(1).max(64);
const placeId = z.string().min(1).max(64);
const byId = z.strictObject({ id: libraryId });

export const libraryName = z.string().trim().min(1, 'is empty').max(60, 'is longer than 60 characters');

const library = z.object({
  id: libraryId,
  name: z.string(),
  /** Shown, never sent back. */
  directory: z.string(),
  /** `absent`: its folder is not there, as with a stick that is not plugged in. */
  state: z.enum(['open', 'ready', 'absent']),
  /** Where the library lay before it was moved; what is there can be removed. */
  left: z.string().nullable(),
  /** Opened by a folder that was named at the start, and in no list. */
  isUnlisted: z.boolean(),
});
export type ListedLibrary = z.infer<typeof library>;

const libraryList = z.object({
  items: z.array(library),
  /** Bytes copied of all bytes; null if nothing is being moved. */
  moving: z.object({ id: libraryId, to: z.string(), bytes: z.number(), total: z.number() }).nullable(),
  /** Why the last move did not come to its end, until the next one. */
  moveFault: z.string().nullable(),
});
export type LibraryList = z.infer<typeof libraryList>;

const libraryPlaces = z.object({
  /** Folders in which a library can be made: documents, sticks and disks, and what the reader chose in a dialog. */
  places: z.array(z.object({ id: placeId, name: z.string(), directory: z.string(), freeBytes: z.number().nullable() })),
  /** Libraries that lie in these places and are in no list yet. */
  found: z.array(z.object({ id: placeId, name: z.string(), directory: z.string() })),
});
export type LibraryPlaces = z.infer<typeof libraryPlaces>;

export const hostMethods = {
  'libraries.list': { input: nothing, output: libraryList },
  'libraries.places': { input: nothing, output: libraryPlaces },
  /** In a folder of its own within the place. It is not opened. */
  'libraries.create': { input: z.strictObject({ name: libraryName, place: placeId }), output: libraryList },
  /** One of those found. */
  'libraries.add': { input: z.strictObject({ found: placeId }), output: libraryList },
  /** Closes the one that is open. `core.restarted` follows. */
  'libraries.open': { input: byId, output: libraryList },
  'libraries.rename': { input: byId.extend({ name: libraryName }), output: libraryList },
  /** Off the list; its files stay where they are. */
  'libraries.forget': { input: byId, output: libraryList },
  /** Moves the open library into the place. Answers at once; `libraries.changed` tells how far it is. */
  'libraries.move': { input: z.strictObject({ place: placeId }), output: libraryList },
  'libraries.cancelMove': { input: nothing, output: libraryList },
  /** Removes what a move left behind, for good. */
  'libraries.removeLeft': { input: byId, output: libraryList },
} as const;

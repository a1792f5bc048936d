/** How the reader reads: what the settings page and the panels of the window write. */
import { z } from 'zod';

const theme = z.enum(['system', 'paper', 'white', 'sepia', 'dusk', 'black']);
export type Theme = z.infer<typeof theme>;

/** Sizes are in rem, `leading` is a factor, `measure` is in rem. */
export const settings = z.object({
  theme,
  readingFace: z.enum(['serif', 'sans', 'mono']),
  readingSize: z.number().min(0.875).max(2),
  readingLeading: z.number().min(1.2).max(2.2),
  readingMeasure: z.number().min(26).max(52),
  justify: z.boolean(),
  railFolded: z.boolean(),
  /** How much room a row of the library takes. */
  libraryDensity: z.enum(['roomy', 'cosy', 'dense']),
  /** Ids of the shelves whose inner shelves the rail does not show. */
  shelvesFolded: z.array(z.number().int()),
  /** Whether anything at all is asked of a network. */
  network: z.enum(['online', 'off']),
  linksPaused: z.boolean(),
  backupSchedule: z.enum(['off', 'daily', 'weekly']),
  /** Older ones in the folder of backups go. */
  backupsKept: z.number().int().min(1).max(99),
  /** Command id to key, only for commands whose key the reader changed; empty string for none. */
  keys: z.record(z.string(), z.string()),
});
export type Settings = z.infer<typeof settings>;

export const defaultSettings: Settings = {
  theme: 'system',
  readingFace: 'serif',
  readingSize: 1.25,
  readingLeading: 1.6,
  readingMeasure: 38.5,
  justify: false,
  railFolded: false,
  libraryDensity: 'cosy',
  shelvesFolded: [],
  network: 'online',
  linksPaused: false,
  backupSchedule: 'off',
  backupsKept: 5,
  keys: {},
};

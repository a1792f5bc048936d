/** What an import is, from the files given to the last row accounted for. */
import { z } from 'zod';
import { articleId } from './entities.ts';

const count = z.number().int().nonnegative();

export const importId = z.string().regex(/^[0-9a-f]{16}$/, 'an import is named by 16 hex digits');

/** What a shell answers to the bytes of one file (core/web/uploads.ts). */
export const uploadId = z.string().regex(/^[0-9a-f]{32}$/, 'an upload is named by 32 hex digits');
export const uploadReceipt = z.object({ upload: uploadId, bytes: count });

/** Of files in one import. */
export const importFileLimit = 20_000;

/** Every row of the input stands in exactly one class. `no-content` is kept too, as far as there is anything to keep. */
export const rowOutcomes = ['imported', 'merged', 'no-content', 'failed'] as const;
export const rowOutcome = z.enum(rowOutcomes);
export type RowOutcome = z.infer<typeof rowOutcome>;

/** `read` is the sum of the classes. */
export const importCounts = z.object({
  read: count,
  imported: count,
  merged: count,
  noContent: count,
  failed: count,
});
export type ImportCounts = z.infer<typeof importCounts>;

/**
 * `previewing` and `running` are at work; `previewed` waits for the reader's word; `interrupted` is what a crash left, to be
 * resumed or taken back; the others are over.
 */
export const importStates = [
  'previewing',
  'previewed',
  'running',
  'interrupted',
  'done',
  'cancelled',
  'failed',
  'undone',
] as const;

export const importSummary = importCounts.extend({
  id: importId,
  /** "pocket.zip", "pocket.zip and 3 other files". */
  name: z.string(),
  state: z.enum(importStates),
  startedAt: z.string(),
  finishedAt: z.string().nullable(),
  files: count,
  filesDone: count,
  /** What the files were taken for, in words for people: "Pocket export". */
  formats: z.array(z.object({ name: z.string(), files: count })),
  /** Of an import at work: how many rows it will read, as its preview found; null if that is not known. */
  rowsExpected: count.nullable(),
  secondsLeft: count.nullable(),
  /** What there is to say of the whole: why it failed, what a resumed one went on from, what an undo left alone. */
  message: z.string().nullable(),
  canUndo: z.boolean(),
});
export type ImportSummary = z.infer<typeof importSummary>;

export const importRow = z.object({
  /** The file, or the path within an archive. */
  input: z.string(),
  /** From 1; 0 for a file that could not be read at all. */
  row: count,
  outcome: rowOutcome,
  title: z.string(),
  reason: z.string().nullable(),
  articleId: articleId.nullable(),
});
export type ImportRow = z.infer<typeof importRow>;

/** What `lectern import` prints. */
export const importReport = importCounts.extend({ rows: z.array(importRow) });
export type ImportReport = z.infer<typeof importReport>;

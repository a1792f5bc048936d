/** What an import answers: every row of the input in exactly one class. */
import { z } from 'zod';
import { articleId } from './entities.ts';

const count = z.number().int().nonnegative();

const importRow = z.object({
  /** The file, by its name. */
  input: z.string(),
  /** From 1. For a file that could not be read at all, 0. */
  row: count,
  outcome: z.enum(['imported', 'merged', 'no-content', 'failed']),
  /** In words, for whatever was not just imported. */
  reason: z.string().nullable(),
  /** Null where nothing was kept. */
  articleId: articleId.nullable(),
});
export type ImportRow = z.infer<typeof importRow>;

/** `read` is the sum of the four classes. */
export const importReport = z.object({
  read: count,
  imported: count,
  merged: count,
  noContent: count,
  failed: count,
  rows: z.array(importRow),
});
export type ImportReport = z.infer<typeof importReport>;

/** The methods of importing, a part of the one table in methods.ts. Files come by `uploads` (core/web/uploads.ts). */
import { z } from 'zod';
import * as imports from './import-entities.ts';

const byId = z.strictObject({ id: imports.importId });
/** Shown, and a hint at the format; folders that were dropped come with their path. Never a path of the disk. */
const fileName = z.string().min(1).max(1000);

export const importMethods = {
  /** Reads everything, saves nothing. Answers at once; `imports.changed` tells how far it is. */
  'imports.preview': {
    input: z.strictObject({
      files: z
        .array(z.strictObject({ upload: imports.uploadId, name: fileName }))
        .min(1, 'names no file')
        .max(imports.importFileLimit),
      keepOriginals: z.boolean().optional(),
    }),
    output: imports.importSummary,
  },
  /**
   * Imports what was previewed, or goes on with what was interrupted or failed. Answers at once. `keepOriginals` is what
   * the preview was asked for with, unless it is said here.
   */
  'imports.start': { input: byId.extend({ keepOriginals: z.boolean().optional() }), output: imports.importSummary },
  /** Ends a preview or an import that is at work; of an import, everything is taken back. */
  'imports.cancel': { input: byId, output: imports.importSummary },
  /** Takes back what a finished import brought. What the reader has worked on since is left, and said. */
  'imports.undo': { input: byId, output: imports.importSummary },
  /** Tries the failed rows again, as a new import. */
  'imports.retry': { input: byId, output: imports.importSummary },
  /** Newest first. */
  'imports.list': { input: z.strictObject({}), output: z.object({ items: z.array(imports.importSummary) }) },
  'imports.get': { input: byId, output: imports.importSummary },
  'imports.rows': {
    input: byId.extend({
      outcome: imports.rowOutcome.optional(),
      limit: z.number().int().min(1).max(200).optional(),
      offset: z.number().int().min(0).max(10_000_000).optional(),
    }),
    output: z.object({ total: z.number().int(), items: z.array(imports.importRow) }),
  },
  /** The whole report as CSV with a header. */
  'imports.csv': { input: byId, output: z.object({ fileName: z.string(), content: z.string() }) },
} as const;

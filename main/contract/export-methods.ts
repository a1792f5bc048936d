/** The methods of taking the library out, a part of the one table in methods.ts. The file leaves by `outgoing`. */
import { z } from 'zod';
import { articleId } from './entities.ts';
import { exportFormats } from './export-formats.ts';
import { outgoing } from './outgoing.ts';

const count = z.number().int().nonnegative();
const name = z.string().trim().min(1).max(200);

const exportFormat = z.enum(exportFormats);

/** Which saved articles; what is in the trash only where it is named, or where a format carries it. */
export const exportSelection = z.union([
  z.strictObject({ everything: z.literal(true) }),
  z.strictObject({ ids: z.array(articleId).min(1).max(50_000) }),
  /** In the language of search. */
  z.strictObject({ query: z.string().trim().min(1, 'is empty; say what to look for').max(1000) }),
  z.strictObject({ tag: name }),
  /** Names from the outermost shelf to the innermost; what stands on shelves within counts too. */
  z.strictObject({ shelf: z.array(name).min(1).max(20) }),
]);
export type ExportSelection = z.infer<typeof exportSelection>;

const exportId = z.string().regex(/^[0-9a-f]{16}$/, 'an export is named by 16 hex digits');
const byId = z.strictObject({ id: exportId });
const order = { selection: exportSelection, format: exportFormat };

const exportStates = ['running', 'done', 'cancelled', 'failed'] as const;

export const exportSummary = z.object({
  id: exportId,
  format: exportFormat,
  state: z.enum(exportStates),
  startedAt: z.string(),
  /** Written so far, of all. */
  articles: count,
  total: count,
  /** Of the file so far. */
  bytes: count,
  /** Why it failed. */
  message: z.string().nullable(),
  /** Once it is done. */
  file: outgoing.nullable(),
});
export type ExportSummary = z.infer<typeof exportSummary>;

/** What an export would hold. */
export const exportPreview = z.object({
  articles: count,
  /** Of them, those that the format leaves out: without an address, or without a highlight. */
  without: count,
  pictures: count,
  /** Roughly, of the file. */
  bytes: count,
});
export type ExportPreview = z.infer<typeof exportPreview>;

export const exportMethods = {
  'exports.preview': { input: z.strictObject(order), output: exportPreview },
  /** Answers at once; `exports.changed` tells how far it is. One runs at a time, others wait. */
  'exports.start': { input: z.strictObject(order), output: exportSummary },
  /** Those of this run of Lectern, newest first. */
  'exports.list': { input: z.strictObject({}), output: z.object({ items: z.array(exportSummary) }) },
  /** Ends one that is at work; nothing of it is left. */
  'exports.cancel': { input: byId, output: exportSummary },
  /** Off the list, and its file with it. */
  'exports.forget': { input: byId, output: z.strictObject({}) },
} as const;

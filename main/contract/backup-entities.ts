/** What a window is told of snapshots, backups, and the state of the library. A part of entities.ts in a file of its own. */
import { z } from 'zod';
import { articleId } from './entities.ts';
import { uploadId } from './import-entities.ts';

const count = z.number().int().nonnegative();

/** Names a file in a folder of ours; never a path. */
export const snapshotId = z.string().regex(/^\d{8}T\d{9}Z\.[a-z0-9-]{1,40}$/);
export const backupId = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,120}\.zip$/u);

/** One thing that is wrong. `remedy` is what a repair would do; null where it can do nothing. */
export const libraryProblem = z.object({
  part: z.enum(['database', 'rows', 'pictures', 'files', 'index', 'snapshots', 'imports']),
  what: z.string(),
  remedy: z.string().nullable(),
});
export type LibraryProblem = z.infer<typeof libraryProblem>;

export const snapshot = z.object({
  id: snapshotId,
  reason: z.string(),
  takenAt: z.string(),
  bytes: count,
});
export type Snapshot = z.infer<typeof snapshot>;

export const backupFile = z.object({
  id: backupId,
  madeAt: z.string(),
  bytes: count,
});
export type BackupFile = z.infer<typeof backupFile>;

/** Where something is taken back from. */
export const restoreSource = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('snapshot'), id: snapshotId }),
  z.strictObject({ kind: z.literal('backup'), id: backupId }),
  z.strictObject({ kind: z.literal('upload'), upload: uploadId }),
]);
export type RestoreSource = z.infer<typeof restoreSource>;

export const restoreParts = ['articles', 'marks', 'settings', 'searches'] as const;
export const restorePart = z.enum(restoreParts);
export type RestorePart = z.infer<typeof restorePart>;

const few = z.object({ total: count, titles: z.array(z.string()) });

/** What a restore would do. Titles are of the first few. */
export const restorePreview = z.object({
  from: z.string(),
  takenAt: z.string(),
  /** What is damaged or missing in it; in sentences. */
  problems: z.array(z.string()),
  /** False for one whose library itself cannot be restored. */
  canRestore: z.boolean(),
  there: z.object({ articles: count, marks: count, highlights: count, pictures: count }),
  here: z.object({ articles: count, marks: count, highlights: count, pictures: count }),
  /** Articles that would come. */
  comes: few,
  /** Articles that are here and not there: a whole restore leaves them in the snapshot that is taken before. */
  onlyHere: few,
  /** Articles with another text here than there. */
  differs: few,
  /** Settings that differ. */
  settings: z.array(z.string()),
});
export type RestorePreview = z.infer<typeof restorePreview>;

export const backupTask = z.enum([
  'backup',
  'snapshot',
  'preview',
  'restore',
  'take-back',
  'verify-backup',
  'check',
  'repair',
  'rescue',
]);
export type BackupTaskName = z.infer<typeof backupTask>;

/** How something ended; `lines` are sentences for people. */
export const backupOutcome = z.object({
  task: backupTask,
  at: z.string(),
  ok: z.boolean(),
  lines: z.array(z.string()),
  problems: z.array(libraryProblem),
  preview: restorePreview.nullable(),
  /** Of the import by which it can be taken back. */
  importId: z.string().nullable(),
});
export type BackupOutcome = z.infer<typeof backupOutcome>;

export const backupStatus = z.object({
  /** What is at work, and how far it is from 0 to 1. */
  working: z.object({ task: backupTask, share: z.number().min(0).max(1) }).nullable(),
  /** Of this run, the last of each task. */
  outcomes: z.array(backupOutcome),
  lastBackup: backupFile.nullable(),
  lastSnapshot: snapshot.nullable(),
  /** Bytes of all snapshots together. */
  snapshotBytes: count,
  /** Where backups go, as the shell was told; to be shown. */
  folder: z.string(),
  /** Of a library file that is damaged: what happened, and the newest sound snapshot. */
  rescue: z.object({ message: z.string(), snapshot: snapshot.nullable() }).nullable(),
  /** What came of the last restore of the whole library. */
  restored: z.object({ from: z.string(), at: z.string(), report: z.array(z.string()) }).nullable(),
});
export type BackupStatus = z.infer<typeof backupStatus>;

export const pastArticle = z.object({
  id: articleId,
  title: z.string(),
  site: z.string(),
  savedAt: z.string(),
  words: count,
  /** Compared with the library as it is now. */
  now: z.enum(['gone', 'in-trash', 'same', 'other-text']),
});
export type PastArticle = z.infer<typeof pastArticle>;

/** The methods of snapshots, backups and the state of the library, a part of the one table in methods.ts. */
import { z } from 'zod';
import * as backup from './backup-entities.ts';
import { articleId } from './entities.ts';
import { outgoing } from './outgoing.ts';

const nothing = z.strictObject({});
/** One of these at a time: another is refused as `invalid-input` while one is at work. `backup.changed` tells how far it is. */
const started = backup.backupStatus;

export const backupMethods = {
  'backup.status': { input: nothing, output: backup.backupStatus },
  /** Newest first; of files that were made in the folder of backups. */
  'backup.list': { input: nothing, output: z.object({ items: z.array(backup.backupFile) }) },
  'backup.make': { input: nothing, output: started },
  /** A copy of it, to be saved through the shell wherever the reader wants it. */
  'backup.take': { input: z.strictObject({ id: backup.backupId }), output: outgoing },
  'backup.verify': { input: z.strictObject({ id: backup.backupId }), output: started },
  'backup.preview': { input: z.strictObject({ from: backup.restoreSource }), output: started },
  /**
   * `whole` puts it in the place of the present library, which is kept as a snapshot; the core starts anew then. Else the
   * `parts` are merged with what is here. `acceptDamage` goes on without pictures that are damaged.
   */
  'backup.restore': {
    input: z.strictObject({
      from: backup.restoreSource,
      whole: z.boolean(),
      parts: z.array(backup.restorePart).max(backup.restoreParts.length).optional(),
      acceptDamage: z.boolean().optional(),
    }),
    output: started,
  },
  /** Newest first. */
  'snapshots.list': { input: nothing, output: z.object({ items: z.array(backup.snapshot) }) },
  'snapshots.take': { input: nothing, output: started },
  /** The articles that a snapshot holds, newest first, by words of their titles. */
  'snapshots.articles': {
    input: z.strictObject({
      id: backup.snapshotId,
      query: z.string().max(200).optional(),
      limit: z.number().int().min(1).max(200).optional(),
      offset: z.number().int().min(0).max(10_000_000).optional(),
    }),
    output: z.object({ total: z.number().int(), items: z.array(backup.pastArticle) }),
  },
  /** One of them as it was: its text in paragraphs. */
  'snapshots.article': {
    input: z.strictObject({ id: backup.snapshotId, articleId }),
    output: z.object({
      article: backup.pastArticle,
      html: z.string(),
      tags: z.array(z.string()),
      highlights: z.array(z.string()),
      note: z.string(),
    }),
  },
  /** Takes articles back as they were. A text that is here becomes a version. */
  'snapshots.takeBack': {
    input: z.strictObject({ id: backup.snapshotId, articleIds: z.array(articleId).min(1).max(1000) }),
    output: started,
  },
  'backup.check': { input: z.strictObject({ repair: z.boolean().optional() }), output: started },
  /** Of a damaged library: goes back to the snapshot that `backup.status` offers, or begins anew if there is none. */
  'backup.rescue': { input: nothing, output: started },
} as const;

/** What the library takes on the disk, and what a cleaner would propose. Sizes are in bytes. */
import { z } from 'zod';
import { articleId } from './entities.ts';

const bytes = z.number().int().nonnegative();

const part = z.enum(['texts', 'versions', 'pictures', 'originals', 'index', 'snapshots', 'backups', 'other']);
export type StoragePart = z.infer<typeof part>;

export const storagePart = z.object({ part, bytes });

export const articleSize = z.object({
  text: bytes,
  versions: bytes,
  /** Of pictures that other articles show too, the whole. */
  pictures: bytes,
  original: bytes,
  total: bytes,
});
export type ArticleSize = z.infer<typeof articleSize>;

export const sizedArticle = z.object({
  id: articleId,
  title: z.string(),
  site: z.string(),
  inTrash: z.boolean(),
  size: articleSize,
});

export const sizedSite = z.object({ site: z.string(), articles: z.number().int(), bytes });

export const sizedPicture = z.object({
  asset: z.string(),
  mediaType: z.string(),
  bytes,
  /** Of the articles that need it, one, and how many there are. */
  article: z.object({ id: articleId, title: z.string() }),
  articles: z.number().int().positive(),
});

export const proposalKind = z.enum(['trash', 'duplicates', 'versions', 'originals']);
export type ProposalKind = z.infer<typeof proposalKind>;

export const proposal = z.object({
  kind: proposalKind,
  articles: z.number().int().nonnegative(),
  /** What the disk gets back; of what goes to the trash, once that is emptied. */
  bytes,
  /** Whether it can be undone. */
  isReversible: z.boolean(),
});
export type Proposal = z.infer<typeof proposal>;

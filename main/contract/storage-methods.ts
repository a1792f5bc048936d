/** The methods of storage, a part of the one table in methods.ts. */
import { z } from 'zod';
import { articleId } from './entities.ts';
import * as storage from './storage-entities.ts';

const nothing = z.strictObject({});
const page = z.strictObject({
  offset: z.number().int().min(0).max(10_000_000),
  limit: z.number().int().min(1).max(200),
});
const total = z.number().int().nonnegative();

export const storageMethods = {
  /** The whole data folder. `freeBytes` is null where the system does not tell. */
  'storage.summary': {
    input: nothing,
    output: z.object({
      directory: z.string(),
      parts: z.array(storage.storagePart),
      freeBytes: z.number().nullable(),
    }),
  },
  'storage.article': {
    input: z.strictObject({ id: articleId }),
    output: storage.articleSize,
  },
  /** The largest first, the trash included. */
  'storage.articles': { input: page, output: z.object({ items: z.array(storage.sizedArticle), total }) },
  'storage.sites': { input: page, output: z.object({ items: z.array(storage.sizedSite), total }) },
  'storage.pictures': { input: page, output: z.object({ items: z.array(storage.sizedPicture), total }) },
  /** What could go, with nothing done about it. Only what there is something of. */
  'storage.proposals': { input: nothing, output: z.object({ items: z.array(storage.proposal) }) },
  /** The articles that a proposal is about, the largest first. */
  'storage.proposal': {
    input: page.extend({ kind: storage.proposalKind }),
    output: z.object({ items: z.array(storage.sizedArticle), total }),
  },
  /**
   * Does what was proposed, as it would be proposed now. What goes for good goes for good; `undo` is for `library.undo`
   * and null if there is nothing to undo.
   */
  'storage.clean': {
    input: z.strictObject({ kinds: z.array(storage.proposalKind).min(1).max(4) }),
    output: z.object({ articles: z.number().int(), bytes: z.number(), undo: z.string().nullable() }),
  },
} as const;

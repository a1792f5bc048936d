/** Between rows of saved articles and what the core works with. */
import { z } from 'zod';
import type { ArticleText, SavedArticle } from './library-store.ts';
import type { StoredBody } from './upkeep-store.ts';

const columns = [
  ...['key', 'id', 'url', 'title', 'standfirst', 'author', 'site', 'published', 'saved_at', 'language', 'direction'],
  ...['words', 'images_wanted', 'images_kept', 'state', 'favourite', 'deleted_at', 'note', 'has_content'],
  ...['text_digest', 'simhash', 'revision'],
];

/** What `toSaved` reads, from a table or an alias named `article`. */
export const articleColumns = columns.map((name) => `article.${name}`).join(', ');

/** Read with safe integers, since a simhash needs all of its 64 bits. */
const integer = z.bigint().transform(Number);

const articleRow = z.object({
  key: integer,
  id: z.string(),
  url: z.string().nullable(),
  title: z.string(),
  standfirst: z.string(),
  author: z.string(),
  site: z.string(),
  published: z.string().nullable(),
  saved_at: z.string(),
  language: z.string(),
  direction: z.enum(['ltr', 'rtl']),
  words: integer,
  images_wanted: integer,
  images_kept: integer,
  state: z.enum(['inbox', 'archive']),
  favourite: integer,
  deleted_at: z.string().nullable(),
  note: z.string(),
  has_content: integer,
  text_digest: z.string().nullable(),
  simhash: z.bigint().nullable(),
  revision: integer,
});

export function toSaved(row: unknown): SavedArticle | null {
  if (row === undefined) return null;
  const { saved_at, images_wanted, images_kept, deleted_at, has_content, text_digest, ...rest } = articleRow.parse(row);
  return {
    ...rest,
    savedAt: saved_at,
    imagesWanted: images_wanted,
    imagesKept: images_kept,
    deletedAt: deleted_at,
    favourite: rest.favourite === 1,
    hasContent: has_content === 1,
    textDigest: text_digest,
    simhash: rest.simhash === null ? null : BigInt.asUintN(64, rest.simhash),
  };
}

/** Named parameters for a write of the row. */
export function toRow(article: Omit<SavedArticle, 'key' | 'revision'>): Record<string, unknown> {
  const { simhash, favourite, hasContent } = article;
  return {
    ...article,
    favourite: favourite ? 1 : 0,
    hasContent: hasContent ? 1 : 0,
    simhash: simhash === null ? null : BigInt.asIntN(64, simhash),
  };
}

/** As it is selected; both are null for a link alone. */
interface TextRow extends Omit<ArticleText, 'blocks'> {
  readonly id: string;
  readonly blocks: string | null;
  readonly hidden: string | null;
}

/** By id. Not parsed field by field: fifty are asked for with a query, and all columns are under the table's own checks. */
export function toText(row: unknown): [string, ArticleText] {
  const { id, blocks: written, hidden, ...rest } = row as TextRow;
  const blocks = written === null ? [] : (JSON.parse(written) as string[]); // as `setBody` wrote it
  if (hidden !== null && hidden !== '[]') for (const number of JSON.parse(hidden) as number[]) blocks[number] = '';
  return [id, { ...rest, blocks }];
}

const headings = z.array(z.object({ block: z.number(), level: z.number(), text: z.string() }));
const bodyRow = z.object({ html: z.string().nullable(), blocks: z.string(), headings: z.string(), hidden: z.string() });

export function toBody(row: unknown): StoredBody | null {
  if (row === undefined) return null;
  const body = bodyRow.parse(row);
  return {
    html: body.html,
    blocks: z.array(z.string()).parse(JSON.parse(body.blocks)),
    headings: headings.parse(JSON.parse(body.headings)),
    hidden: z.array(z.number()).parse(JSON.parse(body.hidden)),
  };
}

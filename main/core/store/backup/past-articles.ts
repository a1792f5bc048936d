/** Looks into a snapshot: its articles, one of them as it was, and how they compare with the library as it is now. */
import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import type { PastArticle } from '../../../contract/backup-entities.ts';
import { AppError } from '../../../contract/errors.ts';
import { bodyHtml } from '../../library/article-tree.ts';
import { shownBody } from '../../library/hidden-blocks.ts';
import { toBody } from '../library-rows.ts';
import type { LibraryReader, SavedArticle } from '../library-store.ts';

export interface PastPage {
  readonly total: number;
  readonly items: PastArticle[];
}

interface PastRequest {
  /** Words that its title has, each of them. */
  readonly query: string;
  readonly limit: number;
  readonly offset: number;
}

type Present = Pick<LibraryReader, 'article'>;

const row = z.object({
  key: z.number(),
  id: z.string(),
  title: z.string(),
  site: z.string(),
  saved_at: z.string(),
  words: z.number(),
  text_digest: z.string().nullable(),
  note: z.string(),
});
const columns = 'key, id, title, site, saved_at, words, text_digest, note';

export function listPast(past: Database, present: Present, { query, limit, offset }: PastRequest): PastPage {
  const words = query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const where = ['deleted_at IS NULL', ...words.map(() => `instr(lower(title), ?) > 0`)].join(' AND ');
  const total = z.number().parse(
    past
      .prepare(`SELECT count(*) FROM article WHERE ${where}`)
      .pluck()
      .get(...words),
  );
  const rows = past
    .prepare(`SELECT ${columns} FROM article WHERE ${where} ORDER BY saved_at DESC, id DESC LIMIT ? OFFSET ?`)
    .all(...words, limit, offset);
  return { total, items: rows.map((one) => told(row.parse(one), present)) };
}

export function onePast(past: Database, present: Present, id: string) {
  const found = row.safeParse(past.prepare(`SELECT ${columns} FROM article WHERE id = ?`).get(id));
  if (!found.success) throw new AppError('not-found', 'There is no such article in this snapshot.', { id });
  const strings = (sql: string, value: unknown) => z.array(z.string()).parse(past.prepare(sql).pluck().all(value));
  const body = toBody(
    past.prepare('SELECT html, blocks, headings, hidden FROM article_body WHERE article_key = ?').get(found.data.key),
  );
  return {
    article: told(found.data, present),
    html: body === null ? '' : bodyHtml(shownBody(body)),
    tags: strings(
      'SELECT name FROM tag JOIN article_tag ON tag_key = tag.key WHERE article_key = ? ORDER BY place',
      found.data.key,
    ),
    highlights: strings('SELECT quote FROM highlight WHERE article_id = ? ORDER BY key', id),
    note: found.data.note,
  };
}

function told(
  { id, title, site, saved_at: savedAt, words, text_digest: digest }: z.output<typeof row>,
  present: Present,
): PastArticle {
  return { id, title, site, savedAt, words, now: comparedWith(present.article(id), { title, words, digest }) };
}

function comparedWith(
  now: SavedArticle | null,
  then: { readonly title: string; readonly words: number; readonly digest: string | null },
): PastArticle['now'] {
  if (now === null) return 'gone';
  if (now.deletedAt !== null) return 'in-trash';
  const isSame = now.textDigest === then.digest && now.words === then.words && now.title === then.title;
  return isSame ? 'same' : 'other-text';
}

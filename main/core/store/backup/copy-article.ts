/** Copies an article from one library file to another with all that hangs on it; what is there already stays. */
import { z } from 'zod';
import { copyMarks } from './copy-marks.ts';
import type { Merging } from './merging.ts';
import type { PastArticle, Row, RowCopier } from './row-copier.ts';

/** An article that is not here, with all that hangs on it. */
export function copyNew(merging: Merging, past: PastArticle): void {
  const { library, writer, copier } = merging;
  const { key: _, ...row } = past.row;
  copier.insert('article', row, { revision: writer.revision });
  const found = library.article(past.id);
  if (found === null) throw new Error('an article that was just copied is not there');
  const key = found.key;
  for (const body of copier.rows('article_body', 'article_key', past.key))
    copier.insert('article_body', body, { article_key: key });
  for (const table of ['article_edit', 'hidden_block'])
    for (const row of copier.rows(table, 'article_key', past.key)) copier.insert(table, row, { article_key: key });
  writer.settleNames(key);
  copyBelongings(merging, past, { key, id: past.id });
}

/** What can be united by adding to it. */
export function copyBelongings(
  { copier, writer }: Merging,
  past: PastArticle,
  { key, id }: { readonly key: number; readonly id: string },
): void {
  const of = (table: string) => copier.rows(table, 'article_key', past.key);
  for (const table of ['article_address', 'article_origin'])
    for (const row of of(table)) copier.insert(table, row, { article_key: key });
  for (const row of of('article_tag')) {
    const tag = copier.here('tag', z.bigint().parse(row['tag_key']));
    copier.insert('article_tag', row, { article_key: key, tag_key: tag });
  }
  for (const row of of('article_asset')) {
    const asset = copier.here('asset', z.bigint().parse(row['asset_key']));
    copier.insert('article_asset', row, { article_key: key, asset_key: asset });
  }
  for (const row of of('article_shelf')) writer.addToShelf(key, copier.shelfPath(z.bigint().parse(row['shelf_key'])));
  copyVersions(copier, past, key);
  copyHighlights(copier, past, id);
  copyMarks(copier, past.id, id);
}

/** By its text: when it was replaced differs between two libraries that parted. */
function textOf({ html, blocks }: Row): string {
  return JSON.stringify([html ?? null, blocks ?? null]);
}

function copyVersions(copier: RowCopier, past: PastArticle, key: number): void {
  const known = new Set(copier.present('article_version', 'article_key', key).map(textOf));
  for (const { key: _, ...row } of copier.rows('article_version', 'article_key', past.key)) {
    if (!known.has(textOf(row))) copier.insert('article_version', row, { article_key: key });
  }
}

function copyHighlights(copier: RowCopier, past: PastArticle, id: string): void {
  const plain = ({ quote, note }: Row) =>
    JSON.stringify([quote, note].map((text) => String(text).replace(/\s+/g, ' ').trim()));
  const known = new Set(copier.present('highlight', 'article_id', id).map(plain));
  for (const { key: _, ...row } of copier.rows('highlight', 'article_id', past.id)) {
    if (!known.has(plain(row))) copier.insert('highlight', row, { article_id: id });
  }
}

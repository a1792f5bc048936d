/** An article that is here and comes back out of another library: nothing of either is lost. */
import type { ArticleBody, SavedArticle } from '../library-store.ts';
import { toBody, toSaved } from '../library-rows.ts';
import { copyBelongings } from './copy-article.ts';
import type { Merging } from './merging.ts';
import type { PastArticle } from './row-copier.ts';

/** Answers whether anything changed; then the row has the writer's revision. */
export function uniteArticle(merging: Merging, past: PastArticle, article: SavedArticle): boolean {
  const { library, writer, copier, bringsText } = merging;
  const there = toSaved(past.row);
  if (there === null) throw new Error('a row that was read is no article');
  const pastBody = toBody(copier.rows('article_body', 'article_key', past.key)[0]);
  const body = library.body(article.key);
  const isOther = pastBody !== null && (body === null || !isSame(pastBody, body));
  const takesText = isOther && (bringsText || body === null);
  const held = () =>
    JSON.stringify([
      library.snapshot(article),
      copier.present('article_version', 'article_key', article.key).length,
      copier.present('recommendation', 'article_id', article.id),
    ]);
  const before = held();

  if (takesText) {
    writer.setBody(article.key, pastBody, body === null ? null : { title: article.title, words: article.words });
  } else if (isOther) keepAsVersion(merging, article.key, there, pastBody);
  copyBelongings(merging, past, article);
  const united: SavedArticle = {
    ...article,
    ...(takesText ? textFields(there) : {}),
    favourite: article.favourite || there.favourite,
    note: article.note.includes(there.note) ? article.note : `${article.note}\n\n${there.note}`.trim(),
    // Asked for by itself, it is wanted again; among all others, its removal is the newer word.
    deletedAt: bringsText && there.deletedAt === null ? null : article.deletedAt,
  };
  const isChanged = held() !== before || printed(united) !== printed(article);
  if (isChanged) writer.update(united);
  return isChanged;
}

function isSame(a: ArticleBody, b: ArticleBody): boolean {
  return a.html === b.html && JSON.stringify(a.blocks) === JSON.stringify(b.blocks);
}

function keepAsVersion({ copier, now }: Merging, key: number, { title, words }: SavedArticle, body: ArticleBody): void {
  const row = {
    title,
    words,
    html: body.html,
    blocks: JSON.stringify(body.blocks),
    headings: JSON.stringify(body.headings),
  };
  const versions = copier.present('article_version', 'article_key', key);
  if (versions.some(({ html, blocks }) => html === row.html && blocks === row.blocks)) return;
  copier.insert('article_version', { ...row, article_key: key, replaced_at: now.toISOString() }, {});
}

/** What belongs to the text and changes with it. */
function textFields(there: SavedArticle): Partial<SavedArticle> {
  const { title, standfirst, author, published, language, direction, words } = there;
  const { imagesWanted, imagesKept, hasContent, textDigest, simhash } = there;
  return {
    ...{ title, standfirst, author, published, language, direction, words },
    ...{ imagesWanted, imagesKept, hasContent, textDigest, simhash },
  };
}

function printed(article: SavedArticle): string {
  return JSON.stringify({ ...article, simhash: String(article.simhash) });
}

/** Puts a text in its place, with what the reader has hidden of it; the one way in which the text of an article changes. */
import type { ArticleBody, LibraryReader, LibraryWriter, SavedArticle } from '../store/library-store.ts';
import { countWords } from '../text/count-words.ts';
import { hiddenNumbers } from './hidden-blocks.ts';
import { plainWords, simhash, textDigest } from './text-digest.ts';

/** What stood there becomes a version if `old` says what it was. `article` is the row as it is to be, for all of the text. */
export function writeText(
  writer: LibraryWriter,
  rows: Pick<LibraryReader, 'upkeep'>,
  article: Omit<SavedArticle, 'revision'>,
  body: ArticleBody,
  old: { readonly title: string; readonly words: number } | null,
): void {
  const { key, language } = article;
  const hidden = rows.upkeep.hiddenOf(key);
  const numbers = hiddenNumbers(body.blocks, hidden);
  writer.setBody(key, body, old);
  if (numbers.length > 0) writer.setHidden(key, hidden, numbers);
  writer.update({
    ...article,
    words: numbers.length === 0 ? article.words : shownWords(body.blocks, numbers, language),
  });
}

export function shownWords(blocks: readonly string[], hidden: readonly number[], language: string): number {
  const gone = new Set(hidden);
  return countWords(blocks.filter((_, number) => !gone.has(number)).join('\n'), language);
}

/** What a row says of its text. */
export function measureText(
  { blocks }: ArticleBody,
  language: string,
): Pick<SavedArticle, 'words' | 'textDigest' | 'simhash' | 'hasContent'> {
  const words = plainWords(blocks);
  return {
    words: shownWords(blocks, [], language),
    textDigest: textDigest(words),
    simhash: simhash(words),
    hasContent: true,
  };
}

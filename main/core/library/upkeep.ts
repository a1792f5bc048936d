/**
 * Keeping a saved article in order: its fields edited, its earlier texts compared and brought back, blocks hidden, the text
 * made anew. Nothing is lost by any of it: what was there before can always be had again.
 */
import { AppError } from '../../contract/errors.ts';
import type { Comparison, Version } from '../../contract/upkeep-entities.ts';
import { compareTexts } from '../compare/compare-texts.ts';
import type { EventSource } from '../event-source.ts';
import type { ArticleBody, LibraryStore, LibraryWriter, SavedArticle, StoredAsset } from '../store/library-store.ts';
import type { StoredBody, StoredVersion } from '../store/upkeep-store.ts';
import { bodyHtml } from './article-tree.ts';
import { changeFields, type FieldChange } from './edited-fields.ts';
import { changeHidden, hiddenNumbers } from './hidden-blocks.ts';
import type { Library } from './library.ts';
import { measureText, shownWords, writeText } from './write-text.ts';

/** A text that was made anew, and what came with it. */
export interface FreshText {
  readonly body: ArticleBody;
  readonly imagesWanted: number;
  readonly imagesKept: number;
  readonly assets: readonly StoredAsset[];
}

export interface Upkeep {
  edit(id: string, change: FieldChange & { readonly note: string | null }): void;
  versions(id: string): Version[];
  version(id: string, version: number): StoredVersion & { readonly html: string };
  /** Null is the present text. */
  compare(id: string, before: number | null, after: number | null): Comparison;
  compareWith(id: string, blocks: readonly string[]): Comparison;
  /** Answers the version that the present text became. */
  restoreVersion(id: string, version: number): number;
  /** Answers how many are left. */
  removeVersion(id: string, version: number): number;
  /** Answers what is hidden now. */
  hide(id: string, blocks: readonly number[], isHidden: boolean): number[];
  /** As `restoreVersion`; null if it is the text that is there. */
  takeText(id: string, text: FreshText): number | null;
}

interface UpkeepPorts {
  readonly store: LibraryStore;
  readonly library: Library;
  readonly events: EventSource;
  /** Milliseconds. */
  readonly clock: () => number;
}

/** What a comparison may take, and the counting of changes of all versions of an article; in milliseconds. */
const longestCompare = 800;
const longestCount = 400;

export function createUpkeep({ store, library, events, clock }: UpkeepPorts): Upkeep {
  const { upkeep } = store;
  const within = (most: number) => {
    const end = clock() + most;
    return { isOver: () => clock() > end };
  };
  const write = <Result>(run: (writer: LibraryWriter) => Result): Result => {
    const result = store.write(run);
    events.libraryChanged();
    return result;
  };
  const bodyOf = (article: SavedArticle): StoredBody => {
    if (article.hasContent) return library.body(article);
    throw new AppError('invalid-input', 'Only the address of this page was kept, so it has no text to work on.');
  };
  const versionOf = (article: SavedArticle, version: number): StoredVersion & ArticleBody => {
    const found = upkeep.version(article.key, version);
    if (found !== null) return found;
    throw new AppError('not-found', 'This version is not kept any more. It may have been removed, or brought back.');
  };
  const pageTitle = (article: SavedArticle) => upkeep.saidOf(article.key).title ?? article.title;
  const textOf = (article: SavedArticle, version: number | null) =>
    version === null
      ? { title: pageTitle(article), blocks: library.body(article).blocks }
      : versionOf(article, version);
  /** The present text becomes a version; answers which. */
  const replace = (
    writer: LibraryWriter,
    article: SavedArticle,
    body: ArticleBody,
    more: Partial<SavedArticle>,
  ): number => {
    const row = { ...article, ...more, ...measureText(body, article.language) };
    writeText(writer, store, row, body, { title: pageTitle(article), words: article.words });
    const [newest] = upkeep.versions(article.key);
    if (newest === undefined) throw new Error('the text that was replaced is a version');
    return newest.version;
  };

  return {
    edit: (id, { set, putBack, note }) => {
      const article = library.article(id);
      const { fields, said } = changeFields(article, upkeep.saidOf(article.key), { set, putBack });
      write((writer) => {
        writer.update({ ...article, ...fields, note: note ?? article.note });
        writer.setSaid(article.key, said);
      });
    },
    versions: (id) => {
      const article = library.article(id);
      const time = within(longestCount);
      let later: readonly string[] = library.body(article).blocks;
      return upkeep.versions(article.key).map((one) => {
        const { blocks } = versionOf(article, one.version);
        const { added, removed, isWhole } = compareTexts(blocks, later, time);
        later = blocks;
        return { ...one, added: isWhole ? added : null, removed: isWhole ? removed : null };
      });
    },
    version: (id, version) => {
      const { html, blocks, ...rest } = versionOf(library.article(id), version);
      return { ...rest, html: bodyHtml({ html, blocks }) };
    },
    compare: (id, before, after) => {
      const article = library.article(id);
      const old = textOf(article, before);
      const fresh = textOf(article, after);
      return {
        title: { before: old.title, after: fresh.title },
        ...compareTexts(old.blocks, fresh.blocks, within(longestCompare)),
      };
    },
    compareWith: (id, blocks) => {
      const article = library.article(id);
      const title = pageTitle(article);
      const { blocks: old } = library.body(article);
      return { title: { before: title, after: title }, ...compareTexts(old, blocks, within(longestCompare)) };
    },
    restoreVersion: (id, version) => {
      const article = library.article(id);
      const { title, html, blocks, headings } = versionOf(article, version);
      const said = upkeep.saidOf(article.key);
      return write((writer) => {
        const own = said.title === undefined ? { title } : {};
        const replaced = replace(writer, article, { html, blocks, headings }, own);
        if (said.title !== undefined) writer.setSaid(article.key, { ...said, title });
        // It is the text now, and no earlier one any more.
        writer.removeVersion(article.key, version);
        return replaced;
      });
    },
    removeVersion: (id, version) => {
      const article = library.article(id);
      versionOf(article, version);
      write((writer) => {
        writer.removeVersion(article.key, version);
        writer.update(article);
      });
      return upkeep.versions(article.key).length;
    },
    hide: (id, blocks, isHidden) => {
      const article = library.article(id);
      const body = bodyOf(article);
      const wrong = blocks.find((number) => number >= body.blocks.length);
      if (wrong !== undefined) {
        throw new AppError(
          'invalid-input',
          'The text has changed since it was shown. Open it again and hide it there.',
        );
      }
      const hidden = changeHidden(body.blocks, upkeep.hiddenOf(article.key), blocks, isHidden);
      const numbers = hiddenNumbers(body.blocks, hidden);
      write((writer) => {
        writer.setHidden(article.key, hidden, numbers);
        writer.update({ ...article, words: shownWords(body.blocks, numbers, article.language) });
      });
      return numbers;
    },
    takeText: (id, { body, imagesWanted, imagesKept, assets }) => {
      const article = library.article(id);
      const old = bodyOf(article);
      if (bodyHtml(old) === bodyHtml(body)) return null;
      return write((writer) => {
        for (const asset of assets) writer.addAsset(article.key, asset);
        return replace(writer, article, body, { imagesWanted, imagesKept });
      });
    },
  };
}

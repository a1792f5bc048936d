/**
 * The rows of the reader's own articles, as the rest of the core sees them. What a merge means, what an article is made
 * of and when the index learns of it are the business of core/library; here rows are found, written and listed.
 */
import type { ImportedMarks } from '../importers/import-record.ts';
import type { ArticleState } from '../search/ranking/filters.ts';
import type { Tag } from '../../contract/organise-entities.ts';
import type { ArticleFilter } from './library-conditions.ts';
import type { ChangeWriter } from './change-store.ts';
import type { StorageStore } from './storage-store.ts';
import type { ArticleBody, ArticleKey, SavedArticle } from './saved-article.ts';
import type { StoredBody, UpkeepReader, UpkeepWriter } from './upkeep-store.ts';
import type { ViewStore } from './view-store.ts';

export type { ArticleBody, ArticleKey, SavedArticle };

export interface StoredHighlight {
  readonly quote: string;
  readonly note: string;
  readonly colour: string | null;
  readonly tags: readonly string[];
  readonly createdAt: string | null;
}

export interface StoredAsset {
  readonly name: string;
  readonly sha256: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly role: 'picture' | 'hero' | 'original';
}

/** What hangs on an article beside its row. */
export interface ArticleBelongings {
  readonly tags: readonly string[];
  /** Names from the outermost shelf to the innermost. */
  readonly shelves: readonly (readonly string[])[];
  readonly highlights: readonly StoredHighlight[];
}

/** By what an article that comes in may be one that is there. What is null or empty is not asked for. */
export interface ArticleTraces {
  readonly id: string | null;
  readonly urlKeys: readonly string[];
  readonly origin: { readonly service: string; readonly externalId: string } | null;
  readonly textDigest: string | null;
}

/** What brought a match about, the surest first. */
export interface ArticleMatch {
  readonly article: SavedArticle;
  readonly by: 'id' | 'address' | 'text';
}

export type { ArticleState };

export interface LibraryQuery {
  /** Undefined for all that is not in the trash. */
  readonly state?: 'inbox' | 'archive' | 'trash' | undefined;
  readonly tag?: string | undefined;
  /** Names from the outermost shelf to the innermost; what stands on shelves within counts too. */
  readonly shelf?: readonly string[] | undefined;
  readonly author?: string | undefined;
  readonly site?: string | undefined;
  readonly only?: ArticleFilter | undefined;
  /** The id of a feed, or `all`: then what waits in feeds is listed, which it is nowhere else. */
  readonly feed?: string | undefined;
}

/** `marked` is when the reader last had a hand on it, newest first; the others are by the time of saving. */
export type LibraryOrder = 'newest' | 'oldest' | 'marked';

/** The place of the last article of a page: what it was sorted by, and its id. */
export interface LibraryCursor {
  readonly at: string;
  readonly id: string;
}

export interface LibraryPage {
  readonly query: LibraryQuery;
  readonly order: LibraryOrder;
  readonly after: LibraryCursor | null;
  readonly limit: number;
}

export interface LibraryCounts {
  readonly inbox: number;
  readonly archive: number;
  readonly trash: number;
  readonly favourites: number;
  /** Of all but the trash, saved as a link alone. */
  readonly links: number;
}

/** What there is to export; files that several articles share count once. */
export interface LibrarySize {
  readonly articles: number;
  readonly withoutAddress: number;
  readonly withoutHighlight: number;
  /** Neither a note nor a highlight. */
  readonly withoutNote: number;
  readonly words: number;
  /** In characters: highlights and notes with what stands around them. */
  readonly quoted: number;
  readonly pictures: number;
  readonly pictureBytes: number;
  readonly originalBytes: number;
}

/** How far one has followed the changes: many articles may have changed with one revision. */
export interface ChangePlace {
  readonly revision: number;
  readonly key: ArticleKey;
}

export interface StoryMark {
  readonly id: string;
  readonly bookmarked: boolean;
  readonly finished: boolean;
  readonly recommended: boolean;
}

export interface ArticleText {
  readonly title: string;
  readonly standfirst: string;
  readonly language: string;
  readonly blocks: readonly string[];
}

export interface StoredShelf {
  readonly id: number;
  readonly parent: number | null;
  readonly name: string;
  /** Names from the outermost to this one. */
  readonly path: readonly string[];
  /** Of what stands on the shelf itself and is not in the trash. */
  readonly count: number;
  /** Of a shelf that fills itself. */
  readonly query: string | null;
}

export interface LibraryReader {
  readonly upkeep: UpkeepReader;
  /** Tells this library's files (an index) from another's. */
  readonly id: string;
  /** Increases with every change, by whichever process. */
  revision(): number;
  counts(): LibraryCounts;
  /** Of saved articles that are not in the trash. */
  markCounts(): { readonly bookmarks: number; readonly recommendations: number; readonly finished: number };
  /** Marks and answers on what is not saved here: the collection's stories, of whatever edition. */
  storyMarks(): StoryMark[];
  /** Of stories as well, where the reader's marks are what counts. The same set as long as nothing was written. */
  idsIn(state: ArticleState): ReadonlySet<string>;
  article(id: string): SavedArticle | null;
  /** Those of them that are here, in no order. */
  articles(ids: readonly string[]): SavedArticle[];
  body(key: ArticleKey): StoredBody | null;
  /**
   * What search looks into, of those that are here: read by themselves and all at once, since every query looks into dozens.
   * Hidden blocks are empty.
   */
  texts(ids: readonly string[]): ReadonlyMap<string, ArticleText>;
  text(id: string): ArticleText | null;
  belongings(article: Pick<SavedArticle, 'key' | 'id'>): ArticleBelongings;
  tagsOf(key: ArticleKey): string[];
  /** An article without tags may be left out. */
  tagsOfAll(keys: readonly ArticleKey[]): ReadonlyMap<ArticleKey, readonly string[]>;
  highlightsOf(articleId: string): StoredHighlight[];
  /** Pictures and originals. */
  filesOf(key: ArticleKey): StoredAsset[];
  /** Of those named, or of all but the trash, or with it. */
  sizeOf(ids: readonly string[] | null, withTrash: boolean): LibrarySize;
  find(traces: ArticleTraces): ArticleMatch | null;
  /** The article with all that hangs on it, for `restoreSnapshot`. */
  snapshot(article: Pick<SavedArticle, 'key' | 'id'>): string;
  /** Bookmarked or answered by the reader, put away or on a shelf. */
  isMarked(id: string): boolean;
  /** A page, with what each article was sorted by. Trash only if it is asked for. */
  list(page: LibraryPage): { readonly article: SavedArticle; readonly at: string }[];
  count(query: LibraryQuery): number;
  /** The most used first; those without an article too. */
  tags(): Tag[];
  /** In the order of the shelves, the inner ones after their outer one. A smart shelf counts 0 here. */
  shelves(): StoredShelf[];
  readonly views: ViewStore;
  readonly storage: StorageStore;
  /** Changed after that, the oldest change first; trash included. */
  changedAfter(place: ChangePlace, limit: number): SavedArticle[];
  countChangedAfter(place: ChangePlace): number;
  purgedAfter(revision: number): string[];
  /** Of every article whose text has one, the trash included. */
  simhashes(): Iterable<{ readonly key: ArticleKey; readonly simhash: bigint }>;
  byKey(key: ArticleKey): SavedArticle | null;
}

/** Good within one `write` only. */
export interface LibraryWriter extends UpkeepWriter {
  /** The revision that the articles written are stamped with. */
  readonly revision: number;
  /** Changes to many at once. */
  readonly many: ChangeWriter;
  insert(article: Omit<SavedArticle, 'key' | 'revision'>): ArticleKey;
  update(article: Omit<SavedArticle, 'revision'>): void;
  /** Keeps what stood there as a version if `keepOld`. Nothing is hidden in it until `setHidden`. */
  setBody(key: ArticleKey, body: ArticleBody, keepOld: { readonly title: string; readonly words: number } | null): void;
  addAddress(key: ArticleKey, urlKey: string): void;
  addOrigin(key: ArticleKey, service: string, externalId: string): void;
  addTag(key: ArticleKey, name: string): void;
  /** Makes the shelves that there are not. */
  addToShelf(key: ArticleKey, path: readonly string[]): void;
  addHighlight(articleId: string, highlight: StoredHighlight): void;
  addAsset(key: ArticleKey, asset: StoredAsset): void;
  /** Of articles and stories; what is marked already stays, the younger of two answers counts. */
  addMarks(articleId: string, marks: ImportedMarks): void;
  /** Never back: the further of the two readings is kept. */
  raiseProgress(articleId: string, progress: number, readAt: string): void;
  /** Puts an article back as a snapshot has it; marks made since stay. */
  restoreSnapshot(snapshot: string): void;
  /** All but the newest of the texts that were replaced. */
  dropOldVersions(keys: readonly ArticleKey[]): void;
  /** The files that the texts were made of; what was made stays. */
  dropOriginals(keys: readonly ArticleKey[]): void;
  /** After a row was copied from elsewhere: makes what order and filters are by. */
  settleNames(key: ArticleKey): void;
  /** Somebody wants it: it is not of its feeds alone any more. */
  keep(key: ArticleKey): void;
  /** With all that hangs on it. */
  purge(key: ArticleKey): void;
  /** Forgets the assets that no article needs; answers their names. */
  dropUnusedAssets(): string[];
}

export interface LibraryStore extends LibraryReader {
  /** One transaction: all of it is on the disk when it returns, or nothing. */
  write<Result>(run: (writer: LibraryWriter) => Result): Result;
}

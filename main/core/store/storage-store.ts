/** What saved articles take on the disk, as the rest of the core sees it. In bytes. */
import type { ArticleKey } from './saved-article.ts';

export interface StoredSize {
  readonly key: ArticleKey;
  readonly text: number;
  readonly versions: number;
  readonly pictures: number;
  readonly original: number;
}

export interface StoredPicture {
  readonly asset: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly article: { readonly id: string; readonly title: string };
  readonly articles: number;
}

/** Which articles a cleaner would speak of. */
export interface CleanTargets {
  /** In the trash since before that time. */
  trashedBefore(time: string): ArticleKey[];
  /** With more than one version of their text that was replaced. */
  withOldVersions(): ArticleKey[];
  /** With an original, read to the end and archived. */
  withNeedlessOriginals(): ArticleKey[];
  /** Of texts that are here more than once under one title: all but the one that the reader has done most with. */
  duplicates(): ArticleKey[];
}

export interface StorageStore extends CleanTargets {
  /** Of every article, the trash included. Looked up anew when the library has changed. */
  sizes(): ReadonlyMap<ArticleKey, StoredSize>;
  /** By site, the largest first. */
  sites(): readonly { readonly site: string; readonly articles: number; readonly bytes: number }[];
  /** The largest first. */
  pictures(offset: number, limit: number): { readonly items: StoredPicture[]; readonly total: number };
  /** All of the articles together, shared pictures counted once. */
  sums(): { readonly texts: number; readonly versions: number; readonly pictures: number; readonly originals: number };
  /** Of assets that nobody but these articles needs. */
  assetsOfOnly(keys: readonly ArticleKey[]): number;
  /** Of the versions that `dropOldVersions` would take. */
  oldVersionBytes(keys: readonly ArticleKey[]): number;
}

/** What an exporter is given and what it gives: articles one after the other, so that no more than one is ever in memory. */
import type { Recommendation } from '../../contract/entities.ts';
import type { Assets } from '../collection/assets.ts';
import type { FileEntry } from '../files/zip.ts';
import type { ArticleBelongings, ArticleBody, SavedArticle, StoredAsset } from '../store/library-store.ts';
import type { StoredMark } from '../store/store.ts';

export interface ArticleToExport extends ArticleBelongings {
  readonly article: SavedArticle;
  /** Null for a link alone. */
  readonly body: ArticleBody | null;
  readonly mark: StoredMark;
  readonly answer: Recommendation | null;
  /** Pictures and the original. */
  readonly files: readonly StoredAsset[];
}

/** What the reader left on a story of the collection. */
export interface StoryToExport {
  readonly id: string;
  /** Null if the story is in no edition that is here. */
  readonly title: string | null;
  readonly mark: StoredMark;
  readonly answer: Recommendation | null;
}

export interface ExportSource {
  /** Can be gone through once. */
  readonly articles: Iterable<ArticleToExport>;
  readonly stories: Iterable<StoryToExport>;
  readonly assets: Assets;
  /** ISO 8601. */
  readonly now: string;
}

export type Exporter =
  | { readonly kind: 'files'; readonly files: (source: ExportSource) => Iterable<FileEntry> }
  | { readonly kind: 'text'; readonly text: (source: ExportSource) => Iterable<string> };

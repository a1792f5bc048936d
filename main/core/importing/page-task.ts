/** What the thread that reads fetched pages is asked, and what it answers. All of it can be cloned. */
import type { PreparedArticle } from '../library/prepare-article.ts';

export interface PageTask {
  /** Where the bytes of the page lie. */
  readonly path: string;
  readonly assetsOf: string;
  readonly mediaType: string;
  readonly charset: string | null;
  /** As it was saved. */
  readonly url: string;
  /** Where the page came from in the end. */
  readonly finalUrl: string;
  /** Pictures that are here, by address. */
  readonly pictures: ReadonlyMap<string, { readonly path: string; readonly mediaType: string }>;
  /** ISO 8601. */
  readonly now: string;
}

export type PageReading =
  | {
      readonly kind: 'article';
      readonly prepared: PreparedArticle;
      /** Addresses of pictures that the article shows and that are not here. */
      readonly wanted: readonly string[];
    }
  /** `reason` is a sentence for the reader. */
  | { readonly kind: 'failed'; readonly reason: string };

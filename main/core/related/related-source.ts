/** What the finding of related stories is given. */
import type { ArticleTerms } from './term-vectors.ts';

export interface RelatedSource {
  readonly id: string;
  readonly tags: readonly string[];
  /** Of `countTerms`. */
  readonly terms: ArticleTerms;
  /** The section's name. */
  readonly section: string;
  /** Ids that the editor named. */
  readonly chosen: readonly string[];
  /** Ids that the text leads to. */
  readonly mentioned: readonly string[];
}

export interface Thread {
  readonly stories: readonly string[];
}

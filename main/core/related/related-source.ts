/** What the finding of related stories is given. */
import type { VectorSource } from './term-vectors.ts';

export interface RelatedSource extends VectorSource {
  readonly id: string;
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

/**
 * The bundled collection as the core sees it: read-only, checksummed, without the reader's marks.
 *
 * `openCollection` (open-collection.ts) reads what every start needs and checks it; a story's body is read and checked
 * when it is asked for. Everything thrown is an `AppError` with `collection-missing`, `collection-damaged` or `not-found`.
 */
import type { Article, ArticleSummary, Download, Job, Picture, Publication, Section } from '../../contract/entities.ts';

export type PlainSummary = Omit<ArticleSummary, 'marks' | 'saved'>;

export interface StoryBody {
  /** Safe HTML; each leaf block carries `data-block="N"`. */
  readonly html: string;
  /** Plain text of each leaf block, soft hyphens and footnote numbers left out; the index in it is the block number. */
  readonly blocks: readonly string[];
  /** The source's Markdown, without front matter. */
  readonly markdown: string;
  readonly hero: Picture | null;
  readonly sources: Article['sources'];
  readonly headings: Article['headings'];
  readonly imageCount: number;
}

export interface RelatedStory {
  readonly id: string;
  readonly score: number;
  readonly reasons: readonly string[];
}

export interface Collection {
  /** Digest of the whole bundle; changes with every byte of it. */
  readonly version: string;
  readonly publication: Publication;
  /** Newest first. */
  readonly summaries: readonly PlainSummary[];
  readonly front: {
    readonly lead: string;
    readonly leadPicture: Picture | null;
    readonly featured: readonly string[];
    readonly latest: readonly string[];
    readonly sections: readonly (Section & { readonly stories: readonly string[] })[];
    readonly download: string | null;
  };
  readonly downloads: readonly Download[];
  readonly jobs: readonly Job[];
  readonly persons: readonly Publication['editor'][];
  readonly threads: readonly { readonly id: string; readonly title: string; readonly stories: readonly string[] }[];
  /** Throws `not-found` for an id that is no story of the collection. */
  summary(id: string): PlainSummary;
  has(id: string): boolean;
  body(id: string): StoryBody;
  /** Best first, at most as many as the compiler kept. */
  related(id: string): readonly RelatedStory[];
  /** The prebuilt index, one compiled segment. */
  searchSegment(): Uint8Array;
}

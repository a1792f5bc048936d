/**
 * What the two sides talk about. Types are inferred from the schemas, never the other way round.
 *
 * Dates are ISO 8601 strings; `published` may be a plain date (`2026-09-07`) or carry a local time. Lengths of time
 * are in the unit that their name says. `html` has passed the allow-list and is sanitised again where it is shown.
 */
import { z } from 'zod';
import { ownFacts } from './upkeep-entities.ts';

export * from './settings-entities.ts';

/** Ids of the collection are tamer (`storyId`); those of saved articles are kept as the file that brought them had them. */
export const articleId = z
  .string()
  .min(1)
  .max(200)
  .regex(
    /^[^\s\p{Cc}](?:[^\p{Cc}]*[^\s\p{Cc}])?$/u,
    'an article id has no control characters and no space at its ends',
  );

/** The id of a story of a collection: it names files. */
export const storyId = z
  .string()
  .min(1)
  .max(128)
  .regex(/^[a-z0-9][a-z0-9._-]*$/i, 'a story id is made of letters, digits, dots, hyphens and underscores');

const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?$/);
const fraction = z.number().min(0).max(1);

export const source = z.enum(['collection', 'library']);
export const verdict = z.enum(['yes', 'no']);
const storyKind = z.enum(['feature', 'explainer', 'profile', 'timeline', 'news', 'brief']);

export const person = z.object({
  id: z.string(),
  name: z.string(),
  initials: z.string(),
  role: z.string(),
  about: z.string(),
  storyCount: z.number().int().nonnegative(),
});
export type Person = z.infer<typeof person>;

/** `svg` is the drawing itself, so that it follows the theme; raster pictures have an `asset` to be fetched instead. */
export const picture = z.object({
  asset: z.string().nullable(),
  svg: z.string().nullable(),
  alt: z.string(),
  caption: z.string().nullable(),
  credit: z.string().nullable(),
  width: z.number().positive(),
  height: z.number().positive(),
});
export type Picture = z.infer<typeof picture>;

/** What the reader did to an article. `progress` runs from 0 to 1 at the end mark; `block` is the block read last. */
export const marks = z.object({
  bookmarked: z.boolean(),
  progress: fraction,
  block: z.number().int().nonnegative(),
  finished: z.boolean(),
  recommended: verdict.nullable(),
  readAt: z.string().nullable(),
});
export type Marks = z.infer<typeof marks>;

/** What only an article of the reader's own has. */
const savedFacts = z.object({
  savedAt: z.string(),
  /** Host of its address without `www.`, or what the file called it; empty for none. */
  site: z.string(),
  state: z.enum(['inbox', 'archive', 'trash']),
  favourite: z.boolean(),
  /** Only the address was kept: there is nothing to read yet. */
  isLink: z.boolean(),
  /** Pictures in the text, and how many of them are here. */
  imagesWanted: z.number().int().nonnegative(),
  imagesKept: z.number().int().nonnegative(),
});

export const articleSummary = z.object({
  id: articleId,
  source,
  title: z.string(),
  standfirst: z.string(),
  section: z.object({ id: z.string(), name: z.string() }).nullable(),
  kind: storyKind.nullable(),
  kicker: z.string().nullable(),
  author: z.object({ id: z.string(), name: z.string() }).nullable(),
  published: isoDate.nullable(),
  updated: isoDate.nullable(),
  words: z.number().int().nonnegative(),
  minutes: z.number().int().positive(),
  tags: z.array(z.string()),
  language: z.string(),
  direction: z.enum(['ltr', 'rtl']),
  /** The small drawing beside a featured story: SVG markup, or null. */
  spot: z.string().nullable(),
  url: z.string().nullable(),
  /** Null for a story of the collection. */
  saved: savedFacts.nullable(),
  marks,
});
export type ArticleSummary = z.infer<typeof articleSummary>;

export const relatedArticle = z.object({
  article: articleSummary,
  /** Cosine similarity, 0 to 1; 1 for a story that the editor named. */
  score: fraction,
  /** Sentences fit to print, each true: "Also about antidotes, worms". Never empty. */
  reasons: z.array(z.string()).min(1),
});
export type RelatedArticle = z.infer<typeof relatedArticle>;

export const article = articleSummary.extend({
  html: z.string(),
  hero: picture.nullable(),
  writer: person.nullable(),
  editor: person.nullable(),
  sources: z.array(
    z.object({ title: z.string(), publication: z.string(), year: z.number().int(), url: z.string().nullable() }),
  ),
  headings: z.array(z.object({ block: z.number().int(), level: z.number().int(), text: z.string() })),
  /** Leaf blocks of the body: those with a `data-block` attribute. */
  blockCount: z.number().int().nonnegative(),
  imageCount: z.number().int().nonnegative(),
  /** Neighbours in the section's list, newest first. */
  previous: articleSummary.nullable(),
  next: articleSummary.nullable(),
  /** Of a saved article; null for a story. */
  own: ownFacts.nullable(),
  threads: z.array(
    z.object({
      title: z.string(),
      earlier: articleSummary.nullable(),
      later: articleSummary.nullable(),
      position: z.number().int(),
      length: z.number().int(),
    }),
  ),
});
export type Article = z.infer<typeof article>;

export const section = z.object({
  id: z.string(),
  name: z.string(),
  about: z.string(),
  /** Place on the front page, from 1. */
  number: z.number().int().positive(),
  count: z.number().int().nonnegative(),
});
export type Section = z.infer<typeof section>;

const themeInk = z.object({ ink: z.string(), on: z.string(), wash: z.string() });

export const publication = z.object({
  id: z.string(),
  name: z.string(),
  tagline: z.string(),
  language: z.string(),
  edition: z.string(),
  issued: isoDate,
  colophon: z.string(),
  colours: z.record(z.enum(['paper', 'white', 'sepia', 'dusk', 'black']), themeInk),
  editor: person,
  sections: z.array(section),
  tags: z.array(z.object({ name: z.string(), count: z.number().int() })),
  storyCount: z.number().int(),
  jobCount: z.number().int(),
  downloadCount: z.number().int(),
  aboutHtml: z.string().nullable(),
});
export type Publication = z.infer<typeof publication>;

export const download = z.object({
  id: z.string(),
  title: z.string(),
  about: z.string(),
  /** What it holds, in a few words: "24 pages". */
  extent: z.string(),
  files: z.array(
    z.object({
      name: z.string(),
      label: z.string(),
      mediaType: z.string(),
      bytes: z.number().int().nonnegative(),
      asset: z.string(),
    }),
  ),
});
export type Download = z.infer<typeof download>;

export const job = z.object({
  id: z.string(),
  title: z.string(),
  organisation: z.string(),
  place: z.string(),
  terms: z.string(),
  about: z.string(),
  posted: isoDate,
  /** True for listings that show the form and are no real vacancy. */
  sample: z.boolean(),
});
export type Job = z.infer<typeof job>;

export const front = z.object({
  lead: articleSummary,
  leadPicture: picture.nullable(),
  featured: z.array(articleSummary),
  latest: z.array(articleSummary),
  sections: z.array(section.extend({ stories: z.array(articleSummary) })),
  continueReading: z.array(articleSummary),
  download: download.nullable(),
});
export type Front = z.infer<typeof front>;

export const recommendationReasons = [
  'clear',
  'surprising',
  'useful',
  'moving',
  'too-long',
  'unclear',
  'wrong',
] as const;

/** The reader's answer to "Would you recommend this article?". Times are ISO 8601 in UTC. */
export const recommendation = z.object({
  articleId,
  verdict,
  reasons: z.array(z.enum(recommendationReasons)),
  opinion: z.string(),
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type Recommendation = z.infer<typeof recommendation>;

const partState = z.object({ ready: z.boolean(), code: z.string().nullable(), message: z.string().nullable() });

/** Whether the two halves of the core can work. A reader whose store is not ready still reads; nothing is kept. */
export const status = z.object({
  version: z.string(),
  collection: partState,
  store: partState.extend({ directory: z.string() }),
  counts: z.object({
    stories: z.number().int(),
    bookmarks: z.number().int(),
    recommendations: z.number().int(),
    finished: z.number().int(),
    saved: z.number().int(),
  }),
});
export type Status = z.infer<typeof status>;

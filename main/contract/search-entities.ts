/** What a search asks and answers. Offsets are UTF-16 units. */
import { z } from 'zod';
import { articleId, articleSummary } from './entities.ts';

const offset = z.number().int().nonnegative();
const count = z.number().int().nonnegative();

/** A stretch of one block's text with the matched words; offsets are of `text`. */
export const passage = z.object({
  block: count,
  text: z.string(),
  marks: z.array(z.tuple([offset, offset])),
});
export type Passage = z.infer<typeof passage>;

/** A clause of the query as it stands there, for chips and for repair: taking `from` to `to` out takes the clause out. */
const queryPart = z.object({
  from: offset,
  to: offset,
  kind: z.enum(['word', 'phrase', 'field', 'exclusion', 'either']),
  /** For people: "by The Desk", "before 2001", "without green". */
  label: z.string(),
  /** Name and value of a field, null for words: `section` and `worms`. */
  field: z.string().nullable(),
  value: z.string(),
});

/** How a query was read. `text` is the sentence for people, the rest is for marking and suggestions. */
export const understoodQuery = z.object({
  text: z.string(),
  words: z.array(z.string()),
  phrases: z.array(z.string()),
  excluded: z.array(z.string()),
  /** Words that occur in no article, so they took no part. */
  unknown: z.array(z.string()),
  /** Words known but not met together with the others by any hit, so the first hits do without them. */
  dropped: z.array(z.string()),
  /** "Searched for … instead": only for words that occur nowhere. `exactly` in the question forbids it. */
  corrections: z.array(z.object({ from: z.string(), to: z.array(z.string()).min(1) })),
  /** What looked like syntax and was searched as text, with the reason: "“before:soon” names no date". */
  problems: z.array(z.object({ text: z.string(), message: z.string() })),
  parts: z.array(queryPart),
});
export type UnderstoodQuery = z.infer<typeof understoodQuery>;

export const searchHit = z.object({
  article: articleSummary,
  score: z.number(),
  passage,
  /** How many places in the article match. */
  places: count,
  /** Words of the query that this article lacks. */
  missing: z.array(z.string()),
});
export type SearchHit = z.infer<typeof searchHit>;

export const facetNames = [
  'source',
  'section',
  'author',
  'year',
  'length',
  'status',
  'language',
  'tag',
  'site',
] as const;

/** Counts over all hits, not only those shown. `clause` is what to add to the query, or to take out if `isActive`. */
export const facet = z.object({
  name: z.enum(facetNames),
  values: z.array(z.object({ label: z.string(), count, clause: z.string(), isActive: z.boolean() })),
});
export type Facet = z.infer<typeof facet>;

export const searchOrders = ['relevance', 'newest', 'oldest', 'longest', 'shortest'] as const;
export type SearchOrder = (typeof searchOrders)[number];

export const searchResult = z.object({
  total: count,
  tookMs: z.number().nonnegative(),
  understood: understoodQuery,
  hits: z.array(searchHit),
  /** Empty unless asked for. */
  facets: z.array(facet),
});
export type SearchResult = z.infer<typeof searchResult>;

/** Why an article stands where it stands. `points` add up to `score`. */
export const explanation = z.object({
  articleId,
  score: z.number(),
  parts: z.array(
    z.object({
      /** What of the query: a word, a phrase, or "all words". */
      what: z.string(),
      /** For people: "twice in the title, as written", "in the text, as worms". */
      how: z.string(),
      points: z.number(),
    }),
  ),
});
export type Explanation = z.infer<typeof explanation>;

/** Text to put in the place of `from` to `to` of the query. */
export const completion = z.object({
  insert: z.string(),
  from: offset,
  to: offset,
  label: z.string(),
  /** "12 articles", "field". */
  detail: z.string(),
  kind: z.enum(['word', 'field', 'value', 'recent', 'saved']),
});
export type Completion = z.infer<typeof completion>;

export const savedSearch = z.object({
  id: z.string().min(1).max(64),
  name: z.string(),
  query: z.string(),
  order: z.enum(searchOrders),
  /** How many articles it finds now; null while that cannot be told. */
  count: count.nullable(),
});
export type SavedSearch = z.infer<typeof savedSearch>;

export const recentSearch = z.object({ query: z.string(), at: z.string() });
export type RecentSearch = z.infer<typeof recentSearch>;

/** The state of the index over the reader's own articles. `done` of `total` while it is being rebuilt. */
export const indexStatus = z.object({
  state: z.enum(['ready', 'building', 'unavailable']),
  documents: count,
  done: count,
  total: count,
});
export type IndexStatus = z.infer<typeof indexStatus>;

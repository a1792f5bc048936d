/**
 * One list over stories and saved articles. Each of the two comes sorted; they are merged as they are read, and a cursor
 * says how far one is in either: in the stories by number, in the saved articles by what the last one was sorted by.
 */
import { z } from 'zod';
import { AppError } from '../../contract/errors.ts';
import type { ArticleSummary } from '../../contract/entities.ts';
import type { MethodOutput, ParsedInput } from '../../contract/methods.ts';
import type { Collection, PlainSummary } from '../collection/collection.ts';
import type { LibraryCursor, LibraryQuery, LibraryReader } from '../store/library-store.ts';
import type { StoredMark } from '../store/store.ts';
import type { Summaries } from './summaries.ts';

type Input = ParsedInput<'articles.list'>;

interface ListPorts {
  readonly bundle: () => Collection;
  readonly rows: LibraryReader;
  readonly summaries: Summaries;
}

interface Entry {
  readonly at: string;
  readonly summary: () => ArticleSummary;
}

interface SavedEntry extends Entry {
  readonly cursor: LibraryCursor;
}

export function listArticles(ports: ListPorts, input: Input): MethodOutput<'articles.list'> {
  const { order = 'newest', limit = Infinity, source } = input;
  const from = input.cursor === undefined ? start : readCursor(input.cursor);
  const stories = source === 'library' || isOfSavedOnly(input) ? [] : findStories(ports, input);
  const query = source === 'collection' || input.section !== undefined ? null : libraryQuery(input);
  const total = stories.length + (query === null ? 0 : ports.rows.count(query));

  const items: ArticleSummary[] = [];
  let { story, saved: after } = from;
  const saved = query === null ? [] : findSaved(ports, query, { order, after, limit });
  let taken = 0;
  const isBefore = (a: Entry, b: Entry) => (order === 'oldest' ? a.at < b.at : a.at > b.at);
  while (items.length < limit) {
    const own = saved[taken];
    const told = stories[story];
    if (own === undefined && told === undefined) break;
    if (own !== undefined && (told === undefined || isBefore(own, told))) {
      items.push(own.summary());
      after = own.cursor;
      taken += 1;
    } else if (told !== undefined) {
      items.push(told.summary());
      story += 1;
    }
  }
  const isLast = story >= stories.length && taken >= saved.length && saved.length < limit;
  return { items, total, next: isLast ? null : printCursor({ story, saved: after }) };
}

/** Without a page's limit, in as many steps as it takes. */
const stepSize = 1000;

function findSaved(
  { rows, summaries }: ListPorts,
  query: LibraryQuery,
  page: { order: 'newest' | 'oldest' | 'marked'; after: LibraryCursor | null; limit: number },
): SavedEntry[] {
  const entries: SavedEntry[] = [];
  let { after } = page;
  while (entries.length < page.limit) {
    const limit = Math.min(stepSize, page.limit - entries.length);
    const found = rows.list({ query, order: page.order, after, limit });
    for (const { article, at } of found) {
      after = { at, id: article.id };
      entries.push({ at, cursor: after, summary: () => summaries.ofSaved(article) });
    }
    if (found.length < limit) break;
  }
  return entries;
}

function libraryQuery({ state, tag, shelf, author, site, only, feed }: Input): LibraryQuery {
  return { state, tag, shelf, author, site, only, feed };
}

function isOfSavedOnly({ state, shelf, site, only, feed }: Input): boolean {
  const isOwn = only === 'favourite' || only === 'highlighted' || only === 'incomplete';
  return state !== undefined || shelf !== undefined || site !== undefined || feed !== undefined || isOwn;
}

function findStories(
  { bundle, summaries }: ListPorts,
  { section, tag, author, only, order = 'newest' }: Input,
): Entry[] {
  const candidates = bundle().summaries.filter(
    (story) =>
      (section === undefined || story.section?.id === section) &&
      (tag === undefined || story.tags.includes(tag)) &&
      (author === undefined || story.author?.id === author),
  );
  const marks = summaries.marksOf(candidates.map(({ id }) => id));
  const wanted = candidates.filter(({ id }) => only === undefined || isMarked(marks.get(id), only));
  const at = (story: PlainSummary) => (order === 'marked' ? markedAt(marks.get(story.id)) : (story.published ?? ''));
  if (order === 'oldest') wanted.reverse();
  if (order === 'marked') wanted.sort((a, b) => (at(a) < at(b) ? 1 : at(a) > at(b) ? -1 : 0));
  return wanted.map((story) => ({ at: at(story), summary: () => summaries.ofStory(story, marks.get(story.id)) }));
}

function isMarked(mark: StoredMark | undefined, only: NonNullable<Input['only']>): boolean {
  const { bookmarked, recommended, finished, progress } = mark ?? {
    bookmarked: false,
    recommended: null,
    finished: false,
    progress: 0,
  };
  if (only === 'bookmarked') return bookmarked;
  if (only === 'recommended') return recommended === 'yes';
  if (only === 'finished') return finished;
  return only === 'unread' ? progress === 0 && !finished : progress > 0 && !finished;
}

/** When the reader last had a hand on it: the bookmark's time, else the last reading. */
function markedAt(mark: StoredMark | undefined): string {
  return mark?.bookmarkedAt ?? mark?.readAt ?? '';
}

const cursor = z.object({
  story: z.number().int().nonnegative(),
  saved: z.object({ at: z.string(), id: z.string() }).nullable(),
});
type Cursor = z.infer<typeof cursor>;

const start: Cursor = { story: 0, saved: null };

function printCursor(value: Cursor): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function readCursor(text: string): Cursor {
  try {
    return cursor.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
  } catch (cause) {
    throw new AppError('invalid-input', 'This is no place in a list. Ask for the list from its start.', undefined, {
      cause,
    });
  }
}

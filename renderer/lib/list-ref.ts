/** Names a list of stories: what the middle pane shows, and where "next story" leads. */
import { parseView, printView, wholeLibrary, type LibraryView } from './library-view.ts';

export type ListRef =
  | { readonly kind: 'section'; readonly id: string }
  | { readonly kind: 'author'; readonly id: string }
  | { readonly kind: 'tag'; readonly id: string }
  | { readonly kind: 'bookmarks' }
  | LibraryList
  /** Of the reader's own articles, those that lack pictures or their text. */
  | { readonly kind: 'incomplete' }
  /** What one feed brought, or all of them. */
  | { readonly kind: 'feed'; readonly id: string }
  | { readonly kind: 'feeds' }
  | { readonly kind: 'all' };

/** A list that is read page by page from its beginning: all but the library. */
export type PlainList = Exclude<ListRef, LibraryList>;

/** A view of the reader's own articles: the story that was opened from it knows what comes next there. */
export interface LibraryList {
  readonly kind: 'library';
  readonly view: LibraryView;
}

/** The reader's own articles. */
export const savedArticles: ListRef = { kind: 'library', view: wholeLibrary };

export const allStories: PlainList = { kind: 'all' };

/** As it stands in an address: `section:worms`, `bookmarks`, `library:in=inbox`. */
export function printListRef(list: ListRef): string {
  if (list.kind === 'library') {
    const view = printView(list.view);
    return view === '' ? 'library' : `library:${view}`;
  }
  return 'id' in list ? `${list.kind}:${list.id}` : list.kind;
}

/** Null for what names no list. */
export function parseListRef(text: string): ListRef | null {
  if (text === 'bookmarks' || text === 'incomplete' || text === 'feeds' || text === 'all') return { kind: text };
  if (text === 'library') return savedArticles;
  const [kind, ...rest] = text.split(':');
  const id = rest.join(':');
  if (kind === 'library') return { kind, view: parseView(id) };
  if (id === '' || !isNamed(kind)) return null;
  return { kind, id };
}

export function sameList(a: ListRef, b: ListRef): boolean {
  return printListRef(a) === printListRef(b);
}

const named = ['section', 'author', 'tag', 'feed'] as const;

function isNamed(kind: string | undefined): kind is (typeof named)[number] {
  return named.some((one) => one === kind);
}

/** Names a list of stories: what the middle pane shows, and where "next story" leads. */
export type ListRef =
  | { readonly kind: 'section'; readonly id: string }
  | { readonly kind: 'author'; readonly id: string }
  | { readonly kind: 'tag'; readonly id: string }
  | { readonly kind: 'bookmarks' }
  | { readonly kind: 'library' }
  /** Of the reader's own articles, those that lack pictures or their text. */
  | { readonly kind: 'incomplete' }
  /** What one feed brought, or all of them. */
  | { readonly kind: 'feed'; readonly id: string }
  | { readonly kind: 'feeds' }
  | { readonly kind: 'all' };

/** The reader's own articles. */
export const savedArticles: ListRef = { kind: 'library' };

export const allStories: ListRef = { kind: 'all' };

/** As it stands in an address: `section:worms`, `bookmarks`. */
export function printListRef(list: ListRef): string {
  return 'id' in list ? `${list.kind}:${list.id}` : list.kind;
}

/** Null for what names no list. */
export function parseListRef(text: string): ListRef | null {
  if (text === 'bookmarks' || text === 'library' || text === 'incomplete' || text === 'feeds' || text === 'all')
    return { kind: text };
  const [kind, ...rest] = text.split(':');
  const id = rest.join(':');
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

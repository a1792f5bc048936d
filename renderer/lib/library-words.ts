/** The library in words: its places, orders and filters. Pure. */
import type { LibraryCounts, Shelf } from '../../main/contract/organise-entities.ts';
import { isOnly, type LibraryView } from './library-view.ts';

type Order = NonNullable<LibraryView['order']>;

/** An order's name, and what its two directions are called: descending first. */
export const orders: Readonly<Record<Order, readonly [string, string, string]>> = {
  saved: ['Date saved', 'Newest first', 'Oldest first'],
  published: ['Date published', 'Newest first', 'Oldest first'],
  read: ['Last read', 'Latest first', 'Earliest first'],
  title: ['Title', 'Z to A', 'A to Z'],
  author: ['Author', 'Z to A', 'A to Z'],
  site: ['Site', 'Z to A', 'A to Z'],
  words: ['Length', 'Longest first', 'Shortest first'],
  progress: ['Progress', 'Furthest first', 'Least first'],
  shelf: ['Your own order', 'From the end', 'From the beginning'],
};

/** In the order of the menu. */
export const orderNames = ['saved', 'published', 'read', 'title', 'author', 'site', 'words', 'progress'] as const;

/** What the core does where the view does not say. */
export function isDescending({ order = 'saved', descending }: LibraryView): boolean {
  return descending ?? !['title', 'author', 'site', 'shelf'].includes(order);
}

export const narrowings = [
  ['unread', 'Unread'],
  ['started', 'Begun'],
  ['finished', 'Read'],
  ['links', 'Address only'],
  ['incomplete', 'Not whole'],
  ['untagged', 'Untagged'],
] as const;

export interface LibraryTab {
  readonly name: string;
  readonly view: LibraryView;
  readonly count: number | null;
}

export function libraryTabs(counts: LibraryCounts | null): readonly LibraryTab[] {
  const of = (number: (known: LibraryCounts) => number): number | null => (counts === null ? null : number(counts));
  return [
    { name: 'All', view: {}, count: of(({ inbox, archive }) => inbox + archive) },
    { name: 'Inbox', view: { state: 'inbox' }, count: of(({ inbox }) => inbox) },
    { name: 'Archive', view: { state: 'archive' }, count: of(({ archive }) => archive) },
    { name: 'Favourites', view: { only: ['favourite'] }, count: of(({ favourites }) => favourites) },
    { name: 'Trash', view: { state: 'trash' }, count: of(({ trash }) => trash) },
  ];
}

/** What a view is called. */
export function viewTitle(view: LibraryView, shelves: readonly Shelf[]): string {
  if (view.shelf !== undefined) return shelves.find(({ id }) => id === view.shelf)?.name ?? 'Shelf';
  if (view.state === 'trash') return 'Trash';
  const [tag, ...others] = view.tags ?? [];
  if (tag !== undefined && others.length === 0 && view.state === undefined) return `#${tag}`;
  if (view.state !== undefined) return view.state === 'inbox' ? 'Inbox' : 'Archive';
  return isOnly(view, 'favourite') ? 'Favourites' : 'Library';
}

/** "Reading › Maps": the names of a shelf and of those around it. */
export function shelfPath(shelves: readonly Shelf[], id: number): string {
  return shelfNames(shelves, id).join(' › ');
}

/** From the outermost shelf to this one. */
export function shelfNames(shelves: readonly Shelf[], id: number): string[] {
  const shelf = shelves.find((one) => one.id === id);
  if (shelf === undefined) return [];
  return shelf.parent === null ? [shelf.name] : [...shelfNames(shelves, shelf.parent), shelf.name];
}

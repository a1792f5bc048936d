/** Addresses of the window: `#/story/code-blue?list=section:worms`. Pure; the same text always means the same place. */
import { searchOrders, type SearchOrder } from '../../main/contract/search-entities.ts';
import { parseView, printView } from '../lib/library-view.ts';
import { parseListRef, printListRef, type ListRef } from '../lib/list-ref.ts';

const pages = ['downloads', 'jobs', 'export', 'links', 'storage', 'settings', 'about'] as const;
type PageName = (typeof pages)[number];

export type Route =
  | { readonly name: 'home' }
  | { readonly name: PageName }
  | { readonly name: 'stories'; readonly list: ListRef }
  /** The tags of the reader's own articles, to be put in order. */
  | { readonly name: 'tags' }
  | SearchRoute
  /** One import; without an id, what to bring in and what was brought in before. */
  | { readonly name: 'import'; readonly id: string | null }
  /** One snapshot to look into; without one, all of backing up. */
  | { readonly name: 'backup'; readonly snapshot: string | null }
  | SaveRoute
  | StoryRoute
  | { readonly name: 'missing'; readonly path: string };

export interface SearchRoute {
  readonly name: 'search';
  readonly query: string;
  /** Left out for the best first. */
  readonly order?: SearchOrder;
}

/** Where a bookmarklet leads: what would be saved is shown, and saved when the reader says so. */
export interface SaveRoute {
  readonly name: 'save';
  readonly url: string;
  readonly title: string;
}

export interface StoryRoute {
  readonly name: 'story';
  readonly id: string;
  /** The list that was left for the story, if one was. */
  readonly list: ListRef | null;
  /** What was searched for; its words are marked in the text. Empty if nothing was. */
  readonly query: string;
  /** The block to open at. */
  readonly block: number | null;
}

/** Never throws: what is no address of ours becomes `missing`. */
export function parseRoute(hash: string): Route {
  const [path, search] = split(hash.replace(/^#/, ''), '?');
  const parts = path
    .split('/')
    .filter((part) => part !== '')
    .map(decode);
  const [head, id, ...rest] = parts;
  if (head === undefined) return { name: 'home' };
  const missing: Route = { name: 'missing', path };
  if (rest.length > 0) return missing;
  const parameters = new URLSearchParams(search);
  if (id === undefined) {
    if (head === 'search') return searchRoute(parameters);
    if (head === 'save')
      return { name: 'save', url: parameters.get('url') ?? '', title: parameters.get('title') ?? '' };
    if (head === 'stories') return { name: 'stories', list: { kind: 'all' } };
    if (head === 'bookmarks') return { name: 'stories', list: { kind: head } };
    if (head === 'library') return { name: 'stories', list: { kind: head, view: parseView(search) } };
    if (head === 'feeds') return { name: 'stories', list: { kind: 'feeds' } };
    if (head === 'import') return { name: 'import', id: null };
    if (head === 'backup') return { name: 'backup', snapshot: null };
    return isPage(head) ? { name: head } : missing;
  }
  if (head === 'import') return { name: 'import', id };
  if (head === 'feeds') return { name: 'stories', list: { kind: 'feed', id } };
  if (head === 'backup') return { name: 'backup', snapshot: id };
  if (head === 'library') {
    if (id === 'tags') return { name: 'tags' };
    return id === 'incomplete' ? { name: 'stories', list: { kind: 'incomplete' } } : missing;
  }
  if (head === 'section' || head === 'tag' || head === 'author') return { name: 'stories', list: { kind: head, id } };
  return head === 'story' ? storyRoute(id, parameters) : missing;
}

export function printRoute(route: Route): string {
  switch (route.name) {
    case 'home':
      return '#/';
    case 'stories':
      return listHref(route.list);
    case 'tags':
      return '#/library/tags';
    case 'search':
      return searchHref(route.query, route.order);
    case 'story':
      return storyHref(route.id, route);
    case 'import':
      return route.id === null ? '#/import' : `#/import/${encodeURIComponent(route.id)}`;
    case 'backup':
      return route.snapshot === null ? '#/backup' : `#/backup/${encodeURIComponent(route.snapshot)}`;
    case 'save':
      return `#/save?url=${encodeURIComponent(route.url)}&title=${encodeURIComponent(route.title)}`;
    case 'missing':
      return `#${route.path}`;
    default:
      return `#/${route.name}`;
  }
}

export function listHref(list: ListRef): string {
  if (list.kind === 'all') return '#/stories';
  if (list.kind === 'incomplete') return '#/library/incomplete';
  if (list.kind === 'library') {
    const view = printView(list.view);
    return view === '' ? '#/library' : `#/library?${view}`;
  }
  if (list.kind === 'feed') return `#/feeds/${encodeURIComponent(list.id)}`;
  return 'id' in list ? `#/${list.kind}/${encodeURIComponent(list.id)}` : `#/${list.kind}`;
}

/** An order means nothing without a query. */
export function searchHref(query: string, order: SearchOrder = 'relevance'): string {
  if (query === '') return '#/search';
  return `#/search?q=${encodeURIComponent(query)}${order === 'relevance' ? '' : `&order=${order}`}`;
}

/** The address of a story, with whatever is known of how the reader came to it. */
export function storyHref(
  id: string,
  { list = null, query = '', block = null }: { list?: ListRef | null; query?: string; block?: number | null } = {},
): string {
  const parameters = [
    ...(list === null ? [] : [`list=${encodeURIComponent(printListRef(list)).replace('%3A', ':')}`]),
    ...(query === '' ? [] : [`q=${encodeURIComponent(query)}`]),
    ...(block === null ? [] : [`block=${block}`]),
  ];
  return `#/story/${encodeURIComponent(id)}${parameters.length === 0 ? '' : `?${parameters.join('&')}`}`;
}

function searchRoute(parameters: URLSearchParams): SearchRoute {
  const query = parameters.get('q') ?? '';
  const order = searchOrders.find((known) => known === parameters.get('order'));
  return { name: 'search', query, ...(order === undefined || order === 'relevance' ? {} : { order }) };
}

function storyRoute(id: string, parameters: URLSearchParams): StoryRoute {
  const block = parameters.get('block') ?? '';
  return {
    name: 'story',
    id,
    list: parseListRef(parameters.get('list') ?? ''),
    query: parameters.get('q') ?? '',
    block: /^\d{1,6}$/.test(block) ? Number(block) : null,
  };
}

function isPage(value: string): value is PageName {
  return pages.some((page) => page === value);
}

function split(text: string, at: string): [string, string] {
  const place = text.indexOf(at);
  return place === -1 ? [text, ''] : [text.slice(0, place), text.slice(place + 1)];
}

/** A stray per cent sign is taken as itself. */
function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** What the rail offers before sections and tags. Only pages that exist; only counts that are known. Pure. */
import type { Publication, Status } from '../../main/contract/entities.ts';
import type { Feed } from '../../main/contract/feed-entities.ts';
import type { SavedSearch } from '../../main/contract/search-entities.ts';
import type { IconName } from '../lib/icons/icons.ts';
import type { LibraryList } from '../lib/list-ref.ts';
import type { FollowedFeeds } from '../state/contexts.ts';
import { listHref, printRoute, type Route } from '../state/route.ts';

export interface MainEntry {
  readonly href: string;
  readonly icon: IconName;
  readonly label: string;
  readonly count: number | null;
  /** Whether it has a place in the foot bar of a narrow window; the others stand under "More" there. */
  readonly onNarrow: boolean;
}

export function mainEntries(
  publication: Publication | null,
  status: Status | null,
  feeds: Pick<FollowedFeeds, 'items' | 'unread'>,
): readonly MainEntry[] {
  const entry = (href: string, icon: IconName, label: string, count: number | null, onNarrow: boolean): MainEntry => ({
    href,
    icon,
    label,
    count,
    onNarrow,
  });
  return [
    entry('#/', 'house', 'Home', null, true),
    entry('#/search', 'search', 'Search', null, true),
    entry('#/library', 'library', 'Library', status?.counts.saved ?? null, true),
    entry('#/bookmarks', 'bookmark', 'Bookmarks', status?.counts.bookmarks ?? null, true),
    entry('#/feeds', 'rss', 'Feeds', feeds.items.length === 0 ? null : feeds.unread, false),
    entry('#/downloads', 'download', 'Downloads', publication?.downloadCount ?? null, false),
    entry('#/jobs', 'briefcase', 'Jobs', publication?.jobCount ?? null, false),
    entry('#/settings', 'settings', 'Settings', null, false),
  ];
}

const byName = new Intl.Collator('en-GB', { numeric: true, sensitivity: 'base' });

/** By name: a search that is removed and taken back finds its old place. */
export function sortSearches(saved: readonly SavedSearch[]): readonly SavedSearch[] {
  return saved.toSorted((a, b) => byName.compare(a.name, b.name));
}

/** The saved search whose results show, if they are one's. */
export function isCurrentSearch(route: Route, { query, order }: SavedSearch): boolean {
  return route.name === 'search' && route.query === query && (route.order ?? 'relevance') === order;
}

/** The address of the entry where the reader is: a story belongs to the list that it was opened from. */
export function currentPlace(route: Route): string {
  if (route.name === 'search') return '#/search';
  if (
    route.name === 'tags' ||
    route.name === 'import' ||
    route.name === 'links' ||
    route.name === 'save' ||
    (route.name === 'stories' && route.list.kind === 'incomplete')
  )
    return '#/library';
  if (route.name === 'stories' && route.list.kind === 'library') return libraryPlace(route.list);
  if (route.name !== 'story') return printRoute(route);
  if (route.list?.kind === 'library') return libraryPlace(route.list);
  return route.list === null ? '' : printRoute({ name: 'stories', list: route.list });
}

/** A shelf or a tag has an entry of its own; whatever else narrows the library, it is still the library. */
function libraryPlace({ view }: LibraryList): string {
  if (view.shelf !== undefined) return listHref({ kind: 'library', view: { shelf: view.shelf } });
  const [tag, ...others] = view.tags ?? [];
  const isTag = tag !== undefined && others.length === 0 && view.state === undefined;
  return listHref({ kind: 'library', view: isTag ? { tags: [tag] } : {} });
}

export interface FeedFolder {
  /** Empty for the feeds in no folder, which stand last. */
  readonly folder: string;
  readonly feeds: readonly Feed[];
}

/** In the order that the feeds come in: by folder and name. */
export function feedFolders(feeds: readonly Feed[]): readonly FeedFolder[] {
  const folders = [...Map.groupBy(feeds, ({ folder }) => folder)].map(([folder, own]) => ({ folder, feeds: own }));
  return [...folders.filter(({ folder }) => folder !== ''), ...folders.filter(({ folder }) => folder === '')];
}

/** The window's title: where one is, then whose it is. Pure. */
import type { Publication } from '../../main/contract/entities.ts';
import type { ListRef } from '../lib/list-ref.ts';
import { viewTitle } from '../lib/library-words.ts';
import type { Route } from '../state/route.ts';

const pages = {
  downloads: 'Downloads',
  jobs: 'Jobs',
  export: 'Export',
  links: 'Links',
  storage: 'Storage',
  settings: 'Settings',
  about: 'About',
} as const;

export function titleOf(route: Route, publication: Publication | null, story: string | null): string {
  const place = placeOf(route, publication, story);
  const names = [place, publication?.name ?? null, 'Lectern'].filter((name) => name !== null && name !== '');
  return names.join(' — ');
}

function placeOf(route: Route, publication: Publication | null, story: string | null): string | null {
  switch (route.name) {
    case 'home':
      return null;
    case 'story':
      return story;
    case 'search':
      return route.query === '' ? 'Search' : `“${route.query}”, search`;
    case 'stories':
      return listTitle(route.list, publication);
    case 'tags':
      return 'Tags';
    case 'import':
      return 'Bring articles in';
    case 'backup':
      return route.snapshot === null ? 'Backup' : 'The library as it was';
    case 'save':
      return 'Save this page';
    case 'missing':
      return 'No such page';
    default:
      return pages[route.name];
  }
}

/** The name of a list as far as the publication knows it; an author's list gets its name from its stories. */
function listTitle(list: ListRef, publication: Publication | null): string {
  if (list.kind === 'bookmarks') return 'Bookmarks';
  if (list.kind === 'library') return viewTitle(list.view, []);
  if (list.kind === 'feeds' || list.kind === 'feed') return 'Feeds';
  if (list.kind === 'incomplete') return 'Before you fly';
  if (list.kind === 'all') return 'All stories';
  if (list.kind === 'tag') return `#${list.id}`;
  return publication?.sections.find(({ id }) => id === list.id)?.name ?? '';
}

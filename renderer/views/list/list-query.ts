/** A list as the contract asks for it, and as it is called. Pure. */
import type { MethodInput } from '../../../main/contract/methods.ts';
import type { ArticleSummary, Publication } from '../../../main/contract/entities.ts';
import { count } from '../../lib/counts.ts';
import type { PlainList } from '../../lib/list-ref.ts';

export function listInput(list: PlainList): MethodInput<'articles.list'> {
  switch (list.kind) {
    case 'bookmarks':
      return { only: 'bookmarked', order: 'marked' };
    case 'incomplete':
      return { source: 'library', only: 'incomplete', order: 'newest' };
    case 'feeds':
      return { source: 'library', feed: 'all', order: 'newest' };
    case 'feed':
      return { source: 'library', feed: list.id, order: 'newest' };
    case 'all':
      return { source: 'collection', order: 'newest' };
    default:
      return { [list.kind]: list.id, order: 'newest' };
  }
}

export interface ListHeading {
  readonly title: string;
  readonly about: string | null;
  /** The section's place in the publication, if it is one. */
  readonly number: number | null;
}

export function listHeading(
  list: PlainList,
  publication: Publication | null,
  items: readonly ArticleSummary[],
): ListHeading {
  const plain = (title: string): ListHeading => ({ title, about: null, number: null });
  switch (list.kind) {
    case 'bookmarks':
      return plain('Bookmarks');
    case 'feeds':
      return plain('Feeds');
    case 'feed':
      return plain(items[0]?.saved?.site ?? 'Feeds');
    case 'incomplete':
      return {
        title: 'Before you fly',
        about: 'These are not whole on this device: pictures that no file brought, or an address without its text.',
        number: null,
      };
    case 'all':
      return plain('All stories');
    case 'tag':
      return plain(`#${list.id}`);
    case 'author':
      return plain(items[0]?.author?.name ?? 'Stories by one author');
    case 'section': {
      const section = publication?.sections.find(({ id }) => id === list.id);
      return {
        title: section?.name ?? (publication === null ? '' : list.id),
        about: section?.about ?? null,
        number: section?.number ?? null,
      };
    }
  }
}

/** `total` counts those too that are not loaded yet. */
export function listCount(list: PlainList, total: number): string {
  const [one, many] = ['incomplete', 'feeds', 'feed'].includes(list.kind)
    ? ['article', 'articles']
    : ['story', 'stories'];
  const orders: Partial<Record<PlainList['kind'], string>> = {
    bookmarks: 'latest mark first',
    incomplete: 'latest saved first',
  };
  return `${count(total, one, many)}${total > 1 ? `, ${orders[list.kind] ?? 'newest first'}` : ''}`;
}

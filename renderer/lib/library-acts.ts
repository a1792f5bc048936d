/** What can be done to the reader's own articles, by menu, bar and key. Pure. */
import type { ArticleSummary } from '../../main/contract/entities.ts';
import type { LibraryChange } from '../../main/contract/organise-entities.ts';
import type { IconName } from './icons/icons.ts';
import { isOnly, type LibraryView } from './library-view.ts';

interface Act {
  readonly label: string;
  readonly icon: IconName;
  /** The change itself, or what is to be asked first. */
  readonly step: LibraryChange | 'tags' | 'shelf' | 'purge';
}

const change = (label: string, icon: IconName, step: Act['step']): Act => ({ label, icon, step });

export const acts = {
  archive: change('Archive', 'archive', { kind: 'state', state: 'archive' }),
  inbox: change('Back to the inbox', 'inbox', { kind: 'state', state: 'inbox' }),
  favourite: change('Favourite', 'star', { kind: 'favourite', favourite: true }),
  unfavourite: change('No favourite', 'star', { kind: 'favourite', favourite: false }),
  tags: change('Tag…', 'tag', 'tags'),
  shelf: change('Shelve…', 'folder', 'shelf'),
  read: change('Mark as read', 'check', { kind: 'read', read: true }),
  unread: change('Mark as unread', 'circle-dashed', { kind: 'read', read: false }),
  trash: change('Move to the trash', 'trash-2', { kind: 'trash' }),
  restore: change('Restore', 'undo-2', { kind: 'restore' }),
  purge: change('Remove for good…', 'trash-2', 'purge'),
} as const satisfies Record<string, Act>;

export type ActId = keyof typeof acts;

/** For a menu. */
export function actEntries(ids: readonly ActId[]): readonly (Pick<Act, 'label' | 'icon'> & { readonly id: ActId })[] {
  return ids.map((id) => ({ id, label: acts[id].label, icon: acts[id].icon }));
}

export function isAct(id: string): id is ActId {
  return Object.hasOwn(acts, id);
}

/** Acts after which an article does not stand where it stood. */
export const moving: ReadonlySet<ActId> = new Set(['archive', 'inbox', 'trash', 'restore', 'purge']);

/** Keys that do one thing or its opposite. */
export type Toggle = 'archive' | 'favourite' | 'read' | 'trash';

/** For one article, by how it is. */
export function toggleOf(toggle: Toggle, { saved, marks }: Pick<ArticleSummary, 'saved' | 'marks'>): ActId {
  const state = saved?.state;
  if (toggle === 'favourite') return saved?.favourite === true ? 'unfavourite' : 'favourite';
  if (toggle === 'read') return marks.finished ? 'unread' : 'read';
  if (state === 'trash') return 'restore';
  if (toggle === 'trash') return 'trash';
  return state === 'archive' ? 'inbox' : 'archive';
}

/** For a selection, by what its view says of all its articles. */
export function toggleIn(toggle: Toggle, view: LibraryView): ActId {
  if (toggle === 'favourite') return isOnly(view, 'favourite') ? 'unfavourite' : 'favourite';
  if (toggle === 'read') return isOnly(view, 'finished') ? 'unread' : 'read';
  if (view.state === 'trash') return 'restore';
  if (toggle === 'trash') return 'trash';
  return view.state === 'archive' ? 'inbox' : 'archive';
}

/** All that makes sense for one article. */
export function actsOf(article: Pick<ArticleSummary, 'saved' | 'marks'>): readonly ActId[] {
  if (article.saved?.state === 'trash') return ['restore', 'purge'];
  const toggle = (which: Toggle): ActId => toggleOf(which, article);
  return [toggle('archive'), toggle('favourite'), 'tags', 'shelf', toggle('read'), 'trash'];
}

/** All that makes sense for a selection in a view: the first ones for the bar, the others for its menu. */
export function actsIn(view: LibraryView): { readonly first: readonly ActId[]; readonly more: readonly ActId[] } {
  if (view.state === 'trash') return { first: ['restore', 'purge'], more: [] };
  const first = [
    toggleIn('archive', view),
    toggleIn('favourite', view),
    'tags',
    'shelf',
    toggleIn('read', view),
    'trash',
  ] as const;
  const rest = ['archive', 'inbox', 'favourite', 'unfavourite', 'read', 'unread'] as const;
  const isTrue: Partial<Record<ActId, boolean>> = { archive: view.state === 'archive', inbox: view.state === 'inbox' };
  return { first, more: rest.filter((id) => !first.includes(id) && isTrue[id] !== true) };
}

/** What the menu over a story offers. Pure. */
import type { Article } from '../../../main/contract/entities.ts';
import type { MenuEntry } from '../../components/lectern-menu.ts';
import { acts, actsOf } from '../../lib/library-acts.ts';
import { upkeepSheets } from './upkeep/upkeep-sheets.ts';

const everyStory: readonly MenuEntry[] = [
  { id: 'find', label: 'Find in this story', icon: 'text-search' },
  { id: 'to-top', label: 'To the beginning', icon: 'chevron-up' },
  { id: 'to-end', label: 'To the end', icon: 'chevron-down' },
  { id: 'from-start', label: 'Mark as unread', icon: 'circle-dashed' },
];
const details: MenuEntry = { id: 'edit-details', label: upkeepSheets['edit-details'], icon: 'pencil' };
const text: readonly MenuEntry[] = [
  { id: 'edit-text', label: upkeepSheets['edit-text'], icon: 'rows-3' },
  { id: 'extract', label: upkeepSheets.extract, icon: 'rotate-cw' },
];
const versions: MenuEntry = { id: 'versions', label: 'What changed', icon: 'history' };

/** Of one's own article that it can be put away and kept up too. To be unread is offered once, in the way that goes back to the top. */
export function storyMenu(article: Article | null): readonly MenuEntry[] {
  const { own = null, saved = null } = article ?? {};
  if (article === null || own === null || saved === null) return everyStory;
  const put = actsOf(article).filter((id) => id !== 'unread' && id !== 'purge');
  const label = (id: (typeof put)[number]): string =>
    id === 'archive' ? 'Archive, and on to the next' : acts[id].label;
  return [
    ...put.map((id) => ({ id, label: label(id), icon: acts[id].icon })),
    ...everyStory,
    details,
    ...(saved.isLink ? [] : text),
    ...(own.versionCount === 0 ? [] : [versions]),
  ];
}

/** What the menu of a story holds beside sharing. */
import type { Article } from '../../../main/contract/entities.ts';
import type { MenuEntry } from './lectern-menu.ts';
import { upkeepSheets } from './upkeep/upkeep-sheets.ts';

const always: readonly MenuEntry[] = [
  { id: 'find', label: 'Find in this story', icon: 'text-search' },
  { id: 'to-top', label: 'To the beginning', icon: 'chevron-up' },
  { id: 'to-end', label: 'To the end', icon: 'chevron-down' },
  { id: 'unread', label: 'Mark as unread', icon: 'circle-dashed' },
];
const details: MenuEntry = { id: 'edit-details', label: upkeepSheets['edit-details'], icon: 'pencil' };
const text: readonly MenuEntry[] = [
  { id: 'edit-text', label: upkeepSheets['edit-text'], icon: 'rows-3' },
  { id: 'extract', label: upkeepSheets.extract, icon: 'rotate-cw' },
];
const versions: MenuEntry = { id: 'versions', label: 'What changed', icon: 'history' };

export function storyMenu(article: Article | null): readonly MenuEntry[] {
  const { own = null, saved = null } = article ?? {};
  if (own === null || saved === null) return always;
  return [...always, details, ...(saved.isLink ? [] : text), ...(own.versionCount === 0 ? [] : [versions])];
}

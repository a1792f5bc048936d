/** What the menu over a story offers. Pure. */
import type { Article } from '../../../main/contract/entities.ts';
import type { MenuEntry } from '../../components/lectern-menu.ts';
import { acts, actsOf } from '../../lib/library-acts.ts';

const everyStory: readonly MenuEntry[] = [
  { id: 'find', label: 'Find in this story', icon: 'text-search' },
  { id: 'to-top', label: 'To the beginning', icon: 'chevron-up' },
  { id: 'to-end', label: 'To the end', icon: 'chevron-down' },
  { id: 'from-start', label: 'Mark as unread', icon: 'circle-dashed' },
];

/** Of one's own article that it can be put away too. To be unread is offered once, in the way that goes back to the top. */
export function storyMenu(article: Article | null): readonly MenuEntry[] {
  if (article?.source !== 'library') return everyStory;
  const own = actsOf(article).filter((id) => id !== 'unread' && id !== 'purge');
  const label = (id: (typeof own)[number]): string =>
    id === 'archive' ? 'Archive, and on to the next' : acts[id].label;
  return [...own.map((id) => ({ id, label: label(id), icon: acts[id].icon })), ...everyStory];
}

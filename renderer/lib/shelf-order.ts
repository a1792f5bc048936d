/** The reader's own order on a shelf: where its rows can be moved, how, and what is said of it. Pure. */
import type { Shelf, ShelfPlace } from '../../main/contract/organise-entities.ts';
import { count } from './counts.ts';
import type { IconName } from './icons/icons.ts';
import { changeView, sameView, type LibraryView } from './library-view.ts';

/** `movable`, or what is in the way. */
export type ShelfOrder = 'movable' | 'order' | 'direction' | 'filters';

/** Null where there is no own order: on no shelf, or on one that fills itself, or where all stands on shelves within. */
export function shelfOrder(view: LibraryView, shelves: readonly Shelf[]): ShelfOrder | null {
  const shelf = shelves.find(({ id }) => id === view.shelf);
  if (shelf?.query !== null || shelf.count === 0) return null;
  if (view.order !== 'shelf') return 'order';
  if (!sameView(changeView(view, { descending: undefined }), inOwnOrder(view))) return 'filters';
  return view.descending === true ? 'direction' : 'movable';
}

/** The whole of its shelf, so that rows can be moved. */
export function inOwnOrder({ shelf }: LibraryView): LibraryView {
  return changeView({}, { shelf, order: 'shelf' });
}

/** What leads from an order in which rows stay where they are to one in which they move. */
export const waysToMove: Readonly<Record<Exclude<ShelfOrder, 'movable'>, string>> = {
  order: 'Show your own order',
  direction: 'Begin at the beginning',
  filters: 'Show the whole shelf',
};

export type ShelfStep = Extract<ShelfPlace, string>;

interface StepEntry {
  readonly id: `move-${ShelfStep}`;
  readonly to: ShelfStep;
  readonly label: string;
  readonly icon: IconName;
}

export const shelfSteps: readonly StepEntry[] = [
  { id: 'move-up', to: 'up', label: 'Move up', icon: 'chevron-up' },
  { id: 'move-down', to: 'down', label: 'Move down', icon: 'chevron-down' },
  { id: 'move-top', to: 'top', label: 'Move to the top', icon: 'arrow-up-to-line' },
  { id: 'move-end', to: 'end', label: 'Move to the end', icon: 'arrow-down-to-line' },
];

/** `offset` is where the first of them stands now. */
export function movedWords(changed: number, offset: number, total: number): string {
  const place = (offset + 1).toLocaleString('en-GB');
  if (changed === 0) return `Nothing moved: the place is ${place} of ${total.toLocaleString('en-GB')} already.`;
  const where = changed === 1 ? `to place ${place}` : `to place ${place} and after`;
  return `${count(changed, 'article', 'articles')} moved ${where} of ${total.toLocaleString('en-GB')}`;
}

/** The gap between rows that is nearest to a height, `position` being at height 0. Lengths in CSS pixels. */
export function gapAt(y: number, position: number, rowHeight: number, total: number): number {
  return Math.max(0, Math.min(Math.round(position + y / rowHeight), total));
}

/** What a change did, in words: "12 articles archived". Pure. */
import type { LibraryChange } from '../../main/contract/organise-entities.ts';
import { count } from './counts.ts';

/** `number` is how many articles it changed; those that were so already are not counted. */
export function changeWords(change: LibraryChange, number: number): string {
  if (number === 0) return `Nothing changed: ${already(change)}.`;
  return `${count(number, 'article', 'articles')} ${done(change)}`;
}

function done(change: LibraryChange): string {
  switch (change.kind) {
    case 'state':
      return change.state === 'archive' ? 'archived' : 'put into the inbox';
    case 'favourite':
      return change.favourite ? 'made favourites' : 'taken from the favourites';
    case 'tags':
      return tagged(change.add, change.remove);
    case 'shelve':
      return 'put on the shelf';
    case 'unshelve':
      return 'taken from the shelf';
    case 'trash':
      return 'moved to the trash';
    case 'restore':
      return 'restored';
    case 'read':
      return change.read ? 'marked as read' : 'marked as unread';
  }
}

function tagged(add: readonly string[], remove: readonly string[]): string {
  const names = (tags: readonly string[]): string => tags.map((name) => `#${name}`).join(', ');
  const parts = [
    ...(add.length === 0 ? [] : [`tagged ${names(add)}`]),
    ...(remove.length === 0 ? [] : [`freed of ${names(remove)}`]),
  ];
  return parts.join(', ');
}

function already(change: LibraryChange): string {
  switch (change.kind) {
    case 'tags':
      return 'the tags were so already';
    case 'shelve':
      return 'they stand on the shelf already';
    case 'unshelve':
      return 'they do not stand on the shelf';
    case 'restore':
      return 'nothing of it was in the trash';
    default:
      return 'it was so already';
  }
}

/** Removes a saved search and offers to take that back. */
import type { Client } from '../../main/contract/client.ts';
import type { SavedSearch } from '../../main/contract/search-entities.ts';
import { fire } from './fire.ts';
import { messageOf } from './message-of.ts';

export async function removeSearch(from: EventTarget, client: Client, search: SavedSearch): Promise<void> {
  const { id, name, query, order } = search;
  // The element that asked may be gone by the time that the reader wants it back.
  const toast = (detail: HTMLElementEventMap['lectern-toast']['detail']): void =>
    fire(document.querySelector('lectern-app') ?? from, 'lectern-toast', detail);
  const restore = async (): Promise<void> => {
    try {
      await client['searches.save']({ name, query, order });
    } catch (error) {
      toast({ message: messageOf(error) });
    }
  };
  try {
    await client['searches.remove']({ id });
    toast({ message: `“${name}” was removed.`, action: { label: 'Undo', run: () => void restore() } });
  } catch (error) {
    toast({ message: messageOf(error) });
  }
}

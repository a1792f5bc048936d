/** Removes a saved search and offers to take that back. */
import type { Client } from '../../main/contract/client.ts';
import type { SavedSearch } from '../../main/contract/search-entities.ts';
import { fire } from './fire.ts';
import { messageOf } from './message-of.ts';
import { sayDone } from './say-done.ts';

export async function removeSearch(from: EventTarget, client: Client, search: SavedSearch): Promise<void> {
  const { id, name, query, order } = search;
  try {
    await client['searches.remove']({ id });
    sayDone(from, `“${name}” was removed.`, () => client['searches.save']({ name, query, order }));
  } catch (error) {
    fire(document.querySelector('lectern-app') ?? from, 'lectern-toast', { message: messageOf(error) });
  }
}

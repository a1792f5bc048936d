/** Searches that the reader keeps, with how many articles each finds now, and those just made. */
import type { SavedSearch } from '../../contract/search-entities.ts';
import { AppError } from '../../contract/errors.ts';
import type { CoreHandlers } from '../../contract/methods.ts';
import type { EventSource } from '../event-source.ts';
import type { SearchStore, StoredSearch } from '../store/search-store.ts';

type SavedSearchHandlers = Pick<
  CoreHandlers,
  'searches.list' | 'searches.save' | 'searches.rename' | 'searches.remove' | 'searches.record' | 'searches.forget'
>;

interface SavedSearchPorts {
  readonly searches: SearchStore;
  readonly events: EventSource;
  readonly find: CoreHandlers['search.find'];
}

export function createSavedSearchHandlers({ searches, events, find }: SavedSearchPorts): SavedSearchHandlers {
  const counted = async (search: StoredSearch): Promise<SavedSearch> => ({
    ...search,
    count: await countOf(find, search.query),
  });

  return {
    'searches.list': async () => {
      const saved: SavedSearch[] = [];
      for (const search of searches.saved()) saved.push(await counted(search));
      return { saved, recent: [...searches.recent()] };
    },
    'searches.save': ({ name, query, order = 'relevance' }) => {
      const asked = query.trim();
      if (asked === '') {
        throw new AppError('invalid-input', 'An empty search cannot be saved. Type what to look for first.');
      }
      const kept = searches.save({ name, query: asked, order });
      events.searchesChanged();
      return counted(kept);
    },
    'searches.rename': ({ id, name }) => {
      const kept = searches.rename(id, name);
      if (kept === null) throw gone();
      events.searchesChanged();
      return counted(kept);
    },
    'searches.remove': ({ id }) => {
      if (!searches.remove(id)) throw gone();
      events.searchesChanged();
      return {};
    },
    'searches.record': ({ query }) => {
      const asked = query.trim();
      if (asked === '') return {};
      searches.record(asked);
      events.searchesChanged();
      return {};
    },
    'searches.forget': ({ query }) => {
      searches.forget(query ?? null);
      events.searchesChanged();
      return {};
    },
  };
}

function gone(): AppError {
  return new AppError('not-found', 'This saved search is not there any more. It may have been removed elsewhere.');
}

/** Null where it cannot be told: a search is kept also while the collection or the index cannot be read. */
async function countOf(find: CoreHandlers['search.find'], query: string): Promise<number | null> {
  try {
    return (await find({ query, limit: 1 })).total;
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}

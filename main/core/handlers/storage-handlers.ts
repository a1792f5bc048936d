/** What the library takes on the disk, and what could go. */
import type { CoreHandlers } from '../../contract/methods.ts';
import type { Library } from '../library/library.ts';
import type { Storage } from '../library/storage.ts';

type StorageHandlers = Pick<CoreHandlers, Extract<keyof CoreHandlers, `storage.${string}`>>;

interface Ports {
  readonly directory: string;
  readonly library: Library;
  readonly storage: Storage;
}

export function createStorageHandlers({ directory, library, storage }: Ports): StorageHandlers {
  const shown = ({ items, total }: ReturnType<Storage['articles']>) => ({
    total,
    items: items.map(({ article: { id, title, site, deletedAt }, size }) => ({
      id,
      title,
      site,
      inTrash: deletedAt !== null,
      size,
    })),
  });
  return {
    'storage.summary': () => {
      const { parts, freeBytes } = storage.summary();
      return { directory, parts: [...parts].map(([part, bytes]) => ({ part, bytes })), freeBytes };
    },
    'storage.article': ({ id }) => storage.sizeOf(library.article(id)),
    'storage.articles': ({ offset, limit }) => shown(storage.articles(offset, limit)),
    'storage.sites': ({ offset, limit }) => {
      const sites = library.rows.storage.sites();
      return { items: sites.slice(offset, offset + limit), total: sites.length };
    },
    'storage.pictures': ({ offset, limit }) => library.rows.storage.pictures(offset, limit),
    'storage.proposals': () => ({ items: storage.proposals() }),
    'storage.proposal': ({ kind, offset, limit }) => shown(storage.proposed(kind, offset, limit)),
    'storage.clean': ({ kinds }) => storage.clean(kinds),
  };
}

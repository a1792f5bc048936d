/** The one way to a write after which pictures and originals may be needed by nobody: they go with it, their files last. */
import type { EventSource } from '../event-source.ts';
import type { LibraryStore, LibraryWriter } from '../store/library-store.ts';
import type { AssetFiles } from './asset-files.ts';

interface DropPorts {
  readonly rows: LibraryStore;
  readonly assets: Pick<AssetFiles, 'remove'>;
  readonly events: EventSource;
}

export function dropNeedless<Result>(
  { rows, assets, events }: DropPorts,
  run: (writer: LibraryWriter) => Result,
): Result {
  const { result, unused } = rows.write((writer) => ({ result: run(writer), unused: writer.dropUnusedAssets() }));
  // Whatever happens before, no row names a file that is gone.
  assets.remove(unused);
  events.libraryChanged();
  return result;
}

/**
 * Takes back what an import brought. An article that it made goes for good, unless the reader has worked with it since: then
 * it goes to the trash. One that it changed is put back as it was, unless it was changed again since: then it is left as
 * it is, and counted.
 */
import type { Library } from '../library/library.ts';
import type { ImportStore, StoredImport } from '../store/import-store.ts';

export interface Undone {
  readonly removed: number;
  readonly trashed: number;
  readonly restored: number;
  /** Changed since, and therefore left. */
  readonly left: number;
}

/** In one transaction. */
export function undoImport({ key }: StoredImport, imports: ImportStore, library: Library): Undone {
  const undone = { removed: 0, trashed: 0, restored: 0, left: 0 };
  const gone: string[] = [];
  const touched: string[] = [];
  const toRestore: string[] = [];
  imports.within(() => {
    for (const { articleId, isNew, before, revision } of imports.traces(key)) {
      if (!library.has(articleId)) continue;
      const isUntouched = library.article(articleId).revision === revision && !library.isWorkedWith(articleId);
      if (isNew) (isUntouched ? gone : touched).push(articleId);
      else if (before !== null && library.article(articleId).revision === revision) toRestore.push(before);
      else undone.left += 1;
    }
    library.moveToTrash([...gone, ...touched]);
    undone.removed = library.purge(gone);
    undone.trashed = touched.length;
    library.restoreSnapshots(toRestore);
    undone.restored = toRestore.length;
  });
  return undone;
}

/** For the summary of the import. */
export function tellUndone({ removed, trashed, restored, left }: Undone): string {
  const parts = [
    `${articles(removed)} taken out again`,
    restored > 0 ? `${articles(restored)} put back as before` : '',
    trashed > 0 ? `${articles(trashed)} that you have worked with since moved to the trash` : '',
    left > 0 ? `${articles(left)} changed since left as ${left === 1 ? 'it is' : 'they are'}` : '',
  ];
  return `${parts.filter((part) => part !== '').join(', ')}.`;
}

function articles(count: number): string {
  return count === 1 ? '1 article' : `${count.toLocaleString('en-GB')} articles`;
}

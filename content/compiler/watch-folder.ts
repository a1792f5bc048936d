/** Tells when anything in a folder changes, at any depth, on every platform: each folder in it is watched for itself. */
import { readdirSync, statSync, watch, type FSWatcher } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/**
 * `except` is a folder in it that does not count. The folder may go and come back. Returns the way to end it. Never
 * throws: what cannot be watched is tried again with the next change around it.
 */
export function watchFolder(directory: string, except: string, changed: () => void): () => void {
  const watchers = new Map<string, FSWatcher>();
  const drop = (folder: string) => {
    watchers.get(folder)?.close();
    watchers.delete(folder);
  };
  const add = (folder: string) => {
    if (watchers.has(folder)) return;
    try {
      const watcher = watch(folder, () => {
        settle();
        changed();
      });
      watcher.on('error', () => {
        drop(folder);
      });
      watchers.set(folder, watcher);
    } catch {
      // gone since it was listed
    }
  };
  const settle = () => {
    const folders = foldersIn(resolve(directory), resolve(except));
    for (const folder of watchers.keys()) if (!folders.has(folder)) drop(folder);
    for (const folder of folders) add(folder);
  };
  settle();
  return () => {
    for (const folder of [...watchers.keys()]) drop(folder);
  };
}

/** Changes when a file comes, goes or is written to. Only looked at to spare a compile: it may be wrong once in a while. */
export function stateOf(directory: string, except: string): string {
  const names = [...foldersIn(resolve(directory), resolve(except))].slice(1).flatMap((folder) =>
    entriesOf(folder)
      .filter((entry) => entry.isFile())
      .map(({ name }) => join(folder, name)),
  );
  return names
    .map((path) => {
      const stat = statSync(path, { throwIfNoEntry: false });
      return `${path}\0${stat?.ino}\0${stat?.mtimeMs}\0${stat?.size}`;
    })
    .join('\n');
}

/** The folder that holds it, itself, and all in it. The first is watched for the second, which may go and come back. */
function foldersIn(directory: string, except: string): Set<string> {
  const folders = new Set([dirname(directory)]);
  const visit = (folder: string) => {
    if (folder === except) return;
    folders.add(folder);
    for (const entry of entriesOf(folder)) if (entry.isDirectory()) visit(join(folder, entry.name));
  };
  visit(directory);
  return folders;
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter(({ name }) => !name.startsWith('.'))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return []; // gone since it was listed
  }
}

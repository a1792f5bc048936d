/**
 * Keeps a bundle open while a compiler may put another in its place: the one that is open stays so until the next opens
 * soundly. What an open one reads later is checked by digest, so that bytes of the next are never taken for its own.
 */
import { watch } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { bundleMark } from './bundle-folder.ts';

export interface FollowedBundle<Value> {
  /** Opened at the first call. Throws what `open` throws, and tries again at the next call. */
  current(): Value;
  /** Opens what has taken the place of what is open. False if nothing has, or if it does not open. */
  refresh(): boolean;
}

export function followBundle<Value>(directory: string, open: (directory: string) => Value): FollowedBundle<Value> {
  let kept: { readonly mark: string | null; readonly value: Value } | null = null;
  const openNow = () => {
    // The mark first: a swap between the two lines is noticed at the next look.
    const mark = bundleMark(directory);
    kept = { mark, value: open(directory) };
    return kept.value;
  };
  return {
    current: () => (kept === null ? openNow() : kept.value),
    refresh: () => {
      let tried = kept?.mark ?? null;
      for (let mark = bundleMark(directory); mark !== null && mark !== tried; mark = bundleMark(directory)) {
        tried = mark;
        try {
          openNow();
          return true;
        } catch {
          // Swapped while it was read, perhaps: then the next look finds another. If not, what is open stays open, and
          // whoever asks for something that it lacks is told.
        }
      }
      return false;
    },
  };
}

/** A swap is two renames; one look after both will do. */
const settleMs = 60;

/**
 * Calls `look` when something has happened in the bundle's place. Returns the way to end it. Where a file system tells
 * nothing, it is never called.
 */
export function watchBundle(directory: string, look: () => void): () => void {
  const name = basename(resolve(directory));
  let timer: NodeJS.Timeout | undefined;
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(look, settleMs).unref();
  };
  try {
    const watcher = watch(dirname(resolve(directory)), { persistent: false }, (_event, entry) => {
      if (entry === null || entry === name) soon();
    });
    watcher.on('error', () => {
      watcher.close();
    });
    return () => {
      clearTimeout(timer);
      watcher.close();
    };
  } catch {
    return () => undefined;
  }
}

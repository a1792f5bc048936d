/**
 * How another library takes the place of the present one, wholly or not at all. It is made ready in a folder of its own
 * (`restoring.…`), and committed by the one rename of that folder to `restore-ready`. From then on whoever opens the data
 * folder next, alone with it, goes through with it first: the present file becomes a snapshot (or is put aside if it is damaged),
 * the new one gets its name. Each step may be the last before a crash; what is left is done at the next opening.
 */
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { syncFile, syncFolder, sweepUnfinished, unfinishedBeside } from '../../files/durable-file.ts';
import { libraryFile } from '../open-database.ts';
import { putAmongSnapshots } from '../snapshot-files.ts';

const readyName = 'restore-ready';
const noteName = 'restore.json';
/** The note of the last restore, for whoever wants to know what came of it. */
const doneName = 'last-restore.json';
/** Library files that were damaged, with all that was beside them. */
const asideName = 'damaged';

const note = z.object({
  /** "the backup of 27 November", for people. */
  from: z.string(),
  at: z.string(),
  /** Whether the file that is replaced is damaged: then it is kept aside. */
  isRescue: z.boolean(),
  /** What came of it, in sentences. */
  report: z.array(z.string()),
});
export type RestoreNote = z.infer<typeof note>;

/** A folder on the same disk to make the new library in. */
export function makeStage(dataDirectory: string): string {
  const stage = unfinishedBeside(join(dataDirectory, 'restoring'));
  mkdirSync(stage);
  return stage;
}

/** From here on it happens. The stage holds a whole library.db and no log of it. */
export function commitStage(dataDirectory: string, stage: string, restore: RestoreNote): void {
  const ready = join(dataDirectory, readyName);
  if (existsSync(join(ready, libraryFile))) throw new Error('another restore is ready already');
  rmSync(ready, { recursive: true, force: true });
  writeFileSync(join(stage, noteName), JSON.stringify(restore));
  for (const name of [noteName, libraryFile]) syncFile(join(stage, name));
  syncFolder(stage);
  renameSync(stage, ready);
  syncFolder(dataDirectory);
}

export function hasCommittedStage(dataDirectory: string): boolean {
  return existsSync(join(dataDirectory, readyName));
}

/** Goes through with what was committed. Only for whoever is alone with the data folder, before it opens the library. */
export function finishRestore(dataDirectory: string): void {
  const ready = join(dataDirectory, readyName);
  if (!existsSync(ready)) return;
  const fresh = join(ready, libraryFile);
  const path = join(dataDirectory, libraryFile);
  if (existsSync(fresh)) {
    const { isRescue, at } = readNote(join(ready, noteName)) ?? { isRescue: true, at: new Date(0).toISOString() };
    const isKept = !existsSync(path) || (!isRescue && putAmongSnapshots(path, dataDirectory, new Date(at)));
    // The log goes first: beside another library it would be taken for that one's own.
    if (!isKept)
      for (const ending of ['-wal', '-shm', ''])
        putAside(`${path}${ending}`, join(dataDirectory, asideName, at.replace(/[^0-9TZ]/g, '')));
    syncFolder(dataDirectory);
    renameSync(fresh, path);
    syncFolder(dataDirectory);
  }
  if (existsSync(join(ready, noteName))) renameSync(join(ready, noteName), join(dataDirectory, doneName));
  rmSync(ready, { recursive: true, force: true });
  // A cache of the library that was here.
  rmSync(join(dataDirectory, 'index'), { recursive: true, force: true });
}

function putAside(path: string, folder: string): void {
  if (!existsSync(path)) return;
  mkdirSync(folder, { recursive: true });
  renameSync(path, join(folder, basename(path)));
}

/** Takes a commitment back, as long as nothing of it was done; `why` is told in its place. */
export function abandonRestore(dataDirectory: string, now: Date, why: string): void {
  const ready = join(dataDirectory, readyName);
  // Half way through, the present library is not in its place any more: then there is no way but on.
  if (!existsSync(join(ready, libraryFile)) || !existsSync(join(dataDirectory, libraryFile))) return;
  const from = readNote(join(ready, noteName))?.from ?? '';
  writeFileSync(
    join(dataDirectory, doneName),
    JSON.stringify({ from, at: now.toISOString(), isRescue: false, report: [why] }),
  );
  renameSync(ready, unfinishedBeside(join(dataDirectory, 'restoring')));
}

/** What came of the last restore; null for none. */
export function lastRestore(dataDirectory: string): RestoreNote | null {
  return readNote(join(dataDirectory, doneName));
}

/** Library files that wait to take the place of the present one, or are being made ready. */
export function stagedLibraries(dataDirectory: string): string[] {
  return readdirSync(dataDirectory)
    .filter((name) => name === readyName || name.startsWith('restoring.'))
    .map((name) => join(dataDirectory, name, libraryFile))
    .filter((path) => existsSync(path));
}

/** At the start: what was never committed goes. */
export function sweepStages(dataDirectory: string, now: Date): void {
  sweepUnfinished(dataDirectory, now);
}

function readNote(path: string): RestoreNote | null {
  if (!existsSync(path)) return null;
  try {
    return note.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) return null; // says nothing that could be shown
    throw error;
  }
}

/** What a crash must not take back: bytes and names brought to the disk, and unfinished files that tell whose they are. */
import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { syncFolder } from '../whole-file.ts';

const unfinishedName = /\.(\d+)-[0-9a-f]{8}\.part(?:-journal|-wal|-shm)?$/;

/** Whatever is unfinished that long was left, even if another process bears the number of its maker by now. */
const abandonedAfterMs = 6 * 60 * 60 * 1000;

export function syncFile(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** A name beside `path` to write under until the file is whole. Makes the folder. */
export function unfinishedBeside(path: string): string {
  mkdirSync(dirname(path), { recursive: true });
  return `${path}.${process.pid}-${randomBytes(4).toString('hex')}.part`;
}

/** Gives a whole file its name: from then on it is there, whatever happens. */
export function finishFile(unfinished: string, path: string): void {
  syncFile(unfinished);
  renameSync(unfinished, path);
  syncFolder(dirname(path));
}

/** Removes what processes that are gone left unfinished in a folder; answers how many files. */
export function sweepUnfinished(directory: string, now: Date): number {
  if (statSync(directory, { throwIfNoEntry: false })?.isDirectory() !== true) return 0;
  let swept = 0;
  for (const name of readdirSync(directory)) {
    const owner = unfinishedName.exec(name)?.[1];
    if (owner === undefined) continue;
    const path = join(directory, name);
    const age = now.getTime() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0);
    if (isRunning(Number(owner)) && age < abandonedAfterMs) continue;
    rmSync(path, { force: true, recursive: true });
    swept += 1;
  }
  return swept;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0); // asks, and sends nothing
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

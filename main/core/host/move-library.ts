/**
 * Moves a library to another folder. At every moment one whole library is where the list says that it is: the copy gets
 * its name when all of it has been read again, the list changes after that, and what was left behind says where its
 * successor is, so that nobody goes on writing into it.
 */
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { AppError } from '../../contract/errors.ts';
import { leaveAlone } from '../store/leave-alone.ts';
import { libraryFile } from '../store/open-database.ts';
import { movedMark } from '../store/moved-mark.ts';
import { takeLock } from '../store/process-lock.ts';
import { copyFiles, listFiles } from './copy-folder.ts';
import { freeBytes } from './library-places.ts';
import { registered, withLibrary, type LibraryRegister } from './library-register.ts';

export interface LibraryMove {
  readonly register: LibraryRegister;
  readonly id: string;
  /** A folder that is not there yet, in one that is. */
  readonly to: string;
  readonly signal: AbortSignal;
  readonly progress: (bytes: number, total: number) => void;
  /** Resolves when no core has the library open any more. */
  readonly stopCore: () => Promise<void>;
  /** The system's own, unless a test has the disk refuse. */
  readonly rename?: (from: string, to: string) => void;
}

/** What never changes once it is there, by its folder: copied while one reads on. */
const unchanging = ['assets', 'snapshots', 'backups'];

/** Nor do these belong to the library: they are made anew where it is opened. */
const passing = new Set(['library.lock', 'index.lock', 'desktop']);

/** Resolves when the list names the new folder. Otherwise the library stays where it is, and what was copied is removed. */
export async function moveLibrary(move: LibraryMove): Promise<void> {
  const { register, id, to } = move;
  const from = registered(register.read(), id).directory;
  if (to === from || to.startsWith(`${from}${sep}`))
    throw new AppError('invalid-input', 'A library cannot be moved into itself. Choose another place.');
  if (existsSync(to)) throw new AppError('invalid-input', `${to} is there already. Choose another place.`);
  const lock = takeLock(register.lockFile);
  if (lock === null) throw new AppError('store-locked', 'A library is being moved already. Wait until that is done.');
  const part = `${to}.part`;
  try {
    register.write((content) => ({ ...content, moving: { id, to, part } }));
    try {
      if (!(await renameWhole(move, from))) await copyWhole(move, from, part);
    } catch (error) {
      rmSync(part, { recursive: true, force: true });
      register.write((content) => ({ ...content, moving: null }));
      throw error;
    }
    finish(register, from);
  } finally {
    lock.release();
  }
}

/** On one disk a library moves in a moment. False if `to` is on another. */
async function renameWhole({ to, stopCore, signal, rename = renameSync }: LibraryMove, from: string): Promise<boolean> {
  const probe = join(from, 'move.probe');
  const landed = `${to}.probe`;
  try {
    writeFileSync(probe, '');
    rename(probe, landed);
  } catch (error) {
    rmSync(probe, { force: true });
    if (error instanceof Error && 'code' in error && error.code === 'EXDEV') return false;
    throw unwritable(to, error);
  }
  rmSync(landed);
  await stopCore();
  signal.throwIfAborted();
  leaveAlone(from);
  rename(from, to);
  return true;
}

async function copyWhole({ to, signal, progress, stopCore }: LibraryMove, from: string, part: string): Promise<void> {
  const files = await listFiles(from);
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  const free = freeBytes(dirname(to));
  if (free !== null && free < total * 1.02) throw noRoom(dirname(to), total, free);
  let copied = 0;
  const options = {
    signal,
    progress: (bytes: number) => {
      copied += bytes;
      progress(Math.min(copied, total), total);
    },
  };
  try {
    rmSync(part, { recursive: true, force: true });
    mkdirSync(part);
    await copyFiles(
      from,
      part,
      files.filter(({ name }) => isUnchanging(name)),
      { ...options, mayVanish: true },
    );
    await stopCore();
    leaveAlone(from);
    const last = (await listFiles(from)).filter(({ name }) => !passing.has(name.split(sep)[0] ?? ''));
    copied = 0;
    await copyFiles(from, part, last, { ...options, mayVanish: false });
  } catch (error) {
    throw error instanceof Error && 'code' in error && error.code === 'ENOSPC' ? noRoom(dirname(to), total, 0) : error;
  }
  signal.throwIfAborted();
  renameSync(part, to);
}

function isUnchanging(name: string): boolean {
  return unchanging.some((folder) => name.startsWith(`${folder}${sep}`));
}

/** Ends, one way or the other, a move that a crash cut off. To be called before a library is opened. */
export function mendMove(register: LibraryRegister): void {
  if (register.read().moving === null) return;
  const lock = takeLock(register.lockFile);
  // Nothing was cut off: another process is at it.
  if (lock === null) return;
  try {
    const { moving, libraries } = register.read();
    if (moving === null) return;
    rmSync(moving.part, { recursive: true, force: true });
    const library = libraries.find(({ id }) => id === moving.id);
    // Whole at its new place: only the list had not been told.
    if (library !== undefined && existsSync(join(moving.to, libraryFile))) finish(register, library.directory);
    else register.write((content) => ({ ...content, moving: null }));
  } finally {
    lock.release();
  }
}

/** The mark comes first: killed between the two, the move is mended, and nobody has written into the old one. */
function finish(register: LibraryRegister, from: string): void {
  const { moving } = register.read();
  if (moving === null) return;
  const { id, to } = moving;
  const isLeft = existsSync(join(from, libraryFile));
  if (isLeft) writeFileSync(join(from, movedMark), `${JSON.stringify({ movedTo: to }, null, 2)}\n`);
  register.write((content) =>
    withLibrary({ ...content, moving: null }, id, { directory: to, isKnown: true, left: isLeft ? from : null }),
  );
}

function noRoom(place: string, needed: number, free: number): AppError {
  const megabytes = (bytes: number) => Math.ceil(bytes / 1_000_000).toLocaleString('en-GB');
  const message = `There is not enough room in ${place}: the library takes ${megabytes(needed)} MB, and ${megabytes(free)} MB are free. Nothing was moved.`;
  return new AppError('disk-full', message);
}

function unwritable(to: string, cause: unknown): unknown {
  if (!(cause instanceof Error) || !('code' in cause)) return cause;
  const message = `${dirname(to)} cannot be written to (${String(cause.code)}). Choose another place.`;
  return new AppError('invalid-input', message, undefined, { cause });
}

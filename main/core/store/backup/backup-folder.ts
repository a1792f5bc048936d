/** The files in the folder of backups that are ours by their names. Others are never touched. */
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { BackupFile } from '../../../contract/backup-entities.ts';

const name = /^lectern-backup-(\d{4}-\d\d-\d\d)(?:-(\d+))?\.zip$/;

/** Newest first. */
export function listBackups(folder: string): (BackupFile & { readonly path: string })[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .flatMap((id) => {
      const path = join(folder, id);
      const stat = name.test(id) ? statSync(path, { throwIfNoEntry: false }) : undefined;
      if (stat?.isFile() !== true) return [];
      return [{ id, path, bytes: stat.size, madeAt: stat.mtime.toISOString() }];
    })
    .sort((a, b) => (a.madeAt < b.madeAt ? 1 : -1));
}

/** Null for what is none of ours: no path is ever built from what was asked for. */
export function findBackup(folder: string, id: string): string | null {
  return listBackups(folder).find((backup) => backup.id === id)?.path ?? null;
}

/** `lectern-backup-2026-11-27.zip`, or the first of `-2`, `-3`, … that is not there yet. */
export function nextBackup(folder: string, now: Date): string {
  const day = now.toISOString().slice(0, 10);
  for (let number = 1; ; number += 1) {
    const path = join(folder, `lectern-backup-${day}${number === 1 ? '' : `-${number}`}.zip`);
    if (!existsSync(path)) return path;
  }
}

/** Removes all but the newest `keep`; answers how many went. */
export function thinBackups(folder: string, keep: number): number {
  const gone = listBackups(folder).slice(keep);
  for (const { path } of gone) rmSync(path, { force: true });
  return gone.length;
}

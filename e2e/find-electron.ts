/** Where an Electron binary is, if there is one: the specs run in it too then. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** `ELECTRON_PATH`, else what the electron package has downloaded, else null. */
export function findElectron(): string | null {
  const asked = process.env['ELECTRON_PATH'];
  if (asked !== undefined && existsSync(asked)) return asked;
  const folder = join(import.meta.dirname, '..', 'node_modules', 'electron');
  const pathFile = join(folder, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const binary = join(folder, 'dist', readFileSync(pathFile, 'utf8').trim());
  return existsSync(binary) ? binary : null;
}

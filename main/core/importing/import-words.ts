/** What is said of an import as a whole. */
import { AppError } from '../../contract/errors.ts';
import type { ImportFileEntry, StoredImport } from '../store/import-store.ts';

export function nameOf(files: readonly ImportFileEntry[]): string {
  const tops = [...new Set(files.map(({ name }) => name.split('/', 1)[0] ?? name))];
  const [first = 'nothing'] = tops;
  if (tops.length === 1) return first;
  return tops.length === 2 ? `${first} and 1 other` : `${first} and ${tops.length - 1} others`;
}

export function refusalText(error: unknown): string {
  if (error instanceof AppError) return error.message;
  return 'Lectern made a mistake in this import; it was stopped. What it had saved is there and can be taken back.';
}

export function wrongState({ state }: StoredImport, verb: string): AppError {
  return new AppError('invalid-input', `This import is ${state}, so it cannot be ${verb}.`);
}

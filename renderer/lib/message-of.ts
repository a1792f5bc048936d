import { AppError } from '../../main/contract/errors.ts';

/** A sentence for people, whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof AppError ? error.message : 'Lectern made a mistake here. Nothing of yours was lost.';
}

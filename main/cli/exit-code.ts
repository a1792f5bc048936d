/** Turns the end of a piece of work into an exit code, and says what went wrong. */
import { AppError } from '../contract/errors.ts';
import type { Terminal } from './terminal.ts';

export async function exitCodeOf(work: () => Promise<void>, terminal: Pick<Terminal, 'err'>): Promise<0 | 1> {
  try {
    await work();
    return 0;
  } catch (error) {
    terminal.err(`lectern: ${explain(error)}\n`);
    return 1;
  }
}

/** A failure that was foreseen speaks for itself; a bug shows where it is. */
export function explain(error: unknown): string {
  if (error instanceof AppError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

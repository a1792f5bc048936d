/** A fault of the disk at a path that somebody chose, in words that tell what to do. What is no such fault comes back as it is. */
import { AppError } from '../../contract/errors.ts';

export function pathError(cause: unknown, path: string): unknown {
  if (cause instanceof AppError || !(cause instanceof Error) || !('code' in cause)) return cause;
  if (cause.code === 'ENOSPC' || cause.code === 'EDQUOT') {
    const message = `The disk is full, so ${path} was not written. Make room and try again.`;
    return new AppError('disk-full', message, undefined, { cause });
  }
  const message = `${path} cannot be written (${String(cause.code)}). Choose another place with --out.`;
  return new AppError('invalid-input', message, undefined, { cause });
}

import { AppError } from '../../contract/errors.ts';

/** For what is at the place of an export and was put there by none. */
export function inTheWay(path: string): AppError {
  const message = `${path} is there already and is no export of this kind, so it was left alone. Choose another --out.`;
  return new AppError('invalid-input', message);
}

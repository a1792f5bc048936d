/** What a library that was moved leaves behind, so that nobody goes on writing into the old one. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { AppError } from '../../contract/errors.ts';

export const movedMark = 'moved-to.json';

const mark = z.object({ movedTo: z.string() });

/** Throws `AppError` in a folder whose library lives elsewhere by now. */
export function refuseMoved(directory: string): void {
  const path = join(directory, movedMark);
  if (!existsSync(path)) return;
  const content = mark.safeParse(readJson(path));
  const where = content.success ? ` to ${content.data.movedTo}` : '';
  const message = `The library in ${directory} was moved${where}. Open it there; to use what was left here, take ${movedMark} away first.`;
  throw new AppError('store-unavailable', message);
}

/** Undefined for what is no JSON: the mark counts whatever it says. */
function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

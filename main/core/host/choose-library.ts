/** Which library a shell or a command opens. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { configDirectory, defaultDataDirectory } from '../data-directory.ts';
import { libraryFile } from '../store/open-database.ts';
import {
  chosen,
  openLibraryRegister,
  registered,
  withLibrary,
  type ChosenLibrary,
  type LibraryRegister,
} from './library-register.ts';
import { mendMove } from './move-library.ts';

interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: string;
  readonly home: string;
}

export function libraryRegister({ env, platform, home }: Surroundings): LibraryRegister {
  const { LECTERN_DATA: _, ...rest } = env;
  return openLibraryRegister(configDirectory(env, platform, home), defaultDataDirectory(rest, platform, home));
}

/** The library in `directory`, else in the folder that `LECTERN_DATA` names, else the current one of the list. */
export function chooseLibrary(
  register: LibraryRegister,
  directory: string | null,
  env: Surroundings['env'],
): ChosenLibrary {
  const named = directory ?? env['LECTERN_DATA'] ?? '';
  if (named !== '') return { id: null, directory: named, fault: null };
  mendMove(register);
  const { libraries, current, ...rest } = register.read();
  const library = registered({ ...rest, libraries, current }, current);
  // Once there, never made anew where it is missing. Somebody's only library is in no list yet, and needs none.
  if (libraries.length > 1 && !library.isKnown && existsSync(join(library.directory, libraryFile)))
    register.write((content) => withLibrary(content, library.id, { isKnown: true }));
  return chosen(library);
}

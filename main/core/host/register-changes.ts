/** What can be done to the list of libraries, by whichever shell. No file of a library is touched but to make its folder. */
import { existsSync, mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { AppError } from '../../contract/errors.ts';
import { libraryFile } from '../store/open-database.ts';
import {
  refuseTaken,
  registered,
  withLibrary,
  withNewLibrary,
  type LibraryRegister,
  type RegisteredLibrary,
} from './library-register.ts';

/** In a folder of its own within `place`. */
export function createLibrary(register: LibraryRegister, name: string, place: string): void {
  const directory = freeFolder(place, name);
  register.write((content) => withNewLibrary(content, name, directory));
  mkdirSync(directory, { recursive: true });
}

/** A library that is there. Without a name it is called as its folder is, with a number if that is taken. */
export function addLibrary(register: LibraryRegister, directory: string, name: string | null): void {
  if (!existsSync(join(directory, libraryFile)))
    throw new AppError('not-found', `There is no library in ${directory}: a library’s folder holds ${libraryFile}.`);
  register.write((content) => {
    const taken = new Set(content.libraries.map((one) => one.name.toLowerCase()));
    const more = withNewLibrary(content, name ?? freeName(basename(directory), taken), directory);
    const added = more.libraries.at(-1);
    return added === undefined ? more : withLibrary(more, added.id, { isKnown: true });
  });
}

export function renameLibrary(register: LibraryRegister, id: string, name: string): void {
  register.write((content) => {
    registered(content, id);
    refuseTaken(content, name, id);
    return withLibrary(content, id, { name });
  });
}

/** Takes it off the list. `open` is the one that is open, if one is. */
export function forgetLibrary(register: LibraryRegister, id: string, open: string | null): void {
  register.write((content) => {
    const { name } = registered(content, id);
    if (open === id || content.current === id)
      throw new AppError(
        'invalid-input',
        `“${name}” is the current library. Open another before it is taken off the list.`,
      );
    return { ...content, libraries: content.libraries.filter((one) => one.id !== id) };
  });
}

/** By its name, whatever the case. */
export function libraryCalled(register: LibraryRegister, name: string): RegisteredLibrary {
  const { libraries } = register.read();
  const library = libraries.find((one) => one.name.toLowerCase() === name.toLowerCase());
  if (library !== undefined) return library;
  const names = libraries.map((one) => `“${one.name}”`).join(', ');
  throw new AppError('not-found', `There is no library called “${name}”. There are: ${names}.`);
}

/** A folder of the library's name that is not there yet. */
export function freeFolder(place: string, name: string): string {
  // What some disk refuses in a name, or takes off its end.
  const tame = name.replace(/[<>:"/\\|?*\p{Cc}]/gu, '-').replace(/[. ]+$/, '');
  const stem = `Lectern ${tame}`.trimEnd();
  for (let number = 1; ; number += 1) {
    const directory = join(place, number === 1 ? stem : `${stem} ${number}`);
    if (!existsSync(directory)) return directory;
  }
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? name : `${name} ${number}`;
    if (!taken.has(candidate.toLowerCase())) return candidate;
  }
}

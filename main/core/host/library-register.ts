/**
 * The list of the reader's libraries and which of them is opened: `libraries.json`, read again before every change, and
 * replaced as a whole, so that a crash leaves the old list or the new one. Owns that file and nothing of any library.
 */
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { AppError } from '../../contract/errors.ts';
import { writeWholeFileSync } from '../files/durable-file.ts';
import { libraryFile } from '../store/open-database.ts';

const registeredLibrary = z.object({
  id: z.string(),
  name: z.string(),
  directory: z.string(),
  /** Whether it has ever been opened: then its folder must be there, and is never made again. */
  isKnown: z.boolean(),
  /** Where it lay before it was moved, as long as something lies there. */
  left: z.string().nullable(),
});
export type RegisteredLibrary = z.infer<typeof registeredLibrary>;

const registerFile = z.object({
  version: z.literal(1),
  current: z.string(),
  libraries: z.array(registeredLibrary).min(1),
  /** A move that is under way, so that a crash in it can be mended. */
  moving: z.object({ id: z.string(), to: z.string(), part: z.string() }).nullable(),
});
export type RegisterContent = z.infer<typeof registerFile>;

export interface LibraryRegister {
  /** Held by whoever moves a library. */
  readonly lockFile: string;
  read(): RegisterContent;
  /** Replaces what `change` answers. Throws `AppError` if the file cannot be written. */
  write(change: (content: RegisterContent) => RegisterContent): RegisterContent;
}

const fileName = 'libraries.json';

/** The library of whoever has made no other. Its folder comes with its first use. */
const firstId = 'first';

/** Makes nothing until something is written. Without a file, there is one library in `defaultDirectory`. */
export function openLibraryRegister(directory: string, defaultDirectory: string): LibraryRegister {
  const path = join(directory, fileName);
  const read = (): RegisterContent => {
    if (!existsSync(path)) return atFirst(defaultDirectory);
    try {
      return registerFile.parse(JSON.parse(readFileSync(path, 'utf8')));
    } catch (cause) {
      const message = `The list of your libraries, ${path}, cannot be read. Mend it, or move it away to begin with the library in ${defaultDirectory}; the libraries themselves are untouched.`;
      throw new AppError('store-unavailable', message, undefined, { cause });
    }
  };
  return {
    lockFile: join(directory, 'move.lock'),
    read,
    write: (change) => {
      const content = registerFile.parse(change(read()));
      try {
        mkdirSync(directory, { recursive: true });
        writeWholeFileSync(path, `${JSON.stringify(content, null, 2)}\n`);
      } catch (cause) {
        const message = `The list of your libraries cannot be written to ${directory}. Make room there, or allow Lectern to write.`;
        throw new AppError('store-unavailable', message, undefined, { cause });
      }
      return content;
    },
  };
}

function atFirst(directory: string): RegisterContent {
  const library = {
    id: firstId,
    name: 'Library',
    directory,
    isKnown: existsSync(join(directory, libraryFile)),
    left: null,
  };
  return { version: 1, current: library.id, libraries: [library], moving: null };
}

export function registered(content: RegisterContent, id: string): RegisteredLibrary {
  const library = content.libraries.find((one) => one.id === id);
  if (library !== undefined) return library;
  throw new AppError('not-found', 'There is no such library in the list. It may have been taken off.', { id });
}

/** The same list with one library changed. */
export function withLibrary(content: RegisterContent, id: string, change: Partial<RegisteredLibrary>): RegisterContent {
  return { ...content, libraries: content.libraries.map((one) => (one.id === id ? { ...one, ...change } : one)) };
}

/** With one more library, whose name must be new. */
export function withNewLibrary(content: RegisterContent, name: string, directory: string): RegisterContent {
  refuseTaken(content, name, null);
  const known = content.libraries.find((one) => one.directory === directory);
  if (known !== undefined)
    throw new AppError('invalid-input', `That folder is in the list already, as “${known.name}”.`);
  const library = { id: randomUUID(), name, directory, isKnown: false, left: null };
  return { ...content, libraries: [...content.libraries, library] };
}

/** Two libraries of one name could not be told apart in a list, nor at the command line. */
export function refuseTaken(content: RegisterContent, name: string, id: string | null): void {
  const same = content.libraries.find((one) => one.id !== id && one.name.toLowerCase() === name.toLowerCase());
  if (same !== undefined)
    throw new AppError('invalid-input', `There is a library called “${same.name}” already. Choose another name.`);
}

/** A library as it is to be opened. */
export interface ChosenLibrary {
  /** Null for a folder that was named and is in no list. */
  readonly id: string | null;
  readonly directory: string;
  /** Why it cannot be opened; the collection can be read all the same. */
  readonly fault: string | null;
}

export function chosen(library: RegisteredLibrary): ChosenLibrary {
  return { id: library.id, directory: library.directory, fault: isAbsent(library) ? absence(library) : null };
}

/** What is gone must not be made anew: an empty library would stand where the reader's own was. */
export function isAbsent({ id, directory, isKnown }: RegisteredLibrary): boolean {
  if (isKnown) return !existsSync(join(directory, libraryFile));
  // Every other library's folder was made when it came into the list.
  return id !== firstId && !existsSync(directory);
}

function absence({ name, directory }: RegisteredLibrary): string {
  return `The library “${name}” is not where it was, ${directory}. If it is on a stick or a disk, plug that in and open it again; or open another library.`;
}

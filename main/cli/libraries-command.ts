/** `lectern libraries`: the list of libraries, from the command line. No core is started for it. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { AppError } from '../contract/errors.ts';
import { libraryName } from '../contract/libraries-methods.ts';
import { libraryRegister } from '../core/host/choose-library.ts';
import { isAbsent, registered, type LibraryRegister } from '../core/host/library-register.ts';
import { mendMove, moveLibrary } from '../core/host/move-library.ts';
import {
  addLibrary,
  createLibrary,
  forgetLibrary,
  freeFolder,
  libraryCalled,
  renameLibrary,
} from '../core/host/register-changes.ts';
import type { LibrariesTask } from './libraries-task.ts';
import type { Terminal } from './terminal.ts';

/** Prints the list as it is afterwards. Throws `AppError` for what cannot be done. */
export async function runLibrariesCommand(
  { task, json }: { readonly task: LibrariesTask; readonly json: boolean },
  terminal: Terminal,
): Promise<void> {
  const register = libraryRegister(terminal);
  mendMove(register);
  await change(task, register, terminal);
  const { libraries, current } = register.read();
  const items = libraries.map((library) => ({
    name: library.name,
    directory: library.directory,
    isCurrent: library.id === current,
    isAbsent: isAbsent(library),
    left: library.left,
  }));
  if (json) terminal.out(`${JSON.stringify(items, null, 2)}\n`);
  else for (const item of items) terminal.out(`${line(item)}\n`);
}

function line(item: {
  name: string;
  directory: string;
  isCurrent: boolean;
  isAbsent: boolean;
  left: string | null;
}): string {
  const remarks = [
    ...(item.isAbsent ? ['not there'] : []),
    ...(item.left === null ? [] : [`an old copy lies in ${item.left}`]),
  ];
  const more = remarks.length === 0 ? '' : ` (${remarks.join('; ')})`;
  return `${item.isCurrent ? '*' : ' '} ${item.name}: ${item.directory}${more}`;
}

async function change(task: LibrariesTask, register: LibraryRegister, terminal: Terminal): Promise<void> {
  switch (task.kind) {
    case 'list':
      return;
    case 'create':
      createLibrary(
        register,
        readName(task.library),
        task.within === null ? documents(terminal.home) : resolve(task.within),
      );
      return;
    case 'add':
      addLibrary(register, resolve(task.directory), task.library === null ? null : readName(task.library));
      return;
    case 'use': {
      const { id } = libraryCalled(register, task.library);
      register.write((content) => ({ ...content, current: id }));
      return;
    }
    case 'rename':
      renameLibrary(register, libraryCalled(register, task.library).id, readName(task.to));
      return;
    case 'forget':
      forgetLibrary(register, libraryCalled(register, task.library).id, null);
      return;
    case 'move':
      await move(resolve(task.directory), register, terminal);
  }
}

async function move(place: string, register: LibraryRegister, terminal: Terminal): Promise<void> {
  const content = register.read();
  const library = registered(content, content.current);
  if (!existsSync(place))
    throw new AppError('not-found', `${place} is not there. Make the folder first, or name another.`);
  if (isAbsent(library))
    throw new AppError('not-found', `The library “${library.name}” is not in ${library.directory}.`);
  const begun = Date.now();
  let told = 0;
  await moveLibrary({
    register,
    id: library.id,
    to: freeFolder(place, library.name),
    signal: new AbortController().signal,
    progress: (bytes, total) => {
      const share = Math.floor((bytes / total) * 100);
      if (Date.now() - begun < 5000 || share < told + 5) return;
      told = share;
      terminal.err(`${share} % copied.\n`);
    },
    // Nobody runs a core here; whoever does elsewhere is found out by the move.
    stopCore: () => Promise.resolve(),
  });
}

function readName(text: string): string {
  const name = libraryName.safeParse(text);
  if (name.success) return name.data;
  throw new AppError('invalid-input', `The name ${name.error.issues[0]?.message ?? 'is not one'}.`);
}

function documents(home: string): string {
  const folder = join(home, 'Documents');
  return existsSync(folder) ? folder : home;
}

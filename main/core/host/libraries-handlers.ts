/** What the reader does with libraries as wholes: lists, makes, opens, names, moves them. One thing at a time. */
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../contract/errors.ts';
import type { LibraryList } from '../../contract/libraries-methods.ts';
import type { HostHandlers } from '../../contract/methods.ts';
import { libraryFile } from '../store/open-database.ts';
import type { CoreSlot } from './core-slot.ts';
import { findLibraries, listPlaces, type LibraryPlace } from './library-places.ts';
import { chosen, isAbsent, registered, withLibrary, type LibraryRegister } from './library-register.ts';
import { moveLibrary } from './move-library.ts';
import { addLibrary, createLibrary, forgetLibrary, freeFolder, renameLibrary } from './register-changes.ts';

interface LibrariesPorts {
  readonly register: LibraryRegister;
  readonly slot: CoreSlot;
  readonly platform: string;
  readonly home: string;
  /** Folders that the reader chose in a dialog. */
  readonly offered: readonly string[];
  /** Tells of the list, or of how far a move is. */
  readonly changed: () => void;
  /** Tells that a core over another library answers from now on. */
  readonly exchanged: () => void;
}

interface Moving {
  readonly id: string;
  readonly to: string;
  readonly abort: AbortController;
  readonly done: Promise<void>;
  bytes: number;
  total: number;
}

/** The list learns of it so often, and not with every chunk. */
const tellEveryMs = 200;

export function createLibrariesHandlers(ports: LibrariesPorts): {
  readonly handlers: HostHandlers;
  /** Ends a move that is under way; the library stays where it was. */
  readonly close: () => Promise<void>;
} {
  const { register, slot, platform, home, offered } = ports;
  let moving: Moving | null = null;
  let moveFault: string | null = null;

  const list = (): LibraryList => {
    const open = slot.library();
    const items: LibraryList['items'] = register.read().libraries.map((one) => ({
      id: one.id,
      name: one.name,
      directory: one.directory,
      state: isAbsent(one) ? 'absent' : one.id === open.id ? 'open' : 'ready',
      left: one.left,
      isUnlisted: false,
    }));
    const { directory } = open;
    const unlisted = {
      id: 'unlisted',
      name: 'This folder',
      directory,
      state: 'open',
      left: null,
      isUnlisted: true,
    } as const;
    return {
      items: open.id === null ? [unlisted, ...items] : items,
      moving: moving === null ? null : { id: moving.id, to: moving.to, bytes: moving.bytes, total: moving.total },
      moveFault,
    };
  };
  const changed = (): LibraryList => {
    ports.changed();
    return list();
  };

  const places = () => listPlaces(platform, home, offered);
  const placeOf = (id: string): LibraryPlace => {
    const place = places().find((one) => one.id === id);
    if (place !== undefined) return place;
    throw new AppError('not-found', 'That place is not there any more. Look at the places again.', { id });
  };
  const found = () => {
    const known = new Set([slot.library().directory, ...register.read().libraries.map((one) => one.directory)]);
    return findLibraries(places()).filter(({ directory }) => !known.has(directory));
  };
  const refuseWhileMoving = () => {
    if (moving !== null)
      throw new AppError('invalid-input', 'A library is being moved. Wait until that is done, or cancel it.');
  };

  /** Once opened, a library is never made anew where it is missing. */
  const markOpened = (id: string) => {
    register.write((content) => ({ ...withLibrary(content, id, { isKnown: true }), current: id }));
  };

  const startMove = (id: string, to: string): void => {
    const abort = new AbortController();
    const own: Moving = { id, to, abort, bytes: 0, total: 0, done: Promise.resolve().then(() => carry()) };
    let toldAt = 0;
    let isStopped = false;
    const carry = async () => {
      try {
        await moveLibrary({
          register,
          id,
          to,
          signal: abort.signal,
          progress: (bytes, total) => {
            Object.assign(own, { bytes, total });
            if (Date.now() - toldAt < tellEveryMs) return;
            toldAt = Date.now();
            ports.changed();
          },
          stopCore: async () => {
            isStopped = true;
            await slot.stop();
          },
        });
      } catch (error) {
        if (!abort.signal.aborted)
          moveFault =
            error instanceof AppError
              ? error.message
              : `The library could not be moved (${String(error)}). It is where it was.`;
      }
      moving = null;
      if (isStopped) {
        slot.start(chosen(registered(register.read(), id)));
        ports.exchanged();
      }
      ports.changed();
    };
    moving = own;
    moveFault = null;
  };

  const handlers: HostHandlers = {
    'libraries.list': list,
    'libraries.places': () => ({ places: places(), found: found() }),
    'libraries.create': ({ name, place }) => {
      createLibrary(register, name, placeOf(place).directory);
      return changed();
    },
    'libraries.add': ({ found: id }) => {
      const library = found().find((one) => one.id === id);
      if (library === undefined)
        throw new AppError('not-found', 'That library is not there any more. Look again.', { id });
      addLibrary(register, library.directory, null);
      return changed();
    },
    'libraries.open': async ({ id }) => {
      refuseWhileMoving();
      const library = registered(register.read(), id);
      if (slot.library().id === id && !isAbsent(library) && slot.library().fault === null) return list();
      const next = chosen(library);
      if (next.fault !== null) throw new AppError('store-unavailable', next.fault);
      await slot.stop();
      slot.start(next);
      markOpened(id);
      ports.exchanged();
      return changed();
    },
    'libraries.rename': ({ id, name }) => {
      renameLibrary(register, id, name);
      return changed();
    },
    'libraries.forget': ({ id }) => {
      refuseWhileMoving();
      forgetLibrary(register, id, slot.library().id);
      return changed();
    },
    'libraries.move': ({ place }) => {
      refuseWhileMoving();
      const { id, fault } = slot.library();
      if (id === null)
        throw new AppError(
          'invalid-input',
          'This library was opened by its folder and is in no list. Open it from the list to move it.',
        );
      if (fault !== null) throw new AppError('store-unavailable', fault);
      const { name } = registered(register.read(), id);
      startMove(id, freeFolder(placeOf(place).directory, name));
      return list();
    },
    'libraries.cancelMove': async () => {
      moving?.abort.abort();
      await moving?.done;
      return list();
    },
    'libraries.removeLeft': ({ id }) => {
      refuseWhileMoving();
      const { left, directory } = registered(register.read(), id);
      if (left === null) return list();
      if (!existsSync(join(directory, libraryFile)))
        throw new AppError(
          'store-unavailable',
          `The moved library in ${directory} is not there at the moment, so what was left in ${left} is kept.`,
        );
      rmSync(left, { recursive: true, force: true });
      register.write((content) => withLibrary(content, id, { left: null }));
      return changed();
    },
  };
  return {
    handlers,
    close: async () => {
      moving?.abort.abort();
      await moving?.done;
    },
  };
}

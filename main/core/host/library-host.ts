/**
 * Keeps a core running over one of the reader's libraries, and lets it be another one. Answers the methods about
 * libraries itself; every other goes to the core.
 */
import { createDispatcher } from '../../contract/dispatcher.ts';
import type { EventMessage } from '../../contract/events.ts';
import { hostMethods, type HostMethodName } from '../../contract/methods.ts';
import { createCoreHost, type CoreHost } from './core-host.ts';
import type { CorePort } from './core-port.ts';
import { createCoreSlot } from './core-slot.ts';
import { createLibrariesHandlers } from './libraries-handlers.ts';
import { placeIdOf } from './library-places.ts';
import type { ChosenLibrary, LibraryRegister } from './library-register.ts';

export interface LibraryHost extends CoreHost {
  /** Of the library that is open now. */
  dataDirectory(): string;
  /** Takes a folder that the reader chose in a dialog of the shell among the places; answers the place's id. */
  offer(directory: string): string;
}

interface LibraryHostOptions {
  readonly register: LibraryRegister;
  readonly opened: ChosenLibrary;
  /** Starts a core over that library and returns the line to it. */
  readonly spawn: (library: ChosenLibrary) => CorePort;
  readonly platform: string;
  readonly home: string;
  /** Told of crashes and bugs, for the log. */
  readonly report: (message: string) => void;
}

export function createLibraryHost(options: LibraryHostOptions): LibraryHost {
  const { register, report, platform, home } = options;
  const listeners = new Set<(message: EventMessage) => void>();
  const offered: string[] = [];
  let revision = 0;

  const emit = (message: EventMessage) => {
    for (const listener of listeners) listener(message);
  };
  const slot = createCoreSlot({
    first: options.opened,
    startCore: (library) => createCoreHost({ spawn: () => options.spawn(library), report }),
    emit,
  });
  const libraries = createLibrariesHandlers({
    register,
    slot,
    platform,
    home,
    offered,
    changed: () => {
      revision += 1;
      emit({ event: 'libraries.changed', payload: { revision } });
    },
    exchanged: () => {
      revision += 1;
      emit({ event: 'core.restarted', payload: { revision, because: 'library' } });
    },
  });
  const dispatch = createDispatcher<HostMethodName>({
    handlers: libraries.handlers,
    report: (method, error) => {
      report(`${method} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    },
  });

  return {
    dataDirectory: () => slot.library().directory,
    offer: (directory) => {
      offered.push(directory);
      return placeIdOf(directory);
    },
    invoke: (method, input) =>
      Object.hasOwn(hostMethods, method) ? dispatch(method, input) : slot.invoke(method, input),
    onEvent: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: async (graceMs) => {
      await libraries.close();
      await slot.close(graceMs);
    },
  };
}

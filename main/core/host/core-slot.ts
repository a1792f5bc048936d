/** A place for one running core that can be taken out and replaced. Calls that come meanwhile wait for the next one. */
import type { Reply } from '../../contract/errors.ts';
import type { EventMessage } from '../../contract/events.ts';
import type { CoreHost } from './core-host.ts';
import type { ChosenLibrary } from './library-register.ts';

export interface CoreSlot {
  /** What runs, or ran last. */
  library(): ChosenLibrary;
  invoke(method: string, input: unknown): Promise<Reply>;
  /** Resolves when the core has finished its writes and let go of its library. */
  stop(): Promise<void>;
  start(library: ChosenLibrary): void;
  close(graceMs?: number): Promise<void>;
}

interface SlotOptions {
  readonly first: ChosenLibrary;
  readonly startCore: (library: ChosenLibrary) => CoreHost;
  readonly emit: (message: EventMessage) => void;
}

export function createCoreSlot({ first, startCore, emit }: SlotOptions): CoreSlot {
  let library = first;
  let core = begin();
  /** Undefined while a core runs. */
  let waiting: { readonly promise: Promise<undefined>; readonly resolve: (value: undefined) => void } | undefined;

  function begin(): CoreHost {
    const started = startCore(library);
    started.onEvent(emit);
    return started;
  }

  return {
    library: () => library,
    invoke: async (method, input) => {
      await waiting?.promise;
      return core.invoke(method, input);
    },
    stop: async () => {
      waiting ??= Promise.withResolvers<undefined>();
      await core.close();
    },
    start: (next) => {
      library = next;
      core = begin();
      waiting?.resolve(undefined);
      waiting = undefined;
    },
    close: async (graceMs) => {
      waiting?.resolve(undefined);
      await core.close(graceMs);
    },
  };
}

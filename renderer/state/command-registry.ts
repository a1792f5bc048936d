/** Who answers which command now. The element that registered last is asked first; keys, palette and menu end here. */
import type { CommandId } from '../../main/contract/commands.ts';

export type CommandHandlers = Partial<Record<CommandId, () => void>>;

interface Registration {
  readonly handlers: CommandHandlers;
  readonly isActive: () => boolean;
}

export class CommandRegistry {
  readonly #registrations: Registration[] = [];

  /** Returns the function that takes the handlers back. */
  register(handlers: CommandHandlers, isActive: () => boolean = () => true): () => void {
    const registration = { handlers, isActive };
    this.#registrations.push(registration);
    return () => {
      const index = this.#registrations.indexOf(registration);
      if (index !== -1) this.#registrations.splice(index, 1);
    };
  }

  /** False if nobody answers the command where the reader is. */
  run(command: CommandId): boolean {
    const handler = this.#find(command);
    handler?.();
    return handler !== undefined;
  }

  has(command: CommandId): boolean {
    return this.#find(command) !== undefined;
  }

  #find(command: CommandId): (() => void) | undefined {
    const holder = this.#registrations.findLast(
      ({ handlers, isActive }) => handlers[command] !== undefined && isActive(),
    );
    return holder?.handlers[command];
  }
}

import { ContextConsumer } from '@lit/context';
import type { LitElement, ReactiveController } from 'lit';
import { commandsContext } from './contexts.ts';
import type { CommandHandlers, CommandRegistry } from './command-registry.ts';

/** Answers commands for as long as its host stands in the document. */
export class CommandsController implements ReactiveController {
  readonly #host: LitElement;
  readonly #handlers: CommandHandlers;
  readonly #isActive: (() => boolean) | undefined;
  readonly #registry: ContextConsumer<typeof commandsContext, LitElement>;
  #release: (() => void) | null = null;

  /**
   * With `onlyWithFocus` the commands are the host's only while the focus is inside it: arrow keys of a list. With `only`,
   * as long as that holds.
   */
  constructor(
    host: LitElement,
    handlers: CommandHandlers,
    options: { onlyWithFocus?: boolean; only?: () => boolean } = {},
  ) {
    this.#host = host;
    this.#handlers = handlers;
    this.#isActive = options.onlyWithFocus === true ? () => this.#host.matches(':focus-within') : options.only;
    this.#registry = new ContextConsumer(host, {
      context: commandsContext,
      callback: (registry) => this.#register(registry),
    });
    host.addController(this);
  }

  hostConnected(): void {
    if (this.#registry.value !== undefined) this.#register(this.#registry.value);
  }

  hostDisconnected(): void {
    this.#release?.();
    this.#release = null;
  }

  #register(registry: CommandRegistry): void {
    this.#release?.();
    this.#release = registry.register(this.#handlers, this.#isActive);
  }
}

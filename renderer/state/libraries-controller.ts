/** The list of libraries, kept current; and what is done to it, one thing at a time, with what became of it. */
import { ContextConsumer } from '@lit/context';
import type { LitElement, ReactiveController } from 'lit';
import type { Client } from '../../main/contract/client.ts';
import type { LibraryList } from '../../main/contract/libraries-methods.ts';
import { clientContext, eventsContext } from '../api/api-context.ts';
import { messageOf } from '../lib/message-of.ts';

export class LibrariesController implements ReactiveController {
  /** Null until it is known. */
  list: LibraryList | null = null;
  /** Why the list cannot be read, or what was asked for last could not be done. */
  fault: string | null = null;
  isBusy = false;
  readonly #host: LitElement;
  readonly #client: ContextConsumer<typeof clientContext, LitElement>;
  readonly #events: ContextConsumer<typeof eventsContext, LitElement>;
  #release: (() => void) | null = null;

  constructor(host: LitElement) {
    this.#host = host;
    this.#client = new ContextConsumer(host, { context: clientContext, callback: () => void this.load() });
    this.#events = new ContextConsumer(host, { context: eventsContext, callback: () => this.#listen() });
    host.addController(this);
  }

  hostConnected(): void {
    this.#listen();
  }

  hostDisconnected(): void {
    this.#release?.();
    this.#release = null;
  }

  /** False if it could not be done; then `fault` says why. */
  async change(act: (client: Client) => Promise<LibraryList>): Promise<boolean> {
    const client = this.#client.value;
    if (client === undefined || this.isBusy) return false;
    this.isBusy = true;
    this.#host.requestUpdate();
    try {
      this.list = await act(client);
      this.fault = null;
      return true;
    } catch (error) {
      this.fault = messageOf(error);
      return false;
    } finally {
      this.isBusy = false;
      this.#host.requestUpdate();
    }
  }

  load(): Promise<boolean> {
    return this.change((client) => client['libraries.list']({}));
  }

  #listen(): void {
    this.#release?.();
    this.#release =
      this.#events.value?.(({ event }) => {
        if (event === 'libraries.changed') void this.load();
      }) ?? null;
  }
}

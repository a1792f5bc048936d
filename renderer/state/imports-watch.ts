import { ContextConsumer } from '@lit/context';
import type { LitElement, ReactiveController } from 'lit';
import type { Client } from '../../main/contract/client.ts';
import type { EventName } from '../../main/contract/events.ts';
import { clientContext, eventsContext } from '../api/api-context.ts';

/** Between two questions, in milliseconds: an import says many times a second that it is further. */
const calm = 400;

/**
 * What the core answers to a question about imports, or whatever else `event` tells of, asked again whenever it is further
 * on its way. There is never more
 * than one question under way. What was answered stays until the next answer, and beside a failure.
 */
export class ImportsWatch<Value> implements ReactiveController {
  value: Value | undefined;
  error: unknown = null;
  readonly #host: LitElement;
  readonly #ask: (client: Client) => Promise<Value>;
  readonly #event: EventName;
  readonly #client: ContextConsumer<typeof clientContext, LitElement>;
  readonly #events: ContextConsumer<typeof eventsContext, LitElement>;
  #release: (() => void) | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isAsking = false;
  #isStale = false;
  /** Rises when the question is another one: the answer to the one before is dropped. */
  #question = 0;

  constructor(host: LitElement, ask: (client: Client) => Promise<Value>, event: EventName = 'imports.changed') {
    this.#host = host;
    this.#event = event;
    this.#ask = ask;
    this.#client = new ContextConsumer(host, { context: clientContext, callback: () => this.#run() });
    this.#events = new ContextConsumer(host, { context: eventsContext, callback: () => this.#listen() });
    host.addController(this);
  }

  hostConnected(): void {
    this.#listen();
    this.#run();
  }

  hostDisconnected(): void {
    this.#release?.();
    this.#release = null;
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  /** The question is another one now. */
  renew(): void {
    this.#question += 1;
    this.value = undefined;
    this.error = null;
    this.#run();
  }

  /** An answer that came another way. */
  set(value: Value): void {
    this.value = value;
    this.#host.requestUpdate();
  }

  again(): void {
    this.error = null;
    this.#run();
  }

  #listen(): void {
    this.#release?.();
    this.#release =
      this.#events.value?.(({ event }) => {
        if (event === this.#event || event === 'core.restarted') this.#run();
      }) ?? null;
  }

  #run(): void {
    if (this.#isAsking || this.#timer !== undefined) this.#isStale = true;
    else void this.#askNow();
  }

  async #askNow(): Promise<void> {
    const client = this.#client.value;
    if (client === undefined || !this.#host.isConnected) return;
    const question = this.#question;
    this.#isAsking = true;
    this.#isStale = false;
    try {
      const value = await this.#ask(client);
      if (question === this.#question) {
        this.value = value;
        this.error = null;
      }
    } catch (error) {
      if (question === this.#question) this.error = error;
    }
    this.#isAsking = false;
    this.#host.requestUpdate();
    if (question === this.#question) this.#timer = setTimeout(() => this.#rested(), calm);
    else void this.#askNow();
  }

  #rested(): void {
    this.#timer = undefined;
    if (this.#isStale) void this.#askNow();
  }
}

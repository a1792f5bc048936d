import { ContextConsumer } from '@lit/context';
import type { LitElement, ReactiveController } from 'lit';
import type { EventMessage } from '../../main/contract/events.ts';
import { eventsContext } from '../api/api-context.ts';
import { calmly } from '../lib/calmly.ts';

/** They change nothing that an article or a list of articles shows. */
export const elsewhere: ReadonlySet<EventMessage['event']> = new Set([
  'settings.changed',
  'command.run',
  'index.changed',
  'searches.changed',
  'imports.changed',
  'libraries.changed',
  'backup.changed',
  'feeds.changed',
  'links.changed',
  'link.arrived',
  'exports.changed',
]);

/**
 * Between two risings for the library, in milliseconds. An import changes it many times a second, and a question asked anew
 * each time would never be answered.
 */
const defaultCalm = 2000;

/**
 * A number that rises whenever what the host shows may have changed in the core: marks, articles, a restart.
 * Put `value` among a Task's arguments and the Task asks again. With `only`, an event about another article is let pass.
 */
export class RevisionController implements ReactiveController {
  value = 0;
  readonly #host: LitElement;
  readonly #only: () => string | null;
  readonly #library: ReturnType<typeof calmly>;
  #release: (() => void) | null = null;
  readonly #events: ContextConsumer<typeof eventsContext, LitElement>;

  /** `calm` is for a host that asks only for what is in sight. */
  constructor(host: LitElement, options: { only?: () => string | null; calm?: number } = {}) {
    this.#host = host;
    this.#only = options.only ?? (() => null);
    this.#library = calmly(() => this.#rise(), options.calm ?? defaultCalm);
    this.#events = new ContextConsumer(host, { context: eventsContext, callback: () => this.#listen() });
    host.addController(this);
  }

  hostConnected(): void {
    this.#listen();
  }

  hostDisconnected(): void {
    this.#release?.();
    this.#release = null;
    this.#library.stop();
  }

  #listen(): void {
    this.#release?.();
    this.#release = this.#events.value?.((message) => this.#hear(message)) ?? null;
  }

  #hear(message: EventMessage): void {
    if (elsewhere.has(message.event)) return;
    const only = this.#only();
    if (message.event === 'marks.changed' && only !== null && message.payload.articleId !== only) return;
    if (message.event === 'library.changed') this.#library.call();
    else this.#rise();
  }

  #rise(): void {
    this.value += 1;
    this.#host.requestUpdate();
  }
}

import { ContextConsumer } from '@lit/context';
import type { LitElement } from 'lit';
import { clientContext } from '../../api/api-context.ts';
import { fire } from '../../lib/fire.ts';
import { messageOf } from '../../lib/message-of.ts';
import { statusContext } from '../../state/contexts.ts';
import type { ReadingPlace } from './reading-controller.ts';

/** Has the reading place kept. Where nothing can be kept the window says so already; a failure is said once a story. */
export class ProgressKeeper {
  readonly #host: LitElement;
  readonly #client: ContextConsumer<typeof clientContext, LitElement>;
  readonly #status: ContextConsumer<typeof statusContext, LitElement>;
  #failedFor: string | null = null;

  constructor(host: LitElement) {
    this.#host = host;
    this.#client = new ContextConsumer(host, { context: clientContext });
    this.#status = new ContextConsumer(host, { context: statusContext, subscribe: true });
  }

  async keep(id: string, { progress, block }: ReadingPlace): Promise<void> {
    if (this.#status.value?.store.ready === false) return;
    try {
      await this.#client.value?.['progress.set']({ id, progress, block });
    } catch (error) {
      if (this.#failedFor !== id) this.#say(messageOf(error));
      this.#failedFor = id;
    }
  }

  /** True if the article counts as unread now. */
  async clear(id: string): Promise<boolean> {
    try {
      await this.#client.value?.['progress.clear']({ id });
      this.#say('Marked as unread.');
      return true;
    } catch (error) {
      this.#say(messageOf(error));
      return false;
    }
  }

  #say(message: string): void {
    fire(this.#host, 'lectern-toast', { message });
  }
}

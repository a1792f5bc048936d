import { ContextConsumer } from '@lit/context';
import type { LitElement } from 'lit';
import type { Article } from '../../../../main/contract/entities.ts';
import { clientContext, deskContext } from '../../../api/api-context.ts';
import { fire } from '../../../lib/fire.ts';
import { messageOf } from '../../../lib/message-of.ts';
import { publicationContext } from '../../../state/contexts.ts';
import type { MenuEntry } from '../../../components/lectern-menu.ts';
import { shareEntries, shareStory, type ShareAction } from './sharing.ts';

/** Lets its host share a story, and has what came of it said at the foot of the window. */
export class ShareController {
  readonly #host: LitElement;
  readonly #client: ContextConsumer<typeof clientContext, LitElement>;
  readonly #desk: ContextConsumer<typeof deskContext, LitElement>;
  readonly #publication: ContextConsumer<typeof publicationContext, LitElement>;

  constructor(host: LitElement) {
    this.#host = host;
    this.#client = new ContextConsumer(host, { context: clientContext });
    this.#desk = new ContextConsumer(host, { context: deskContext });
    this.#publication = new ContextConsumer(host, { context: publicationContext, subscribe: true });
  }

  /** All of them, or those wanted, as far as this desk can do them. */
  entries(wanted?: readonly ShareAction[]): readonly MenuEntry[] {
    return this.#desk.value === undefined ? [] : shareEntries(this.#desk.value, wanted);
  }

  async run(action: ShareAction, article: Article): Promise<void> {
    const client = this.#client.value;
    const desk = this.#desk.value;
    if (client === undefined || desk === undefined) return;
    try {
      const publication = this.#publication.value?.name ?? '';
      const message = await shareStory(action, article, { client, desk, publication });
      if (message !== null) fire(this.#host, 'lectern-toast', { message });
    } catch (error) {
      fire(this.#host, 'lectern-toast', { message: messageOf(error) });
    }
  }
}

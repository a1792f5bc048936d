import { ContextConsumer } from '@lit/context';
import type { LitElement } from 'lit';
import { clientContext } from '../../api/api-context.ts';
import { fire } from '../../lib/fire.ts';
import { messageOf } from '../../lib/message-of.ts';

/** Whether the article is bookmarked: changed at once, taken back with a word if it could not be kept. */
export class BookmarkController {
  value = false;
  readonly #host: LitElement;
  readonly #articleId: () => string;
  readonly #client: ContextConsumer<typeof clientContext, LitElement>;

  constructor(host: LitElement, articleId: () => string) {
    this.#host = host;
    this.#articleId = articleId;
    this.#client = new ContextConsumer(host, { context: clientContext });
  }

  /** What the store holds. */
  adopt(bookmarked: boolean): void {
    this.value = bookmarked;
    this.#host.requestUpdate();
  }

  toggle(): void {
    void this.#set(!this.value);
  }

  async #set(bookmarked: boolean): Promise<void> {
    this.adopt(bookmarked);
    try {
      await this.#client.value?.['bookmarks.set']({ id: this.#articleId(), bookmarked });
      fire(this.#host, 'lectern-toast', { message: bookmarked ? 'Bookmarked.' : 'Bookmark taken away.' });
    } catch (error) {
      this.adopt(!bookmarked);
      fire(this.#host, 'lectern-toast', { message: messageOf(error) });
    }
  }
}

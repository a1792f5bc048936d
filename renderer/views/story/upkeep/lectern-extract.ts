import { consume } from '@lit/context';
import { Task } from '@lit/task';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Client } from '../../../../main/contract/client.ts';
import type { Article } from '../../../../main/contract/entities.ts';
import type { MethodOutput } from '../../../../main/contract/methods.ts';
import { clientContext } from '../../../api/api-context.ts';
import '../../../components/lectern-error.ts';
import '../../../components/lectern-loading.ts';
import { count } from '../../../lib/counts.ts';
import { fire } from '../../../lib/fire.ts';
import { messageOf } from '../../../lib/message-of.ts';
import { sayDone } from '../../../lib/say-done.ts';
import { base } from '../../../styles/base.styles.ts';
import './lectern-comparison.ts';
import { sheet } from './sheet.styles.ts';

type Method = 'main' | 'page';

const methods: readonly { readonly id: Method; readonly label: string; readonly about: string }[] = [
  { id: 'main', label: 'The main text', about: 'what Lectern takes for the article, as it does when a page is saved' },
  { id: 'page', label: 'More of the page', about: 'all that the page holds, for a text that was cut' },
];

/**
 * Makes the text anew of the original that was kept, and shows what would change before it is taken.
 *
 * @event lectern-close - taken, or given up
 */
@customElement('lectern-extract')
export class LecternExtract extends LitElement {
  static override styles = [
    base,
    sheet,
    css`
      fieldset {
        display: grid;
        gap: var(--lectern-space-half);
        border: 0;
        padding: 0;
        margin: 0;
      }
      label {
        display: flex;
        gap: var(--lectern-space-1);
        align-items: baseline;
      }
      .quote {
        color: var(--lectern-ink-2);
        font-size: var(--lectern-type-sm);
      }
    `,
  ];

  @property({ attribute: false }) article!: Article;

  @consume({ context: clientContext }) private readonly client!: Client;
  @state() private method: Method = 'main';
  @state() private isBusy = false;

  readonly #preview = new Task(this, {
    args: () => [this.article.id, this.method, this.article.own?.hasOriginal === true] as const,
    task: async ([id, method, hasOriginal]) => (hasOriginal ? this.client['articles.extract']({ id, method }) : null),
  });

  override render(): unknown {
    return html`<div class="sheet">
      <h2>Make the text anew</h2>
      ${this.article.own?.hasOriginal === true ? this.#choice() : this.#impossible()}
    </div>`;
  }

  #impossible(): unknown {
    return html`<p class="about">
        The original of this article was not kept, so its text cannot be made anew. Import the page again and choose to
        keep originals.
      </p>
      <p class="acts"><button class="button" @click=${this.#close}>Close</button></p>`;
  }

  #choice(): unknown {
    return html`<p class="about">
        From the file that was kept. The present text becomes an earlier one, and what you edited stays.
      </p>
      <fieldset>
        <legend class="field__label">Take</legend>
        ${methods.map(
          ({ id, label, about }) =>
            html`<label
              ><input
                type="radio"
                name="method"
                value=${id}
                .checked=${id === this.method}
                @change=${() => {
                  this.method = id;
                }}
              /><span>${label}: ${about}</span></label
            >`,
        )}
      </fieldset>
      ${this.#preview.render({
        pending: () => html`<lectern-loading></lectern-loading>`,
        error: (error) =>
          html`<lectern-error
            heading="The original cannot be read"
            .error=${error}
            @lectern-retry=${() => void this.#preview.run()}
          ></lectern-error>`,
        complete: (preview) => (preview === null ? nothing : this.#shown(preview)),
      })}`;
  }

  #shown({ comparison, words, imagesKept, imagesWanted, lostHighlights }: MethodOutput<'articles.extract'>): unknown {
    const { language, direction, saved } = this.article;
    const isSame = comparison.isWhole && comparison.added === 0 && comparison.removed === 0;
    const fewer = (saved?.imagesKept ?? 0) - imagesKept;
    return html`<p class="about" role="status">
        ${count(words, 'word', 'words')}${
          imagesWanted === 0 ? '' : `, ${imagesKept} of ${count(imagesWanted, 'picture', 'pictures')}`
        }:
        ${isSame ? 'no word would be another.' : this.#change(comparison)}
        ${fewer > 0 ? `${fewer === 1 ? 'A picture' : `${fewer} pictures`} of the present text would not be in it.` : nothing}
      </p>
      ${
        lostHighlights.length === 0
          ? nothing
          : html`<p class="about">These highlights would not be found in it; they stay in your list:</p>
              <ul class="quote">
                ${lostHighlights.map((quote) => html`<li dir="auto">“${quote}”</li>`)}
              </ul>`
      }
      <p class="acts">
        <button
          class=${isSame ? 'button' : 'button button--main'}
          ?disabled=${this.isBusy}
          @click=${() => void this.#take()}
        >
          Take this text
        </button>
        <button class="button button--quiet" @click=${this.#close}>Leave it as it is</button>
      </p>
      <lectern-comparison
        .comparison=${comparison}
        .language=${language}
        .direction=${direction}
      ></lectern-comparison>`;
  }

  #change({ isWhole, added, removed }: MethodOutput<'articles.extract'>['comparison']): string {
    const most = isWhole ? '' : 'at most ';
    return `${most}${count(added, 'word', 'words')} added, ${removed.toLocaleString('en-GB')} removed.`;
  }

  async #take(): Promise<void> {
    const { client } = this;
    const { id } = this.article;
    this.isBusy = true;
    try {
      const { replaced } = await client['articles.takeExtract']({ id, method: this.method });
      if (replaced === null) fire(this, 'lectern-toast', { message: 'It is the text that is there; nothing changed.' });
      else sayDone(this, 'The text was made anew.', () => client['articles.restoreVersion']({ id, version: replaced }));
      this.#close();
    } catch (error) {
      fire(this, 'lectern-toast', { message: messageOf(error) });
    }
    this.isBusy = false;
  }

  #close(): void {
    fire(this, 'lectern-close', null);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-extract': LecternExtract;
  }
}

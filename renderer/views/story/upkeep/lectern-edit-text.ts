import { consume } from '@lit/context';
import { Task } from '@lit/task';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Client } from '../../../../main/contract/client.ts';
import type { Article } from '../../../../main/contract/entities.ts';
import { clientContext } from '../../../api/api-context.ts';
import '../../../components/lectern-error.ts';
import '../../../components/lectern-loading.ts';
import { fire } from '../../../lib/fire.ts';
import { messageOf } from '../../../lib/message-of.ts';
import { BlockText } from '../../../lib/reading/block-text.ts';
import { sanitise } from '../../../lib/sanitise.ts';
import { sayDone } from '../../../lib/say-done.ts';
import { base } from '../../../styles/base.styles.ts';
import { sheet } from './sheet.styles.ts';

interface Block {
  readonly number: number;
  readonly text: string;
}

/**
 * The text of a saved article block by block, each of which can be hidden and brought back: a box for a newsletter, an
 * advertisement, what stood before the article and after it.
 *
 * @event lectern-close - the reader is done
 */
@customElement('lectern-edit-text')
export class LecternEditText extends LitElement {
  static override styles = [
    base,
    sheet,
    css`
      ol {
        border-block-start: var(--lectern-hairline) solid var(--lectern-rule);
      }
      li {
        display: grid;
        grid-template-columns: 1fr auto;
        gap: var(--lectern-space-half) var(--lectern-space-2);
        padding-block: var(--lectern-space-1);
        border-block-end: var(--lectern-hairline) solid var(--lectern-rule);
      }
      .text {
        align-self: start;
        font: var(--lectern-weight-text) var(--lectern-type-md) / var(--lectern-lead-md) var(--lectern-serif);
        overflow-wrap: anywhere;
        display: -webkit-box;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 4;
        overflow: hidden;
      }
      .hidden .text {
        color: var(--lectern-ink-3);
        text-decoration: line-through;
        -webkit-line-clamp: 1;
      }
      .choices {
        display: grid;
        align-content: start;
        inline-size: 8rem;
      }
      .act {
        min-block-size: 1.75rem;
        font-size: var(--lectern-type-xs);
      }
      @media (width < 48rem) {
        li {
          grid-template-columns: 1fr;
        }
        .choices {
          display: flex;
          flex-wrap: wrap;
          inline-size: auto;
          margin-inline-start: calc(-1 * var(--lectern-space-1));
        }
        .act {
          min-block-size: var(--lectern-target);
        }
      }
    `,
  ];

  @property({ attribute: false }) article!: Article;

  @consume({ context: clientContext }) private readonly client!: Client;
  @state() private hiddenNumbers: ReadonlySet<number> = new Set();

  readonly #text = new Task(this, {
    args: () => [this.article.id] as const,
    task: async ([id]) => {
      const { html: markup, hidden } = await this.client['articles.text']({ id });
      this.hiddenNumbers = new Set(hidden);
      return blocksOf(markup);
    },
  });

  override render(): unknown {
    return html`<div class="sheet">
      <h2>Edit text</h2>
      <p class="about">
        What you hide is not shown, counted, searched or exported. It stays hidden when the page is saved again, and you
        can bring it back.
      </p>
      ${this.#text.render({
        pending: () => html`<lectern-loading></lectern-loading>`,
        error: (error) =>
          html`<lectern-error
            heading="The text cannot be shown"
            .error=${error}
            @lectern-retry=${() => void this.#text.run()}
          ></lectern-error>`,
        complete: (blocks) => this.#blocks(blocks),
      })}
      <p class="acts foot">
        <button class="button button--main" @click=${() => fire(this, 'lectern-close', null)}>Done</button>
      </p>
    </div>`;
  }

  #blocks(blocks: readonly Block[]): unknown {
    if (blocks.length === 0) return html`<p class="about">It has no text, so there is nothing to hide.</p>`;
    const { size } = this.hiddenNumbers;
    return html`<p class="acts" role="status">
        ${size === 0 ? 'Nothing is hidden.' : `${size} of ${blocks.length} hidden.`}
        ${
          size === 0
            ? nothing
            : html`<button class="link" @click=${() => void this.#change([...this.hiddenNumbers], false)}>
                Show all
              </button>`
        }
      </p>
      <ol lang=${this.article.language}>
        ${blocks.map((block, at) => this.#block(block, at, blocks))}
      </ol>`;
  }

  #block({ number, text }: Block, at: number, blocks: readonly Block[]): unknown {
    const isHidden = this.hiddenNumbers.has(number);
    const numbers = (some: readonly Block[]) => some.map((one) => one.number);
    return html`<li class=${isHidden ? 'hidden' : ''}>
      <span class="text" id="text-${number}" dir="auto">${text}</span>
      <span class="choices" lang="en">
        <button
          class="act"
          aria-describedby="text-${number}"
          aria-pressed=${isHidden ? 'true' : 'false'}
          @click=${() => void this.#change([number], !isHidden)}
        >
          ${isHidden ? 'Show' : 'Hide'}
        </button>
        ${
          at === 0
            ? nothing
            : html`<button
                class="act"
                aria-describedby="text-${number}"
                @click=${() => void this.#change(numbers(blocks.slice(0, at)), true)}
              >
                Hide all before
              </button>`
        }
        ${
          at === blocks.length - 1
            ? nothing
            : html`<button
                class="act"
                aria-describedby="text-${number}"
                @click=${() => void this.#change(numbers(blocks.slice(at + 1)), true)}
              >
                Hide all after
              </button>`
        }
      </span>
    </li>`;
  }

  async #change(numbers: readonly number[], isHidden: boolean): Promise<void> {
    const changed = numbers.filter((number) => this.hiddenNumbers.has(number) !== isHidden);
    if (changed.length === 0) return;
    try {
      const { hidden } = await this.client['articles.hide']({ id: this.article.id, blocks: changed, hidden: isHidden });
      this.hiddenNumbers = new Set(hidden);
      const what = changed.length === 1 ? 'One part' : `${changed.length} parts`;
      sayDone(this, `${what} ${isHidden ? 'hidden' : 'brought back'}.`, () => this.#change(changed, !isHidden));
    } catch (error) {
      fire(this, 'lectern-toast', { message: messageOf(error) });
    }
  }
}

function blocksOf(markup: string): Block[] {
  return [...sanitise(markup).querySelectorAll<HTMLElement>('[data-block]')].map((block) => ({
    number: Number(block.dataset['block']),
    text: new BlockText<Node>(block).text,
  }));
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-edit-text': LecternEditText;
  }
}

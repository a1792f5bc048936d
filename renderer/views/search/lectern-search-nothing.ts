import { consume } from '@lit/context';
import { Task } from '@lit/task';
import { LitElement, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Client } from '../../../main/contract/client.ts';
import type { UnderstoodQuery } from '../../../main/contract/search-entities.ts';
import { clientContext } from '../../api/api-context.ts';
import { count } from '../../lib/counts.ts';
import { fire } from '../../lib/fire.ts';
import { base } from '../../styles/base.styles.ts';
import { nearestWords } from './nearest-words.ts';
import { relaxations, type Relaxation } from './relaxations.ts';
import './search-events.ts';
import { tryStyles } from './try.styles.ts';

const offered = 4;

const meanings: Readonly<Record<Relaxation['kind'], (part: string) => string>> = {
  dropped: (part) => `without asking for ${part}`,
  unfiltered: (part) => `everywhere, not only ${part}`,
  unquoted: () => 'the same words, in any order',
};

/**
 * Nothing found: which words no story has, and what a little less would find.
 *
 * @event lectern-query - one of the queries offered was chosen
 */
@customElement('lectern-search-nothing')
export class LecternSearchNothing extends LitElement {
  static override styles = [base, tryStyles];

  @property() query = '';
  @property({ attribute: false }) understood: UnderstoodQuery | null = null;
  @consume({ context: clientContext }) private readonly client!: Client;

  readonly #offers = new Task(this, {
    args: () => [this.query, this.understood?.unknown ?? []] as const,
    task: async ([query, unknown]) => {
      const parts = this.understood?.parts ?? [];
      const asked = relaxations(query, unknown, parts).map(async (relaxation) => {
        const { total } = await this.client['search.find']({ query: relaxation.query, limit: 1 });
        return { ...relaxation, total };
      });
      const found = (await Promise.all(asked)).filter(({ total }) => total > 0);
      return found.slice(0, offered);
    },
  });

  readonly #near = new Task(this, {
    args: () => [this.query, this.understood?.unknown[0] ?? ''] as const,
    task: async ([query, word]) => {
      if (word === '') return [];
      const words = await nearestWords(word, (prefix) => this.client['search.complete'](prefix));
      return words.map(({ text, detail }) => ({ query: query.replace(word, text), text, detail }));
    },
  });

  override render(): unknown {
    return html`<h2>Nothing has all of this</h2>
      <p class="intro">${this.#why()}</p>
      ${this.#offers.render({
        complete: (offers) =>
          offers.length === 0
            ? nothing
            : html`<ul>
                ${offers.map(
                  ({ query, part, kind, total }) =>
                    html`<li>
                      <button class="try" @click=${() => fire(this, 'lectern-query', { query })}>
                        <code>${query}</code><span class="meta nums">${count(total, 'article', 'articles')}</span>
                        <span class="meaning">${meanings[kind](part)}</span>
                      </button>
                    </li>`,
                )}
              </ul>`,
        // What went wrong with the offers went wrong with the search, which says so.
        error: () => nothing,
      })}
      ${this.#near.render({
        complete: (words) =>
          words.length === 0
            ? nothing
            : html`<p class="near">
                Words that begin alike:
                ${words.map(
                  ({ text, query, detail }) =>
                    html`<button class="link" title=${detail} @click=${() => fire(this, 'lectern-query', { query })}>
                      ${text}
                    </button> `,
                )}
              </p>`,
        error: () => nothing,
      })}`;
  }

  #why(): string {
    if (this.understood === null || this.understood.unknown.length === 0) {
      return 'Each word occurs, but not together. Fewer words find more.';
    }
    return 'Look at the spelling, or try a word that means the same.';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-search-nothing': LecternSearchNothing;
  }
}

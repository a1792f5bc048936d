import { consume } from '@lit/context';
import { Task } from '@lit/task';
import { LitElement, html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { Client } from '../../../main/contract/client.ts';
import { clientContext } from '../../api/api-context.ts';
import { count } from '../../lib/counts.ts';
import { fire } from '../../lib/fire.ts';
import { base } from '../../styles/base.styles.ts';
import { exampleQueries } from './examples.ts';
import './search-events.ts';
import { tryStyles } from './try.styles.ts';

/**
 * Before anything is typed: what one can ask, shown by queries that find something in this very collection.
 *
 * @event lectern-query - one of them was chosen
 */
@customElement('lectern-search-examples')
export class LecternSearchExamples extends LitElement {
  static override styles = [base, tryStyles];

  @consume({ context: clientContext }) private readonly client!: Client;

  readonly #examples = new Task(this, {
    args: () => [] as const,
    task: async () => {
      const [publication, front] = await Promise.all([
        this.client['publication.get']({}),
        this.client['front.get']({}),
      ]);
      const asked = exampleQueries(publication, [front.lead, ...front.featured]).map(async (example) => {
        const { total } = await this.client['search.find']({ query: example.query, limit: 1 });
        return { ...example, total };
      });
      return (await Promise.all(asked)).filter(({ total }) => total > 0);
    },
  });

  override render(): unknown {
    return html`<h2>Every word of every article</h2>
      <p class="intro">
        Results come as you type, best first. Several words are looked for together; quotation marks, a minus sign and
        the names of fields say more exactly what you mean.
      </p>
      ${this.#examples.render({
        complete: (examples) =>
          html`<ul>
            ${examples.map(
              ({ query, meaning, total }) =>
                html`<li>
                  <button class="try" @click=${() => fire(this, 'lectern-query', { query })}>
                    <code>${query}</code><span class="meta nums">${count(total, 'article', 'articles')}</span>
                    <span class="meaning">${meaning}</span>
                  </button>
                </li>`,
            )}
          </ul>`,
        // Examples are a courtesy: where they cannot be had the search itself will say why.
        error: () => nothing,
      })}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-search-examples': LecternSearchExamples;
  }
}

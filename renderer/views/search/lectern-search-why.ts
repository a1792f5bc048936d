import { consume } from '@lit/context';
import { Task } from '@lit/task';
import { LitElement, css, html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Client } from '../../../main/contract/client.ts';
import { clientContext } from '../../api/api-context.ts';
import { messageOf } from '../../lib/message-of.ts';
import { base } from '../../styles/base.styles.ts';
import { popover } from '../../styles/popover.styles.ts';
import { scoreTable } from './score-table.ts';

/** Why an article stands where it stands: the points that its score is made of. Asked for when it is opened. */
@customElement('lectern-search-why')
export class LecternSearchWhy extends LitElement {
  static override styles = [
    base,
    popover,
    css`
      :host {
        display: inline-flex;
      }
      .popover {
        inline-size: 24rem;
        padding: var(--lectern-space-2);
      }
      h3 {
        padding-block-end: var(--lectern-space-1);
        font: var(--lectern-weight-strong) var(--lectern-type-list) / 1.5rem var(--lectern-serif);
      }
      td,
      th {
        padding-block: 0.375rem;
        border-block-start: var(--lectern-hairline) solid var(--lectern-rule);
        text-align: start;
        vertical-align: baseline;
        font-weight: var(--lectern-weight-text);
        font-size: var(--lectern-type-sm);
        line-height: var(--lectern-lead-sm);
      }
      th {
        color: var(--lectern-ink);
        font-weight: var(--lectern-weight-medium);
        min-inline-size: 5rem;
        max-inline-size: 8rem;
        padding-inline-end: var(--lectern-space-1);
        overflow-wrap: break-word;
      }
      td {
        color: var(--lectern-ink-2);
      }
      td:last-child {
        text-align: end;
        padding-inline-start: var(--lectern-space-2);
      }
      tfoot :is(th, td) {
        border-block-start: var(--lectern-rule-thick) solid var(--lectern-rule-ink);
        color: var(--lectern-ink);
        font-weight: var(--lectern-weight-strong);
      }
      .why {
        color: var(--lectern-ink-2);
      }
    `,
  ];

  @property() articleId = '';
  @property() query = '';

  @state() private isOpen = false;

  @consume({ context: clientContext }) private readonly client!: Client;

  readonly #explained = new Task(this, {
    args: () => [this.isOpen, this.articleId, this.query] as const,
    task: async ([isOpen, id, query]) => (isOpen ? this.client['search.explain']({ id, query }) : null),
  });

  override render(): unknown {
    return html`<button class="act" aria-haspopup="dialog" popovertarget="why">Why here?</button>
      <div
        class="popover popover--end"
        id="why"
        popover
        role="dialog"
        aria-label="Why it stands here"
        @toggle=${this.#toggled}
      >
        <h3>Why it stands here</h3>
        ${this.#explained.render({
          complete: (explanation) => {
            if (explanation === null) return html`<p class="why">Adding up the points…</p>`;
            const { rows, sum } = scoreTable(explanation);
            return html`<table>
              <tbody>
                ${rows.map(
                  ({ what, how, points }) =>
                    html`<tr>
                      <th scope="row">${what}</th>
                      <td>${how}</td>
                      <td class="nums">${points}</td>
                    </tr>`,
                )}
              </tbody>
              <tfoot>
                <tr>
                  <th scope="row" colspan="2">Points in all</th>
                  <td class="nums">${sum}</td>
                </tr>
              </tfoot>
            </table>`;
          },
          pending: () => html`<p class="why">Adding up the points…</p>`,
          error: (error) => html`<p class="why" role="alert">${messageOf(error)}</p>`,
        })}
      </div>`;
  }

  #toggled(event: ToggleEvent): void {
    this.isOpen = event.newState === 'open';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-search-why': LecternSearchWhy;
  }
}

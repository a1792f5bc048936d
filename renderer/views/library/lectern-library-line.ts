import { consume } from '@lit/context';
import { Task } from '@lit/task';
import { LitElement, css, html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { Client } from '../../../main/contract/client.ts';
import { clientContext } from '../../api/api-context.ts';
import { count } from '../../lib/counts.ts';
import '../../lib/icons/lectern-icon.ts';
import { RevisionController } from '../../state/revision-controller.ts';
import { listHref, printRoute } from '../../state/route.ts';
import { base } from '../../styles/base.styles.ts';

/** Under the heading of the library: the way to bring articles in, and how many are not whole here. */
@customElement('lectern-library-line')
export class LecternLibraryLine extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--lectern-space-1) var(--lectern-space-3);
      }
      .incomplete {
        display: inline-flex;
        align-items: center;
        gap: 0.375rem;
        color: var(--lectern-ink-2);
        --lectern-icon: 0.875rem;
      }
      .incomplete lectern-icon {
        color: var(--lectern-warn);
      }
    `,
  ];

  @consume({ context: clientContext }) private readonly client!: Client;

  readonly #revision = new RevisionController(this);
  readonly #incomplete = new Task(this, {
    args: () => [this.#revision.value] as const,
    task: async () => (await this.client['articles.list']({ source: 'library', only: 'incomplete', limit: 1 })).total,
  });

  override render(): unknown {
    const number = this.#incomplete.value ?? 0;
    return html`<a class="button" href=${printRoute({ name: 'import', id: null })}>
        <lectern-icon name="import"></lectern-icon>Bring articles in
      </a>
      ${
        number === 0
          ? nothing
          : html`<a class="button" href="#/links"><lectern-icon name="link"></lectern-icon>Fetch what is missing</a>`
      }
      <a class="button button--quiet" href=${printRoute({ name: 'export' })}>Export…</a>
      ${
        number === 0
          ? nothing
          : html`<a class="incomplete" href=${listHref({ kind: 'incomplete' })}
              ><lectern-icon name="circle-dashed"></lectern-icon
              ><span class="link">${count(number, 'needs', 'need')} attention before you fly</span></a
            >`
      }`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-library-line': LecternLibraryLine;
  }
}

import { consume } from '@lit/context';
import { Task } from '@lit/task';
import { LitElement, css, html } from 'lit';
import { customElement, query } from 'lit/decorators.js';
import type { Client } from '../../../main/contract/client.ts';
import type { Download } from '../../../main/contract/entities.ts';
import { clientContext } from '../../api/api-context.ts';
import '../../components/lectern-download.ts';
import '../../components/lectern-empty.ts';
import '../../components/lectern-error.ts';
import '../../components/lectern-loading.ts';
import { renderKept } from '../../lib/render-kept.ts';
import { RevisionController } from '../../state/revision-controller.ts';
import { base } from '../../styles/base.styles.ts';
import { page } from '../../styles/page.styles.ts';

/** Every file that the publication gives along. They lie on this device already; opening one needs no network. */
@customElement('lectern-downloads')
export class LecternDownloads extends LitElement {
  static override styles = [
    base,
    page,
    css`
      li {
        padding-block: var(--lectern-space-3);
        border-block-start: var(--lectern-hairline) solid var(--lectern-rule);
      }
      li:first-child {
        border-block-start: var(--lectern-rule-thick) solid var(--lectern-rule-ink);
      }
    `,
  ];

  @consume({ context: clientContext }) private readonly client!: Client;

  @query('.page') private readonly scroller!: HTMLElement;

  readonly #revision = new RevisionController(this);
  readonly #downloads = new Task(this, {
    args: () => [this.#revision.value] as const,
    task: async () => (await this.client['downloads.list']({})).items,
  });

  override focus(): void {
    this.scroller.focus({ preventScroll: true });
  }

  override render(): unknown {
    return html`<div class="page" tabindex="-1">
      <h1 class="page__title">Downloads</h1>
      <p class="page__stand">They came with the collection and are on this device already.</p>
      ${renderKept(this.#downloads, {
        loading: () => html`<lectern-loading label="Opening the downloads" shape="list"></lectern-loading>`,
        error: (error) =>
          html`<lectern-error
            heading="The downloads cannot be listed"
            .error=${error}
            @lectern-retry=${() => void this.#downloads.run()}
          ></lectern-error>`,
        complete: (items) => this.#list(items),
      })}
    </div>`;
  }

  #list(items: readonly Download[]): unknown {
    if (items.length === 0) {
      return html`<lectern-empty heading="No downloads"><p>This publication gives no files along.</p></lectern-empty>`;
    }
    return html`<ul>
      ${items.map((download) => html`<li><lectern-download level="2" .download=${download}></lectern-download></li>`)}
    </ul>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-downloads': LecternDownloads;
  }
}

import { consume } from '@lit/context';
import { Task } from '@lit/task';
import { LitElement, css, html } from 'lit';
import { customElement, query } from 'lit/decorators.js';
import type { Client } from '../../../main/contract/client.ts';
import type { Job } from '../../../main/contract/entities.ts';
import { clientContext } from '../../api/api-context.ts';
import '../../components/lectern-empty.ts';
import '../../components/lectern-error.ts';
import '../../components/lectern-jobs.ts';
import '../../components/lectern-loading.ts';
import { renderKept } from '../../lib/render-kept.ts';
import { RevisionController } from '../../state/revision-controller.ts';
import { base } from '../../styles/base.styles.ts';
import { page } from '../../styles/page.styles.ts';

/** The jobs board, with samples marked as such. */
@customElement('lectern-jobs-view')
export class LecternJobsView extends LitElement {
  static override styles = [
    base,
    page,
    css`
      .page__title {
        padding-block-end: var(--lectern-space-3);
      }
      lectern-jobs {
        border-block-start: var(--lectern-rule-thick) solid var(--lectern-rule-ink);
        padding-block-start: var(--lectern-space-1);
      }
    `,
  ];

  @consume({ context: clientContext }) private readonly client!: Client;

  @query('.page') private readonly scroller!: HTMLElement;

  readonly #revision = new RevisionController(this);
  readonly #jobs = new Task(this, {
    args: () => [this.#revision.value] as const,
    task: async () => (await this.client['jobs.list']({})).items,
  });

  override focus(): void {
    this.scroller.focus({ preventScroll: true });
  }

  override render(): unknown {
    return html`<div class="page" tabindex="0">
      <h1 class="page__title">Jobs</h1>
      ${renderKept(this.#jobs, {
        loading: () => html`<lectern-loading label="Opening the jobs board" shape="list"></lectern-loading>`,
        error: (error) =>
          html`<lectern-error
            heading="The jobs board cannot be read"
            .error=${error}
            @lectern-retry=${() => void this.#jobs.run()}
          ></lectern-error>`,
        complete: (jobs) => this.#board(jobs),
      })}
    </div>`;
  }

  #board(jobs: readonly Job[]): unknown {
    if (jobs.length === 0) {
      return html`<lectern-empty heading="No jobs"><p>This publication lists none at present.</p></lectern-empty>`;
    }
    return html`<lectern-jobs full level="2" .jobs=${jobs}></lectern-jobs>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-jobs-view': LecternJobsView;
  }
}

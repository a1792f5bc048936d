import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Job } from '../../main/contract/entities.ts';
import { base } from '../styles/base.styles.ts';

/** The jobs board. A listing that only shows the form says so on its own line, and once above them all. */
@customElement('lectern-jobs')
export class LecternJobs extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: block;
        container: jobs / inline-size;
      }
      .note {
        color: var(--lectern-ink-2);
        padding-block-end: var(--lectern-space-1);
      }
      li {
        display: grid;
        grid-template-columns: 4.5rem 1.2fr 1fr auto;
        column-gap: var(--lectern-space-2);
        align-items: baseline;
        padding-block: 0.75rem;
        border-block-start: var(--lectern-hairline) solid var(--lectern-rule);
        color: var(--lectern-ink-2);
      }
      .title {
        font: var(--lectern-weight-strong) var(--lectern-type-list) / 1.5rem var(--lectern-serif);
        color: var(--lectern-ink);
      }
      .about {
        grid-column: 2 / -1;
        max-inline-size: 40rem;
        padding-block-start: var(--lectern-space-half);
        font: var(--lectern-weight-text) var(--lectern-type-md) / var(--lectern-lead-md) var(--lectern-serif);
        text-wrap: pretty;
      }
      @container jobs (inline-size < 44rem) {
        li {
          grid-template-columns: 4.5rem minmax(0, 1fr);
        }
        .where,
        .terms,
        .about {
          grid-column: 2;
        }
      }
      @container jobs (inline-size < 26rem) {
        li {
          grid-template-columns: minmax(0, 1fr);
        }
        :is(.where, .terms, .about) {
          grid-column: 1;
        }
      }
    `,
  ];

  @property({ attribute: false }) jobs: readonly Job[] = [];
  /** Heading level for assistive technology. */
  @property({ type: Number }) level = 3;
  /** Says also what the work is. */
  @property({ type: Boolean }) full = false;

  override render(): unknown {
    const samples = this.jobs.filter(({ sample }) => sample).length;
    const note =
      samples === this.jobs.length
        ? 'Samples, to show the form. These are not real vacancies.'
        : 'Those marked “Sample” show the form. They are not real vacancies.';
    return html`${samples === 0 ? nothing : html`<p class="note">${note}</p>`}
      <ul>
        ${this.jobs.map((job) => this.#job(job))}
      </ul>`;
  }

  #job({ title, organisation, place, terms, about, sample }: Job): unknown {
    return html`<li>
      <span>${sample ? html`<span class="tag--sample">Sample</span>` : nothing}</span>
      <div class="title" role="heading" aria-level=${this.level}>${title}</div>
      <p class="where">${organisation}, ${place}</p>
      <p class="terms nums">${terms}</p>
      ${this.full ? html`<p class="about">${about}</p>` : nothing}
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-jobs': LecternJobs;
  }
}

import { consume } from '@lit/context';
import { Task } from '@lit/task';
import { LitElement, html, nothing, svg } from 'lit';
import { customElement, query } from 'lit/decorators.js';
import type { Client } from '../../../main/contract/client.ts';
import type { MethodOutput } from '../../../main/contract/methods.ts';
import { clientContext } from '../../api/api-context.ts';
import '../../components/lectern-error.ts';
import '../../components/lectern-label.ts';
import '../../components/lectern-loading.ts';
import { fileSize, percent } from '../../lib/counts.ts';
import { renderKept } from '../../lib/render-kept.ts';
import { RevisionController } from '../../state/revision-controller.ts';
import { base } from '../../styles/base.styles.ts';
import { page } from '../../styles/page.styles.ts';
import './lectern-cleaner.ts';
import './lectern-largest.ts';
import { storageStyles } from './lectern-storage.styles.ts';
import { partNames, shareOf, stretches } from './storage-words.ts';

/** What the library takes on the disk, what takes most of it, and what could go. */
@customElement('lectern-storage')
export class LecternStorage extends LitElement {
  static override styles = [base, page, storageStyles];

  @consume({ context: clientContext }) private readonly client!: Client;
  @query('.page') private readonly scroller!: HTMLElement;

  readonly #revision = new RevisionController(this);
  readonly #summary = new Task(this, {
    args: () => [this.#revision.value] as const,
    task: () => this.client['storage.summary']({}),
  });

  override focus(): void {
    this.scroller.focus({ preventScroll: true });
  }

  override render(): unknown {
    return html`<div class="page" tabindex="-1">
      <h1 class="page__title">Storage</h1>
      <p class="page__stand">What your library takes on this device. Nothing is ever removed unless you say so.</p>
      ${renderKept(this.#summary, {
        loading: () => html`<lectern-loading label="Adding up" shape="list"></lectern-loading>`,
        error: (error) =>
          html`<lectern-error
            heading="The folder cannot be added up"
            .error=${error}
            @lectern-retry=${() => void this.#summary.run()}
          ></lectern-error>`,
        complete: (summary) => this.#parts(summary),
      })}
      <section aria-labelledby="cleaner">
        <lectern-label reader id="cleaner">What could go</lectern-label>
        <lectern-cleaner></lectern-cleaner>
      </section>
      <section aria-labelledby="largest">
        <lectern-label reader id="largest">What takes most</lectern-label>
        <lectern-largest></lectern-largest>
      </section>
    </div>`;
  }

  #parts({ directory, parts, freeBytes }: MethodOutput<'storage.summary'>): unknown {
    const shown = parts.filter(({ bytes }) => bytes > 0).sort((a, b) => b.bytes - a.bytes);
    const total = shown.reduce((sum, { bytes }) => sum + bytes, 0);
    return html`<section aria-labelledby="parts">
      <lectern-label reader id="parts">In all</lectern-label>
      <p class="total">
        <span class="nums">${fileSize(total)}</span>
        <span class="meta"
          >in <code>${directory}</code>${freeBytes === null ? nothing : html`; ${fileSize(freeBytes)} are free`}</span
        >
      </p>
      <svg class="bar" viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
        ${stretches(shown.map(({ bytes }) => bytes)).map(
          ({ from, length }, at) => svg`<rect data-at=${at} x=${from} y="0" width=${length} height="1"></rect>`,
        )}
      </svg>
      <ul class="legend">
        ${shown.map(
          ({ part, bytes }, at) =>
            html`<li>
              <span class="swatch" data-at=${at} aria-hidden="true"></span>
              <span>${partNames[part]}</span>
              <span class="nums">${fileSize(bytes)}</span>
              <span class="meta nums">${percent(shareOf(bytes, total))} %</span>
            </li>`,
        )}
      </ul>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-storage': LecternStorage;
  }
}

import { LitElement, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Download } from '../../main/contract/entities.ts';
import { fileSize } from '../lib/counts.ts';
import { fire } from '../lib/fire.ts';
import '../lib/icons/lectern-icon.ts';
import { base } from '../styles/base.styles.ts';

/**
 * A featured download: what it is, and a button for each of its files. With room it stands beside a cover.
 *
 * @event lectern-open-download - a file was chosen
 * @slot label - a printed heading over the title
 */
@customElement('lectern-download')
export class LecternDownload extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: block;
        container: download / inline-size;
      }
      .download {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
      }
      .cover {
        display: none;
        inline-size: 100%;
        block-size: auto;
        align-self: start;
        fill: none;
        stroke: var(--lectern-on-publication);
      }
      .cover rect {
        fill: var(--lectern-publication);
        stroke: none;
      }
      .cover__spine {
        stroke-width: 1;
        opacity: 0.5;
      }
      .cover__thread {
        stroke-width: 4;
        stroke-linecap: round;
        stroke-dasharray: 9 7;
      }
      .cover__line {
        stroke-width: 2;
      }
      .words {
        display: grid;
        align-content: start;
      }
      .title {
        font: var(--lectern-weight-strong) var(--lectern-type-list) / 1.375rem var(--lectern-serif);
        font-variant-numeric: oldstyle-nums;
        padding-block-end: var(--lectern-space-half);
        text-wrap: balance;
      }
      .about {
        max-inline-size: 34rem;
        font: var(--lectern-weight-text) var(--lectern-type-note) / 1.375rem var(--lectern-serif);
        color: var(--lectern-ink-2);
        text-wrap: pretty;
      }
      .acts {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--lectern-space-1);
        padding-block-start: 0.75rem;
      }
      @container download (inline-size >= 28rem) {
        .download {
          grid-template-columns: 7.5rem minmax(0, 1fr);
          gap: var(--lectern-space-3);
        }
        .cover {
          display: block;
        }
        .title {
          font-size: var(--lectern-type-xl);
          line-height: var(--lectern-lead-xl);
          letter-spacing: var(--lectern-tracking-tight);
        }
        .about {
          font-size: var(--lectern-type-md);
          line-height: var(--lectern-lead-md);
        }
        .acts {
          padding-block-start: var(--lectern-space-2);
        }
      }
    `,
  ];

  @property({ attribute: false }) download!: Download;
  /** Heading level for assistive technology. */
  @property({ type: Number }) level = 3;

  override render(): unknown {
    const { title, about, extent, files } = this.download;
    return html`<div class="download">
      <svg class="cover" viewBox="0 0 120 168" aria-hidden="true">
        <rect width="120" height="168"></rect>
        <path class="cover__spine" d="M9 0v168"></path>
        <path
          class="cover__thread"
          d="M28 118h64c12 0 12-16 0-16H44c-12 0-12-16 0-16h36c12 0 12-16 0-16H58c-12 0-12-16 0-16"
        ></path>
        <path class="cover__line" d="M28 132h40M28 140h26"></path>
      </svg>
      <div class="words">
        <slot name="label"></slot>
        <div class="title" role="heading" aria-level=${this.level}>${title}</div>
        <p class="about">${about}</p>
        <div class="acts">
          ${files.map(
            ({ label, name, bytes, asset }, index) =>
              html`<button
                class=${index === 0 ? 'button button--main' : 'button'}
                @click=${() => fire(this, 'lectern-open-download', { asset, name })}
              >
                <lectern-icon name="download"></lectern-icon>${label}, ${fileSize(bytes)}
              </button>`,
          )}
          <span class="meta">${extent}</span>
        </div>
      </div>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-download': LecternDownload;
  }
}

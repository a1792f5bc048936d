import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { AppError } from '../../main/contract/errors.ts';
import '../lib/icons/lectern-icon.ts';
import { fire } from '../lib/fire.ts';
import { messageOf } from '../lib/message-of.ts';
import { base } from '../styles/base.styles.ts';
import { blank } from '../styles/blank.styles.ts';

/**
 * What happened, what happens next, and one way out.
 *
 * @slot actions - another way out, after "Try again"
 * @event lectern-retry - the reader wants it tried again
 */
@customElement('lectern-error')
export class LecternError extends LitElement {
  static override styles = [
    base,
    blank,
    css`
      .blank > lectern-icon {
        color: var(--lectern-danger);
        margin-block-end: var(--lectern-space-1);
        --lectern-icon: 2rem;
        --lectern-icon-stroke: 1.3;
      }
      details {
        padding-block-start: var(--lectern-space-2);
        font: var(--lectern-type-xs) / var(--lectern-lead-sm) var(--lectern-sans);
        color: var(--lectern-ink-3);
      }
      code {
        font: var(--lectern-type-xs) / var(--lectern-lead-sm) var(--lectern-mono);
        overflow-wrap: anywhere;
      }
    `,
  ];

  @property() heading = 'This cannot be shown';
  /** Heading level for assistive technology: 1 where nothing else stands on the page. */
  @property({ type: Number }) level = 2;
  /** What was thrown; an `AppError` brings its own sentence. */
  @property({ attribute: false }) error: unknown = null;
  /** Where trying again cannot help. */
  @property({ type: Boolean, attribute: 'no-retry' }) noRetry = false;

  override render(): unknown {
    return html`<div class="blank" role="alert">
      <lectern-icon name="unplug"></lectern-icon>
      <div class="blank__title" role="heading" aria-level=${this.level}>${this.heading}</div>
      <p>${messageOf(this.error)}</p>
      <div class="blank__acts">
        ${
          this.noRetry
            ? nothing
            : html`<button class="button button--main" @click=${() => fire(this, 'lectern-retry', null)}>
                <lectern-icon name="rotate-cw"></lectern-icon>Try again
              </button>`
        }
        <slot name="actions"></slot>
      </div>
      ${
        this.error instanceof AppError
          ? html`<details>
              <summary>Details</summary>
              <code>${this.error.code}</code>
            </details>`
          : nothing
      }
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-error': LecternError;
  }
}

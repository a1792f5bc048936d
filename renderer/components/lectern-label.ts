import { LitElement, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base } from '../styles/base.styles.ts';

/**
 * A printed heading: thick rule, small caps. Give it an `id` and name its section by it with `aria-labelledby`.
 *
 * @slot - the words
 */
@customElement('lectern-label')
export class LecternLabel extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: block;
      }
    `,
  ];

  /** Heading level for assistive technology. */
  @property({ type: Number }) level = 2;
  /** In the reader's blue instead of the paper's ink. */
  @property({ type: Boolean }) reader = false;

  override render(): unknown {
    return html`<div class=${this.reader ? 'label label--reader' : 'label'} role="heading" aria-level=${this.level}>
      <slot></slot>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-label': LecternLabel;
  }
}

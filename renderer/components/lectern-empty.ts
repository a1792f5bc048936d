import { LitElement, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base } from '../styles/base.styles.ts';
import { blank } from '../styles/blank.styles.ts';

/**
 * Nothing here yet, and how something comes here.
 *
 * @slot - one or two sentences
 * @slot actions - at most one way on
 */
@customElement('lectern-empty')
export class LecternEmpty extends LitElement {
  static override styles = [
    base,
    blank,
    css`
      svg {
        inline-size: 10rem;
        block-size: 4.5rem;
        margin-block-end: var(--lectern-space-2);
        fill: none;
        stroke: var(--lectern-rule-strong);
        stroke-width: 1.5;
        stroke-linejoin: round;
      }
      .pencil {
        stroke: var(--lectern-reader);
        stroke-width: 5;
        opacity: 0.55;
      }
    `,
  ];

  @property() heading = '';
  /** Heading level for assistive technology: 1 where nothing else stands on the page. */
  @property({ type: Number }) level = 2;

  override render(): unknown {
    return html`<div class="blank">
      <svg viewBox="0 0 160 72" aria-hidden="true">
        <path
          d="M12 60c26-14 48-14 68 0 20-14 42-14 68 0M12 60V18c26-14 48-14 68 0 20-14 42-14 68 0v42M80 18v42"
        ></path>
        <path class="pencil" d="M97 30h34M97 40h22"></path>
      </svg>
      <div class="blank__title" role="heading" aria-level=${this.level}>${this.heading}</div>
      <slot></slot>
      <slot class="blank__acts" name="actions"></slot>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-empty': LecternEmpty;
  }
}

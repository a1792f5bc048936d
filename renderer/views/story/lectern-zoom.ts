import { LitElement, css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import '../../components/lectern-dialog.ts';
import '../../lib/icons/lectern-icon.ts';
import { base } from '../../styles/base.styles.ts';
import type { ZoomedPicture } from './story-events.ts';

/** One picture as large as the window, until Escape or a click. */
@customElement('lectern-zoom')
export class LecternZoom extends LitElement {
  static override styles = [
    base,
    css`
      lectern-dialog {
        --lectern-dialog-size: 96rem;
      }
      figure {
        position: relative;
        padding: var(--lectern-space-2);
      }
      .picture {
        display: grid;
        place-items: center;
        inline-size: 100%;
        cursor: zoom-out;
      }
      .picture :is(img, svg) {
        display: block;
        inline-size: 100%;
        block-size: auto;
        max-block-size: calc(100dvh - 11rem);
        object-fit: contain;
      }
      .close {
        position: absolute;
        inset-block-start: var(--lectern-space-3);
        inset-inline-end: var(--lectern-space-3);
        background: var(--lectern-ground-raised);
        border: var(--lectern-hairline) solid var(--lectern-rule-strong);
      }
      figcaption {
        padding: var(--lectern-space-1) var(--lectern-space-1) 0;
        font: italic var(--lectern-weight-text) var(--lectern-type-md) / 1.5rem var(--lectern-serif);
        font-variant-numeric: oldstyle-nums;
        color: var(--lectern-ink-2);
      }
      .credit {
        font: normal var(--lectern-type-xs) / 1rem var(--lectern-sans);
        color: var(--lectern-ink-3);
      }
    `,
  ];

  @state() private picture: ZoomedPicture | null = null;

  show(picture: ZoomedPicture): void {
    this.picture = picture;
  }

  override render(): unknown {
    const { picture } = this;
    return html`<lectern-dialog
      ?open=${picture !== null}
      label=${picture?.alt === '' || picture === null ? 'Picture' : picture.alt}
      @lectern-close=${this.#close}
      >${picture === null ? nothing : this.#figure(picture)}</lectern-dialog
    >`;
  }

  #figure({ node, caption, credit }: ZoomedPicture): unknown {
    return html`<figure>
      <button class="tool close" aria-label="Close" @click=${this.#close}>
        <lectern-icon name="x"></lectern-icon>
      </button>
      <button class="picture" aria-label="Close the picture" @click=${this.#close}>${node}</button>
      ${
        caption === null && credit === null
          ? nothing
          : html`<figcaption>
              ${caption} ${credit === null ? nothing : html`<span class="credit">${credit}</span>`}
            </figcaption>`
      }
    </figure>`;
  }

  #close(): void {
    this.picture = null;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-zoom': LecternZoom;
  }
}

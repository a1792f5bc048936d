import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { Picture } from '../../../main/contract/entities.ts';
import '../../components/lectern-picture.ts';
import type { LecternPicture } from '../../components/lectern-picture.ts';
import { fire } from '../../lib/fire.ts';
import { base } from '../../styles/base.styles.ts';
import './story-events.ts';

/**
 * The large picture over a story, with its caption and credit.
 *
 * @event lectern-zoom - the reader wants to see it large
 */
@customElement('lectern-story-hero')
export class LecternStoryHero extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: block;
        padding-block-end: var(--lectern-space-3);
      }
      button {
        display: block;
        inline-size: 100%;
        cursor: zoom-in;
      }
      figcaption {
        max-inline-size: var(--lectern-measure);
        padding-block-start: var(--lectern-space-1);
        font: italic var(--lectern-weight-text) var(--lectern-type-md) / 1.5rem var(--lectern-serif);
        font-variant-numeric: oldstyle-nums;
        color: var(--lectern-ink-2);
      }
      .credit {
        display: block;
        font: normal var(--lectern-type-xs) / 1rem var(--lectern-sans);
        color: var(--lectern-ink-3);
      }
      @media (width < 48rem) {
        figure {
          margin-inline: -1.25rem;
        }
        figcaption {
          padding-inline: 1.25rem;
        }
      }
      @media print {
        figure {
          break-inside: avoid;
        }
      }
    `,
  ];

  @property({ attribute: false }) picture!: Picture;

  @query('lectern-picture') private readonly shown!: LecternPicture;

  override render(): unknown {
    const { alt, caption, credit } = this.picture;
    return html`<figure>
      <button aria-label="Enlarge the picture: ${alt}" @click=${this.#zoom}>
        <lectern-picture .picture=${this.picture}></lectern-picture>
      </button>
      ${
        caption === null && credit === null
          ? nothing
          : html`<figcaption>
              ${caption}${credit === null ? nothing : html` <span class="credit">${credit}</span>`}
            </figcaption>`
      }
    </figure>`;
  }

  #zoom(): void {
    const drawn = drawnIn(this.shown);
    if (drawn === null) return;
    const { alt, caption, credit } = this.picture;
    fire(this, 'lectern-zoom', { node: drawn.cloneNode(true), alt, caption, credit });
  }
}

/** The drawing or photograph itself, through the elements that show it. */
function drawnIn(element: Element): Element | null {
  const inner = element.shadowRoot?.querySelector('svg, img, lectern-art') ?? null;
  return inner?.localName === 'lectern-art' ? drawnIn(inner) : inner;
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-story-hero': LecternStoryHero;
  }
}

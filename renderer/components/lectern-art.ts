import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { sanitise } from '../lib/sanitise.ts';

/**
 * A drawing, from SVG markup that follows the theme. Without `alt` it is ornament and hidden from assistive technology.
 *
 * @cssprop --lectern-art-ratio - crops the drawing to this aspect ratio
 */
@customElement('lectern-art')
export class LecternArt extends LitElement {
  static override styles = css`
    :host {
      display: block;
    }
    svg {
      display: block;
      inline-size: 100%;
      block-size: auto;
      aspect-ratio: var(--lectern-art-ratio, auto);
    }
    /* A spot is stitched: FORMAT.md leaves its strokes to us. */
    :host([spot]) path {
      fill: none;
      stroke: var(--lectern-publication);
      stroke-width: 2.2;
      stroke-linecap: round;
      stroke-linejoin: round;
      stroke-dasharray: 4.6 4.2;
    }
  `;

  /** SVG markup; null draws nothing. */
  @property({ attribute: false }) svg: string | null = null;
  @property() alt = '';
  /** The small stitched drawing beside a featured story. */
  @property({ type: Boolean, reflect: true }) spot = false;
  /** Fills the host's aspect ratio and lets the edges go. */
  @property({ type: Boolean }) cover = false;

  override render(): unknown {
    if (this.svg === null) return nothing;
    const drawing = sanitise(this.svg);
    const root = drawing.querySelector('svg');
    if (this.cover) root?.setAttribute('preserveAspectRatio', 'xMidYMid slice');
    if (this.alt === '') root?.setAttribute('aria-hidden', 'true');
    else {
      root?.setAttribute('role', 'img');
      root?.setAttribute('aria-label', this.alt);
    }
    return html`${drawing}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-art': LecternArt;
  }
}

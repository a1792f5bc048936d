import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Picture } from '../../main/contract/entities.ts';
import { assetUrl } from '../lib/asset-url.ts';
import './lectern-art.ts';

/**
 * A picture of the collection: a drawing that follows the theme, or a file. No caption.
 *
 * @cssprop --lectern-art-ratio - crops the picture to this aspect ratio, with `cover`
 */
@customElement('lectern-picture')
export class LecternPicture extends LitElement {
  static override styles = css`
    :host {
      display: block;
    }
    img {
      display: block;
      inline-size: 100%;
      block-size: auto;
    }
    :host([cover]) img {
      aspect-ratio: var(--lectern-art-ratio, auto);
      object-fit: cover;
    }
  `;

  @property({ attribute: false }) picture: Picture | null = null;
  /** Fills the aspect ratio and lets the edges go. */
  @property({ type: Boolean, reflect: true }) cover = false;
  /** Says nothing that the words beside it do not say. */
  @property({ type: Boolean }) decorative = false;

  override render(): unknown {
    if (this.picture === null) return nothing;
    const { svg, asset, alt, width, height } = this.picture;
    const words = this.decorative ? '' : alt;
    if (svg !== null) return html`<lectern-art .svg=${svg} .alt=${words} ?cover=${this.cover}></lectern-art>`;
    if (asset === null) return nothing;
    return html`<img src=${assetUrl(asset)} alt=${words} width=${width} height=${height} decoding="async" />`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-picture': LecternPicture;
  }
}

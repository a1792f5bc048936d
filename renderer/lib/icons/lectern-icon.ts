import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { icons, type IconName } from './icons.ts';

/**
 * One of our icons, drawn in the colour of the text. It has no name of its own: whoever uses it says in words what it
 * stands for.
 *
 * @cssprop --lectern-icon - edge length
 * @cssprop --lectern-icon-fill - fill of the shape; none by default
 */
@customElement('lectern-icon')
export class LecternIcon extends LitElement {
  static override styles = css`
    :host {
      display: inline-block;
      flex: none;
      inline-size: var(--lectern-icon);
      block-size: var(--lectern-icon);
    }
    svg {
      display: block;
      inline-size: 100%;
      block-size: 100%;
      fill: var(--lectern-icon-fill, none);
      stroke: currentColor;
      stroke-width: var(--lectern-icon-stroke, 1.6);
      stroke-linecap: round;
      stroke-linejoin: round;
    }
  `;

  @property() name: IconName | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.setAttribute('aria-hidden', 'true');
  }

  override render(): unknown {
    return this.name === null ? nothing : html`<svg viewBox="0 0 24 24">${icons[this.name]}</svg>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-icon': LecternIcon;
  }
}

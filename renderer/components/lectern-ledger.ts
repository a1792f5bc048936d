import { LitElement, css, html } from 'lit';
import { customElement } from 'lit/decorators.js';
import '../lib/icons/lectern-icon.ts';
import { base } from '../styles/base.styles.ts';

/** Says that an article is whole on this device: its text and every picture. Set it only where that is so. */
@customElement('lectern-ledger')
export class LecternLedger extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: inline-flex;
        color: var(--lectern-ok);
        --lectern-icon: 0.875rem;
      }
    `,
  ];

  override render(): unknown {
    return html`<lectern-icon name="circle-check"></lectern-icon><span class="vh">Kept whole</span>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-ledger': LecternLedger;
  }
}

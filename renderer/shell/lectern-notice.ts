import { consume } from '@lit/context';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { Status } from '../../main/contract/entities.ts';
import '../lib/icons/lectern-icon.ts';
import { statusContext } from '../state/contexts.ts';
import { base } from '../styles/base.styles.ts';

/** Over everything, while the store does not work: that nothing is being kept, and why. */
@customElement('lectern-notice')
export class LecternNotice extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: block;
      }
      p {
        display: flex;
        align-items: baseline;
        gap: var(--lectern-space-1);
        padding: var(--lectern-space-1) var(--lectern-space-2);
        background: var(--lectern-ground-raised);
        border-block-end: var(--lectern-rule-thick) solid var(--lectern-warn);
        color: var(--lectern-ink);
      }
      lectern-icon {
        align-self: center;
        color: var(--lectern-warn);
      }
      b {
        font-weight: var(--lectern-weight-strong);
      }
    `,
  ];

  @consume({ context: statusContext, subscribe: true }) @state() private status: Status | null = null;

  override render(): unknown {
    if (this.status === null || this.status.store.ready) return html`<div role="status"></div>`;
    const why = this.status.store.message;
    return html`<div role="status">
      <p>
        <lectern-icon name="triangle-alert"></lectern-icon>
        <span
          ><b>Nothing is being kept.</b> You can read and search. ${why ?? nothing}
          ${
            this.status.store.code === 'store-damaged'
              ? html`<a class="link" href="#/backup">What can be done about it</a>`
              : nothing
          }</span
        >
      </p>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-notice': LecternNotice;
  }
}

import { LitElement, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '../../components/lectern-empty.ts';
import { base } from '../../styles/base.styles.ts';

/** An address that leads nowhere. */
@customElement('lectern-missing')
export class LecternMissing extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: grid;
        min-block-size: 0;
      }
    `,
  ];

  @property() path = '';

  override render(): unknown {
    return html`<lectern-empty level="1" heading="There is no such page">
      <p>Nothing stands at “${this.path}”. The address may be from another version of Lectern.</p>
      <a slot="actions" class="button" href="#/">Go to the front page</a>
    </lectern-empty>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-missing': LecternMissing;
  }
}

import { LitElement, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base } from '../../styles/base.styles.ts';
import { page } from '../../styles/page.styles.ts';
import './lectern-import-one.ts';
import './lectern-import-start.ts';

/** Bringing articles in: what can be given and was given before, or one import from its preview to its report. */
@customElement('lectern-import')
export class LecternImport extends LitElement {
  static override styles = [base, page];

  @property({ attribute: false }) importId: string | null = null;

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('.page')?.focus({ preventScroll: true });
  }

  override render(): unknown {
    return html`<div class="page" tabindex="-1">
      ${
        this.importId === null
          ? html`<lectern-import-start></lectern-import-start>`
          : html`<lectern-import-one .importId=${this.importId}></lectern-import-one>`
      }
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-import': LecternImport;
  }
}

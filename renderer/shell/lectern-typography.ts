import { consume } from '@lit/context';
import { LitElement, css, html } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { defaultSettings, type Settings } from '../../main/contract/entities.ts';
import '../components/lectern-reading-controls.ts';
import { fire } from '../lib/fire.ts';
import '../lib/icons/lectern-icon.ts';
import { settingsContext } from '../state/contexts.ts';
import { base } from '../styles/base.styles.ts';

/**
 * The reading controls beside the open story, in the place of the list: nothing of the text is covered.
 *
 * @event lectern-close - it was closed
 */
@customElement('lectern-typography')
export class LecternTypography extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: block;
        min-block-size: 0;
        overflow: hidden auto;
        padding: 0 var(--lectern-space-3) var(--lectern-space-3);
        background: var(--lectern-ground-raised);
      }
      header {
        position: sticky;
        inset-block-start: 0;
        z-index: 1;
        display: flex;
        align-items: center;
        justify-content: space-between;
        min-block-size: var(--lectern-bar);
        margin-inline-end: calc(var(--lectern-space-2) * -1);
        background: var(--lectern-ground-raised);
      }
      h2 {
        font: var(--lectern-weight-strong) var(--lectern-type-lg) / 1.5rem var(--lectern-serif);
        outline: 0;
      }
    `,
  ];

  @consume({ context: settingsContext, subscribe: true }) @state() private settings: Settings = defaultSettings;

  @query('h2') private readonly heading!: HTMLElement;

  protected override firstUpdated(): void {
    this.heading.focus();
  }

  override render(): unknown {
    return html`<section aria-labelledby="typography" @keydown=${this.#pressed}>
      <header>
        <h2 id="typography" tabindex="-1">Typography</h2>
        <button class="tool" aria-label="Close typography" @click=${() => fire(this, 'lectern-close', null)}>
          <lectern-icon name="x"></lectern-icon>
        </button>
      </header>
      <lectern-reading-controls .settings=${this.settings}></lectern-reading-controls>
    </section>`;
  }

  #pressed(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    fire(this, 'lectern-close', null);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-typography': LecternTypography;
  }
}

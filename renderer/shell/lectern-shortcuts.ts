import { consume } from '@lit/context';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { commands, type Command, type CommandId } from '../../main/contract/commands.ts';
import { defaultSettings, type Settings } from '../../main/contract/entities.ts';
import { deskContext } from '../api/api-context.ts';
import type { Desk } from '../api/desk.ts';
import '../components/lectern-dialog.ts';
import '../components/lectern-label.ts';
import { fire } from '../lib/fire.ts';
import '../lib/icons/lectern-icon.ts';
import { settingsContext } from '../state/contexts.ts';
import { commandIds, keyCaps, keysOf } from '../state/keys.ts';
import { base } from '../styles/base.styles.ts';

const groups: readonly (readonly [Command['group'], string])[] = [
  ['reading', 'Reading'],
  ['anywhere', 'Anywhere'],
  ['list', 'Lists'],
];

/**
 * Every key there is, as the reader has set them.
 *
 * @event lectern-close - the sheet was closed
 */
@customElement('lectern-shortcuts')
export class LecternShortcuts extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: contents;
        --lectern-dialog-size: 46rem;
      }
      .sheet {
        padding: var(--lectern-space-2) var(--lectern-space-3);
        container: sheet / inline-size;
      }
      .head {
        display: flex;
        justify-content: space-between;
        align-items: center;
        padding-block-end: var(--lectern-space-1);
      }
      h2 {
        font: var(--lectern-weight-strong) var(--lectern-type-lg) / 1.5rem var(--lectern-serif);
      }
      .columns {
        display: grid;
        grid-template-columns: repeat(3, minmax(0, 1fr));
        column-gap: var(--lectern-space-3);
        padding-block-end: var(--lectern-space-2);
      }
      dl div {
        display: flex;
        justify-content: space-between;
        align-items: center;
        gap: var(--lectern-space-1);
        min-block-size: 1.75rem;
      }
      dd {
        display: flex;
        flex: none;
        gap: var(--lectern-space-half);
      }
      @container sheet (inline-size < 34rem) {
        .columns {
          grid-template-columns: minmax(0, 1fr);
          row-gap: var(--lectern-space-2);
        }
      }
    `,
  ];

  @property({ type: Boolean }) open = false;

  @consume({ context: settingsContext, subscribe: true }) @state() private settings: Settings = defaultSettings;
  @consume({ context: deskContext }) private readonly desk!: Desk;

  override render(): unknown {
    return html`<lectern-dialog label="Shortcuts" ?open=${this.open}>
      ${
        this.open
          ? html`<div class="sheet">
              <div class="head">
                <h2>Shortcuts</h2>
                <button class="tool" aria-label="Close" @click=${() => fire(this, 'lectern-close', null)}>
                  <lectern-icon name="x"></lectern-icon>
                </button>
              </div>
              <div class="columns">${groups.map(([group, name]) => this.#group(group, name))}</div>
              <p class="meta">
                Every key can be changed
                <a class="link" href="#/settings" @click=${() => fire(this, 'lectern-close', null)}>in the settings</a>.
                Single letters rest while you type.
              </p>
            </div>`
          : nothing
      }
    </lectern-dialog>`;
  }

  #group(group: Command['group'], name: string): unknown {
    const inGroup = commandIds().filter((id) => commands[id].group === group);
    return html`<section aria-labelledby="group-${group}">
      <lectern-label reader level="3" id="group-${group}">${name}</lectern-label>
      <dl>${inGroup.map((id) => this.#row(id))}</dl>
    </section>`;
  }

  #row(id: CommandId): unknown {
    const [keys] = keysOf(id, this.settings.keys);
    if (keys === undefined) return nothing;
    return html`<div>
      <dt>${commands[id].title}</dt>
      <dd>${keyCaps(keys, this.desk.isMac).map((cap) => html`<kbd>${cap}</kbd>`)}</dd>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-shortcuts': LecternShortcuts;
  }
}

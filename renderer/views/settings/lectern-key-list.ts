import { consume } from '@lit/context';
import { LitElement, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { commands, type CommandId } from '../../../main/contract/commands.ts';
import { defaultSettings, type Settings } from '../../../main/contract/entities.ts';
import { deskContext } from '../../api/api-context.ts';
import type { Desk } from '../../api/desk.ts';
import { fire } from '../../lib/fire.ts';
import { chordOf, commandIds, commandsOnKeys, keyCaps, keysOf } from '../../state/keys.ts';
import { base } from '../../styles/base.styles.ts';
import { keyListStyles } from './lectern-key-list.styles.ts';

/** Keys that move through the page, end a dialog or work a control: no command may take them. */
const reserved = new Set(['Tab', 'Shift+Tab', 'Escape', 'Enter', 'Space', 'Backspace', 'Delete']);

/**
 * Every command with its key, and the way to change it: press the button, then the new key.
 *
 * @event lectern-change-settings - a key was given, taken away or put back
 */
@customElement('lectern-key-list')
export class LecternKeyList extends LitElement {
  static override styles = [base, keyListStyles];

  @property({ attribute: false }) settings: Settings = defaultSettings;

  @consume({ context: deskContext }) private readonly desk!: Desk;
  /** The command that waits for its new key. */
  @state() private listening: CommandId | null = null;
  /** A key that belongs to another command: it is taken only on a second word. */
  @state() private conflict: { command: CommandId; keys: string; holders: readonly CommandId[] } | null = null;

  override render(): unknown {
    return html`<ul>
        ${commandIds().map((command) => html`<li>${this.#row(command)}</li>`)}
      </ul>
      <button class="link" ?hidden=${Object.keys(this.settings.keys).length === 0} @click=${() => this.#give({})}>
        Put every key back
      </button>`;
  }

  #row(command: CommandId): unknown {
    const { title } = commands[command];
    const keys = keysOf(command, this.settings.keys);
    const waits = this.listening === command;
    const changed = this.settings.keys[command] !== undefined;
    return html`<span class="title">${title}</span>
      <span class="keys"
        >${
          keys.length === 0
            ? html`<span class="meta">no key</span>`
            : keys.map(
                (own) => html`<span>${keyCaps(own, this.desk.isMac).map((cap) => html`<kbd>${cap}</kbd>`)}</span>`,
              )
        }</span
      >
      <span class="acts">
        <button
          class=${waits ? 'button button--small waits' : 'button button--small'}
          @click=${() => this.#listen(command)}
          @keydown=${this.#pressed}
          @blur=${() => (this.listening = null)}
        >
          ${waits ? 'Press a key…' : 'Change'}<span class="vh"> ${waits ? 'for' : 'the key of'} ${title}</span>
        </button>
        ${
          changed
            ? html`<button class="link" @click=${() => this.#putBack(command)}>
                Put back<span class="vh"> the key of ${title}</span>
              </button>`
            : keys.length === 0
              ? nothing
              : html`<button class="link" @click=${() => this.#take(command)}>
                  None<span class="vh"> for ${title}</span>
                </button>`
        }
      </span>
      ${this.conflict?.command === command ? this.#conflict(this.conflict) : nothing}`;
  }

  #conflict({ command, keys, holders }: NonNullable<typeof this.conflict>): unknown {
    const names = holders.map((holder) => `“${commands[holder].title}”`).join(' and ');
    return html`<p class="conflict" role="alert">
      ${keyCaps(keys, this.desk.isMac).map((cap) => html`<kbd>${cap}</kbd>`)} belongs to ${names}.
      <button class="link" @click=${() => this.#takeOver(command, keys, holders)}>Take it from there</button>
      <button class="link" @click=${() => (this.conflict = null)}>Leave it</button>
    </p>`;
  }

  #listen(command: CommandId): void {
    this.conflict = null;
    this.listening = command;
  }

  #pressed(event: KeyboardEvent): void {
    if (this.listening === null) return;
    const command = this.listening;
    const chord = chordOf(event, this.desk.isMac);
    if (chord === null || chord === 'Tab' || chord === 'Shift+Tab') return;
    event.preventDefault();
    event.stopPropagation();
    if (chord === 'Escape') this.listening = null;
    if (reserved.has(chord)) return;
    this.listening = null;
    const holders = commandsOnKeys(chord, this.settings.keys, command);
    if (holders.length > 0) this.conflict = { command, keys: chord, holders };
    else this.#give({ ...this.settings.keys, [command]: chord });
  }

  #takeOver(command: CommandId, keys: string, holders: readonly CommandId[]): void {
    const freed = Object.fromEntries(holders.map((holder) => [holder, '']));
    this.#give({ ...this.settings.keys, ...freed, [command]: keys });
  }

  #take(command: CommandId): void {
    this.#give({ ...this.settings.keys, [command]: '' });
  }

  #putBack(command: CommandId): void {
    this.#give(Object.fromEntries(Object.entries(this.settings.keys).filter(([id]) => id !== command)));
  }

  #give(keys: Record<string, string>): void {
    this.conflict = null;
    fire(this, 'lectern-change-settings', { patch: { keys } });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-key-list': LecternKeyList;
  }
}

import { consume } from '@lit/context';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { Settings, Status } from '../../main/contract/entities.ts';
import { deskContext } from '../api/api-context.ts';
import type { Desk } from '../api/desk.ts';
import { count } from '../lib/counts.ts';
import '../lib/icons/lectern-icon.ts';
import type { CommandRegistry } from '../state/command-registry.ts';
import { commandsContext, settingsContext, statusContext } from '../state/contexts.ts';
import { keyCaps, keysOf } from '../state/keys.ts';
import { bar } from '../styles/bar.styles.ts';
import { base } from '../styles/base.styles.ts';

/** Over every page: back and forward, the way to anything, what is kept, the theme. */
@customElement('lectern-top-bar')
export class LecternTopBar extends LitElement {
  static override styles = [
    base,
    bar,
    css`
      :host {
        display: block;
      }
      /* The field stands over the middle of the page, whatever is said beside it. */
      .bar {
        display: grid;
        grid-template-columns: 1fr minmax(0, 26rem) 1fr;
      }
      .omni {
        display: flex;
        align-items: center;
        gap: var(--lectern-space-1);
        min-inline-size: 0;
        min-block-size: var(--lectern-control);
        padding-inline: 0.625rem 0.375rem;
        border: var(--lectern-hairline) solid var(--lectern-rule);
        border-radius: var(--lectern-radius-2);
        color: var(--lectern-ink-3);
      }
      .omni:hover {
        border-color: var(--lectern-rule-strong);
      }
      .omni kbd {
        margin-inline-start: auto;
      }
      .status {
        display: inline-flex;
        align-items: center;
        gap: 0.375rem;
        color: var(--lectern-ink-3);
        font-size: var(--lectern-type-xs);
        white-space: nowrap;
        --lectern-icon: 0.875rem;
      }
      .status lectern-icon {
        color: var(--lectern-ok);
      }
      @media (width < 48rem) {
        .bar {
          grid-template-columns: minmax(0, 1fr) auto;
          padding-inline: var(--lectern-space-2) var(--lectern-space-half);
        }
        .omni {
          min-block-size: 2.5rem;
        }
        .omni kbd,
        .bar__group:first-child {
          display: none;
        }
        .status__text {
          position: absolute;
          inline-size: 1px;
          block-size: 1px;
          overflow: hidden;
          clip-path: inset(50%);
        }
      }
    `,
  ];

  @consume({ context: commandsContext }) private readonly commands!: CommandRegistry;
  @consume({ context: deskContext }) private readonly desk!: Desk;
  @consume({ context: settingsContext, subscribe: true }) @state() private settings!: Settings;
  @consume({ context: statusContext, subscribe: true }) @state() private status: Status | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('hashchange', this.#moved);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('hashchange', this.#moved);
  }

  readonly #moved = (): void => this.requestUpdate();

  override render(): unknown {
    const [keys] = keysOf('palette.open', this.settings.keys);
    return html`<header class="bar">
      <div class="bar__group">
        <button
          class="tool"
          aria-label="Back"
          ?disabled=${!window.navigation.canGoBack}
          @click=${() => this.commands.run('go.back')}
        >
          <lectern-icon name="arrow-left"></lectern-icon>
        </button>
        <button
          class="tool"
          aria-label="Forward"
          ?disabled=${!window.navigation.canGoForward}
          @click=${() => this.commands.run('go.forward')}
        >
          <lectern-icon name="arrow-right"></lectern-icon>
        </button>
      </div>
      <button class="omni" aria-haspopup="dialog" @click=${() => this.commands.run('palette.open')}>
        <lectern-icon name="search"></lectern-icon><span>Search, or go to…</span>${
          keys === undefined ? nothing : html`<kbd>${keyCaps(keys, this.desk.isMac).join(' ')}</kbd>`
        }
      </button>
      <div class="bar__group bar__group--end">
        ${this.#kept()}
        <button class="tool" aria-label="Next theme" @click=${() => this.commands.run('theme.next')}>
          <lectern-icon name="sun-moon"></lectern-icon>
        </button>
      </div>
    </header>`;
  }

  #kept(): unknown {
    if (this.status?.collection.ready !== true) return nothing;
    return html`<span class="status"
      ><lectern-icon name="circle-check"></lectern-icon
      ><span class="status__text">${count(this.status.counts.stories, 'story', 'stories')} kept</span></span
    >`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-top-bar': LecternTopBar;
  }
}

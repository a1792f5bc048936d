import { consume } from '@lit/context';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { deskContext } from '../../api/api-context.ts';
import type { Desk } from '../../api/desk.ts';
import '../../components/lectern-dialog.ts';
import { fire } from '../../lib/fire.ts';
import { messageOf } from '../../lib/message-of.ts';
import type { ExternalLink } from '../../lib/reading/external-link.ts';
import { base } from '../../styles/base.styles.ts';

/** Asks before anything outside is opened, and says what it is. */
@customElement('lectern-leave')
export class LecternLeave extends LitElement {
  static override styles = [
    base,
    css`
      lectern-dialog {
        --lectern-dialog-size: 30rem;
      }
      .ask {
        display: grid;
        gap: var(--lectern-space-1);
        padding: var(--lectern-space-3);
      }
      h2 {
        font: var(--lectern-weight-strong) var(--lectern-type-xl) / var(--lectern-lead-xl) var(--lectern-serif);
        letter-spacing: var(--lectern-tracking-tight);
        overflow-wrap: anywhere;
      }
      p {
        font: var(--lectern-weight-text) var(--lectern-type-md) / var(--lectern-lead-md) var(--lectern-serif);
        color: var(--lectern-ink-2);
        text-wrap: pretty;
      }
      code {
        font: var(--lectern-type-xs) / var(--lectern-lead-sm) var(--lectern-mono);
        color: var(--lectern-ink-3);
        overflow-wrap: anywhere;
        max-block-size: 6rem;
        overflow: hidden auto;
      }
      .acts {
        display: flex;
        flex-wrap: wrap;
        gap: var(--lectern-space-1);
        padding-block-start: var(--lectern-space-1);
      }
    `,
  ];

  @state() private link: ExternalLink | null = null;
  @consume({ context: deskContext }) private readonly desk!: Desk;

  ask(link: ExternalLink): void {
    this.link = link;
  }

  override render(): unknown {
    const { link } = this;
    return html`<lectern-dialog ?open=${link !== null} label="Leave Lectern?" @lectern-close=${this.#close}
      >${link === null ? nothing : this.#ask(link)}</lectern-dialog
    >`;
  }

  #ask(link: ExternalLink): unknown {
    const isMail = link.kind === 'mail';
    return html`<div class="ask">
      <h2>${isMail ? `Write to ${link.to}?` : `Open ${link.host}?`}</h2>
      <p>
        ${
          isMail
            ? 'Your mail program opens with a new letter. Nothing is sent before you send it.'
            : 'The page opens in your browser and needs the network. Lectern itself sends nothing.'
        }
        ${link.kind === 'page' && !link.isSecure ? 'The connection to it is not encrypted.' : nothing}
      </p>
      <code>${link.url}</code>
      <div class="acts">
        <button class="button button--main" @click=${() => this.#open(link)}>
          ${isMail ? 'Open the mail program' : 'Open in the browser'}
        </button>
        <button class="button button--quiet" @click=${this.#close}>Stay here</button>
      </div>
    </div>`;
  }

  async #open(link: ExternalLink): Promise<void> {
    this.#close();
    try {
      await this.desk.openExternal(link.url);
    } catch (error) {
      fire(this, 'lectern-toast', { message: messageOf(error) });
    }
  }

  #close(): void {
    this.link = null;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-leave': LecternLeave;
  }
}

import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { fire } from '../../lib/fire.ts';
import '../../lib/icons/lectern-icon.ts';
import { bar } from '../../styles/bar.styles.ts';
import { base } from '../../styles/base.styles.ts';
import './story-events.ts';

/**
 * Looks for words in this story alone, as they are typed.
 *
 * @event lectern-find - other words were typed
 * @event lectern-choose - `next`, `previous` or `close`
 */
@customElement('lectern-story-find')
export class LecternStoryFind extends LitElement {
  static override styles = [
    base,
    bar,
    css`
      :host {
        display: block;
        border-block-end: var(--lectern-rule-thick) solid var(--lectern-reader);
      }
      .bar {
        min-block-size: 2.5rem;
        gap: var(--lectern-space-1);
        background: var(--lectern-ground-raised);
        color: var(--lectern-ink-3);
      }
      .bar input {
        flex: 1;
        min-inline-size: 4rem;
        border: 0;
        outline: 0;
        padding: 0;
        background: none;
        color: var(--lectern-ink);
        font: var(--lectern-weight-text) var(--lectern-type-list) / 2rem var(--lectern-serif);
      }
      /* The rule under the bar says that one types here. */
      .bar input:focus-visible {
        outline: none;
      }
      input::placeholder {
        color: var(--lectern-ink-3);
        opacity: 1;
      }
      input::-webkit-search-cancel-button {
        appearance: none;
      }
      .place {
        flex: none;
        font-size: var(--lectern-type-sm);
      }
      .place b {
        color: var(--lectern-ink);
        font-weight: var(--lectern-weight-strong);
      }
      .place--none {
        color: var(--lectern-warn);
      }
      @media (width < 48rem) {
        .bar {
          padding-inline-start: 1.25rem;
        }
      }
    `,
  ];

  @property() typed = '';
  @property({ type: Number }) count = 0;
  /** From 0. */
  @property({ type: Number }) current = 0;
  /** The text around the current place, read out when one comes to it. */
  @property() text = '';

  @query('input') private readonly input!: HTMLInputElement;

  override focus(): void {
    this.input.focus();
    this.input.select();
  }

  override render(): unknown {
    const none = this.count === 0;
    return html`<div class="bar" role="search" aria-label="Find in this story">
      <lectern-icon name="text-search"></lectern-icon>
      <input
        type="search"
        aria-label="Find in this story"
        placeholder="Find in this story"
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        enterkeyhint="search"
        dir="auto"
        .value=${this.typed}
        @input=${() => fire(this, 'lectern-find', { text: this.input.value })}
        @keydown=${this.#pressed}
      />
      ${this.typed.trim() === '' ? nothing : this.#counter()}
      <div class="bar__group">
        ${this.#tool('previous', 'chevron-up', 'Previous match', none)}
        ${this.#tool('next', 'chevron-down', 'Next match', none)}${this.#tool('close', 'x', 'Close', false)}
      </div>
    </div>`;
  }

  #counter(): unknown {
    if (this.count === 0) return html`<p class="place place--none" role="status">Not in this story</p>`;
    return html`<p class="place" role="status">
      <b class="nums">${this.current + 1}</b> of <b class="nums">${this.count}</b><span class="vh">: ${this.text}</span>
    </p>`;
  }

  #tool(id: string, icon: 'chevron-up' | 'chevron-down' | 'x', label: string, disabled: boolean): unknown {
    return html`<button
      class="tool"
      aria-label=${label}
      title=${label}
      ?disabled=${disabled}
      @click=${() => fire(this, 'lectern-choose', { id })}
    >
      <lectern-icon name=${icon}></lectern-icon>
    </button>`;
  }

  #pressed(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const id = { Enter: event.shiftKey ? 'previous' : 'next', Escape: 'close' }[event.key];
    if (id === undefined) return;
    event.preventDefault();
    fire(this, 'lectern-choose', { id });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-story-find': LecternStoryFind;
  }
}

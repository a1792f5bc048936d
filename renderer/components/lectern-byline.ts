import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { count } from '../lib/counts.ts';
import { formatDate } from '../lib/dates.ts';
import { base } from '../styles/base.styles.ts';

/**
 * Who wrote it, when, how long it takes.
 *
 * @slot - what else belongs on the line, after the rest
 */
@customElement('lectern-byline')
export class LecternByline extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: block;
      }
      p {
        font-size: var(--lectern-type-sm);
        line-height: var(--lectern-lead-sm);
        color: var(--lectern-ink-2);
      }
      b {
        font-weight: var(--lectern-weight-medium);
        color: var(--lectern-ink);
      }
      a:hover {
        text-decoration: underline;
      }
      .byline__meta {
        color: var(--lectern-ink-3);
        margin-inline-start: var(--lectern-space-1);
      }
    `,
  ];

  @property() author: string | null = null;
  /** Where the author's name leads; plain text without. */
  @property() href: string | null = null;
  /** ISO date, printed with day, month and year. */
  @property() published: string | null = null;
  /** ISO date of the last change, if there was one. */
  @property() changed: string | null = null;
  @property({ type: Number }) minutes = 0;
  /** "18 minutes" instead of "18 min". */
  @property({ type: Boolean }) long = false;

  override render(): unknown {
    return html`<p>
      ${this.#author()}${this.#date(this.published, '')}${this.#date(this.changed, 'updated ')}${this.#minutes()}<slot
      ></slot>
    </p>`;
  }

  #author(): unknown {
    if (this.author === null) return nothing;
    const name = this.href === null ? this.author : html`<a href=${this.href}>${this.author}</a>`;
    return html`By <b>${name}</b> `;
  }

  #date(iso: string | null, before: string): unknown {
    if (iso === null) return nothing;
    return html`<span class="byline__meta">${before}<time datetime=${iso}>${formatDate(iso, 'day')}</time></span> `;
  }

  #minutes(): unknown {
    if (this.minutes === 0) return nothing;
    const text = this.long ? count(this.minutes, 'minute', 'minutes') : `${this.minutes} min`;
    return html`<span class="byline__meta nums">${text}</span>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-byline': LecternByline;
  }
}

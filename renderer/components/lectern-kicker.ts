import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base } from '../styles/base.styles.ts';

/** Over a headline: the section's name in the paper's ink, then a few words in italics. */
@customElement('lectern-kicker')
export class LecternKicker extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: block;
      }
      p {
        font: var(--lectern-weight-text) var(--lectern-type-list) / 1.5rem var(--lectern-serif);
        color: var(--lectern-ink-2);
        font-variant-numeric: oldstyle-nums;
      }
      b {
        font-weight: var(--lectern-weight-strong);
        font-variant-caps: all-small-caps;
        letter-spacing: var(--lectern-tracking-caps);
        color: var(--lectern-publication);
        margin-inline-end: 0.35em;
      }
      a:hover {
        text-decoration: underline;
        text-decoration-thickness: 1px;
        text-underline-offset: 0.16em;
      }
      span {
        font-style: italic;
      }
    `,
  ];

  @property() section: string | null = null;
  /** Where the section's name leads; plain text without. */
  @property() href: string | null = null;
  @property() words: string | null = null;

  override render(): unknown {
    if ((this.section ?? '') === '' && this.words === null) return nothing;
    const name = this.href === null ? this.section : html`<a href=${this.href}>${this.section}</a>`;
    return html`<p>
      ${this.section === null ? nothing : html`<b>${name}</b> `}${
        this.words === null ? nothing : html`<span>${this.words}</span>`
      }
    </p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-kicker': LecternKicker;
  }
}

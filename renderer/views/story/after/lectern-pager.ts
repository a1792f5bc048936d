import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { ArticleSummary } from '../../../../main/contract/entities.ts';
import { storyHref } from '../../../state/route.ts';
import { base } from '../../../styles/base.styles.ts';

/** The neighbours of a story in its section, by date. */
@customElement('lectern-pager')
export class LecternPager extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: block;
      }
      nav {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: var(--lectern-space-6);
        border-block-start: var(--lectern-rule-thick) solid var(--lectern-rule-ink);
        padding-block-start: var(--lectern-space-2);
      }
      a {
        display: grid;
        gap: var(--lectern-space-half);
        align-content: start;
      }
      .later {
        grid-column: 2;
        text-align: end;
      }
      b {
        font: var(--lectern-weight-strong) var(--lectern-type-lg) / 1.5rem var(--lectern-serif);
        text-wrap: balance;
      }
      a:hover b {
        text-decoration: underline;
        text-decoration-thickness: 1px;
        text-underline-offset: 0.16em;
      }
      @container (inline-size < 28rem) {
        nav {
          gap: var(--lectern-space-2);
        }
      }
    `,
  ];

  @property() section = '';
  @property({ attribute: false }) earlier: ArticleSummary | null = null;
  @property({ attribute: false }) later: ArticleSummary | null = null;

  override render(): unknown {
    if (this.earlier === null && this.later === null) return nothing;
    return html`<nav aria-label="In ${this.section}">
      ${this.#link('Earlier', this.earlier, 'earlier')}${this.#link('Later', this.later, 'later')}
    </nav>`;
  }

  #link(word: string, story: ArticleSummary | null, name: string): unknown {
    if (story === null) return nothing;
    return html`<a class=${name} href=${storyHref(story.id)}
      ><span class="meta">${word} in ${this.section}</span><b>${story.title}</b></a
    >`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-pager': LecternPager;
  }
}

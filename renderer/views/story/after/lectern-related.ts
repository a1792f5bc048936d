import { LitElement, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { RelatedArticle } from '../../../../main/contract/entities.ts';
import { storyHref } from '../../../state/route.ts';
import { base } from '../../../styles/base.styles.ts';
import { reasonLine } from './reason-line.ts';
import { afterStyles } from './after.styles.ts';

/** Stories near this one, each with the reason why. */
@customElement('lectern-related')
export class LecternRelated extends LitElement {
  static override styles = [
    base,
    afterStyles,
    css`
      li {
        padding-block: 0.75rem;
        border-block-start: var(--lectern-hairline) solid var(--lectern-rule);
      }
      li:nth-child(-n + 2) {
        border: 0;
        padding-block-start: 0;
      }
      @container (inline-size < 36rem) {
        li:nth-child(2) {
          border-block-start: var(--lectern-hairline) solid var(--lectern-rule);
          padding-block-start: 0.75rem;
        }
      }
    `,
  ];

  @property({ attribute: false }) items: readonly RelatedArticle[] = [];

  override render(): unknown {
    return html`<section aria-labelledby="heading">
      <h2 class="label" id="heading">Related</h2>
      <ul class="two">
        ${this.items.map(
          ({ article, reasons }) =>
            html`<li>
              <h3 class="headline"><a href=${storyHref(article.id)}>${article.title}</a></h3>
              <p class="reason">${reasonLine(reasons)}</p>
            </li>`,
        )}
      </ul>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-related': LecternRelated;
  }
}

import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { ArticleSummary } from '../../../../main/contract/entities.ts';
import '../../../components/lectern-art.ts';
import { storyHref } from '../../../state/route.ts';
import { base } from '../../../styles/base.styles.ts';
import { afterStyles } from './after.styles.ts';

/** What else the front page features, with its stitched drawings. */
@customElement('lectern-featured-stories')
export class LecternFeaturedStories extends LitElement {
  static override styles = [
    base,
    afterStyles,
    css`
      .spot {
        inline-size: 4rem;
        block-size: 4rem;
        margin-block-end: var(--lectern-space-1);
        margin-inline-start: -2px;
      }
      @container (inline-size < 36rem) {
        li {
          display: grid;
          grid-template-columns: 3.5rem minmax(0, 1fr);
          column-gap: var(--lectern-space-2);
        }
        li > * {
          grid-column: 2;
        }
        .spot {
          grid-column: 1;
          grid-row: 1 / 3;
          inline-size: 3.5rem;
          block-size: 3.5rem;
          margin: 0;
        }
      }
    `,
  ];

  @property({ attribute: false }) stories: readonly ArticleSummary[] = [];

  override render(): unknown {
    return html`<section aria-labelledby="heading">
      <h2 class="label" id="heading">Featured in this number</h2>
      <ul class="three">
        ${this.stories.map(
          ({ id, title, spot, author, minutes }) =>
            html`<li>
              ${spot === null ? nothing : html`<lectern-art class="spot" spot .svg=${spot}></lectern-art>`}
              <h3 class="headline"><a href=${storyHref(id)}>${title}</a></h3>
              <p class="meta">${author === null ? '' : `${author.name}, `}<span class="nums">${minutes} min</span></p>
            </li>`,
        )}
      </ul>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-featured-stories': LecternFeaturedStories;
  }
}

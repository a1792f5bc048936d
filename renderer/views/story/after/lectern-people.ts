import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Person } from '../../../../main/contract/entities.ts';
import { count } from '../../../lib/counts.ts';
import { listHref } from '../../../state/route.ts';
import { base } from '../../../styles/base.styles.ts';
import { afterStyles } from './after.styles.ts';

/** Who wrote the story and who edited it. */
@customElement('lectern-people')
export class LecternPeople extends LitElement {
  static override styles = [
    base,
    afterStyles,
    css`
      .two {
        row-gap: var(--lectern-space-4);
      }
      .person {
        display: grid;
        grid-template-columns: 3.5rem minmax(0, 1fr);
        gap: var(--lectern-space-2);
        font: var(--lectern-weight-text) var(--lectern-type-md) / var(--lectern-lead-md) var(--lectern-serif);
        color: var(--lectern-ink-2);
      }
      .mono {
        display: grid;
        place-items: center;
        inline-size: 3.5rem;
        block-size: 3.5rem;
        padding-block-end: 0.25rem;
        border: var(--lectern-hairline) solid var(--lectern-rule-strong);
        border-radius: var(--lectern-radius-round);
        font: var(--lectern-weight-text) var(--lectern-type-stand) / 1 var(--lectern-serif);
        font-variant-caps: all-small-caps;
        letter-spacing: 0.06em;
        color: var(--lectern-publication);
      }
      .role {
        font: var(--lectern-type-xs) / 1rem var(--lectern-sans);
        color: var(--lectern-ink-3);
      }
      .name {
        font: var(--lectern-weight-strong) var(--lectern-type-lg) / 1.5rem var(--lectern-serif);
        color: var(--lectern-ink);
      }
      .about {
        text-wrap: pretty;
      }
      .acts {
        padding-block-start: var(--lectern-space-half);
        font: var(--lectern-type-sm) / 1.25rem var(--lectern-sans);
      }
    `,
  ];

  @property({ attribute: false }) writer: Person | null = null;
  @property({ attribute: false }) editor: Person | null = null;

  override render(): unknown {
    return html`<section class="two" aria-label="The people behind this story">
      ${this.#person('Written by', this.writer)}${this.#person('Edited by', this.editor)}
    </section>`;
  }

  #person(role: string, person: Person | null): unknown {
    if (person === null) return nothing;
    const href = listHref({ kind: 'author', id: person.id });
    const hasStories = person.storyCount > 0;
    return html`<article class="person">
      <span class="mono" aria-hidden="true">${person.initials.toLowerCase()}</span>
      <div>
        <p class="role">${role}</p>
        <h3 class="name">${hasStories ? html`<a href=${href}>${person.name}</a>` : person.name}</h3>
        <p class="about">${person.about}</p>
        ${
          hasStories
            ? html`<p class="acts"><a class="link" href=${href}>${count(person.storyCount, 'story', 'stories')}</a></p>`
            : nothing
        }
      </div>
    </article>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-people': LecternPeople;
  }
}

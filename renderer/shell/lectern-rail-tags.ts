import { consume } from '@lit/context';
import { LitElement, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Tag } from '../../main/contract/organise-entities.ts';
import { draggedKind, dropped } from '../lib/dragged.ts';
import { noPlaces, organiserContext, placesContext, routeContext, type Places } from '../state/contexts.ts';
import type { Organiser } from '../state/organiser.ts';
import { listHref, printRoute, type Route } from '../state/route.ts';
import { base } from '../styles/base.styles.ts';
import { tagDot } from '../styles/tag-dot.styles.ts';
import { railStyles } from './lectern-rail.styles.ts';
import { railRows } from './rail-rows.styles.ts';
import { currentPlace } from './rail-entries.ts';

const shown = 8;

/** The tags of the reader's own articles in the rail: those most used, and the way to all of them. */
@customElement('lectern-rail-tags')
export class LecternRailTags extends LitElement {
  static override styles = [base, railStyles, railRows, tagDot];

  /** For fingers, where the rail is a foot bar and this stands in a sheet. */
  @property({ type: Boolean, reflect: true }) wide = false;

  @consume({ context: placesContext, subscribe: true }) @state() private places: Places = noPlaces;
  @consume({ context: routeContext, subscribe: true }) @state() private route!: Route;
  @consume({ context: organiserContext }) private readonly organiser!: Organiser;
  /** The tag over which articles are dragged. */
  @state() private over: string | null = null;

  override render(): unknown {
    const { tags } = this.places;
    if (tags.length === 0) return nothing;
    const all = printRoute({ name: 'tags' });
    return html`<h2 class="rail__head">Your tags</h2>
      <ul class="rail__group" aria-label="Your tags">
        ${tags.slice(0, shown).map((tag) => this.#item(tag))}
        <li>
          <a
            class="rail__item rail__item--bare all"
            href=${all}
            aria-current=${this.route.name === 'tags' ? 'page' : nothing}
            ><span class="rail__label">All tags</span
            ><span class="rail__count" aria-hidden="true">${tags.length.toLocaleString('en-GB')}</span></a
          >
        </li>
      </ul>`;
  }

  #item({ name, count, colour }: Tag): unknown {
    const href = listHref({ kind: 'library', view: { tags: [name] } });
    return html`<li
      class="row"
      ?data-over=${this.over === name}
      @dragover=${(event: DragEvent) => this.#dragOver(event, name)}
      @dragleave=${() => (this.over = null)}
      @drop=${(event: DragEvent) => this.#drop(event, name)}
    >
      <span class="fold"></span
      ><a
        class="rail__item rail__item--bare"
        href=${href}
        aria-description=${`${count}`}
        aria-current=${currentPlace(this.route) === href ? 'page' : nothing}
        ><span class="dot" data-colour=${colour ?? nothing}></span><span class="rail__label"><bdi>${name}</bdi></span
        ><span class="rail__count" aria-hidden="true">${count.toLocaleString('en-GB')}</span></a
      >
    </li>`;
  }

  #dragOver(event: DragEvent, name: string): void {
    if (draggedKind(event) !== 'articles') return;
    event.preventDefault();
    event.stopPropagation();
    this.over = name;
  }

  #drop(event: DragEvent, name: string): void {
    this.over = null;
    const given = dropped(event);
    if (given === null || !('articles' in given)) return;
    event.preventDefault();
    event.stopPropagation();
    void this.organiser.change(given.articles, { kind: 'tags', add: [name], remove: [] });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-rail-tags': LecternRailTags;
  }
}

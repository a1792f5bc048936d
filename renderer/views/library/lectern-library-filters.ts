import { consume } from '@lit/context';
import { Task, initialState } from '@lit/task';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Client } from '../../../main/contract/client.ts';
import { clientContext } from '../../api/api-context.ts';
import '../../components/lectern-pick-menu.ts';
import type { MenuItem } from '../../components/lectern-pick-menu.ts';
import { fire } from '../../lib/fire.ts';
import '../../lib/icons/lectern-icon.ts';
import {
  changeView,
  isNarrowed,
  isOnly,
  placeOf,
  printView,
  toggleOnly,
  type LibraryView,
} from '../../lib/library-view.ts';
import { narrowings } from '../../lib/library-words.ts';
import { navigate, replaceAddress } from '../../state/navigate.ts';
import { RevisionController } from '../../state/revision-controller.ts';
import { listHref } from '../../state/route.ts';
import { base } from '../../styles/base.styles.ts';
import { filterField } from '../../styles/filter-field.styles.ts';
import './library-events.ts';

type Facet = 'tags' | 'authors' | 'sites' | 'languages';

const facets: readonly (readonly [Facet, string])[] = [
  ['tags', 'Tags'],
  ['authors', 'Author'],
  ['sites', 'Site'],
  ['languages', 'Language'],
];

const languageNames = new Intl.DisplayNames('en-GB', { type: 'language' });

/** What narrows a view of the library, each part of it in the window's address. */
@customElement('lectern-library-filters')
export class LecternLibraryFilters extends LitElement {
  static override styles = [
    base,
    filterField,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.375rem;
      }
      .filter {
        min-block-size: 1.75rem;
      }
      .filter input {
        inline-size: 10rem;
        font-size: var(--lectern-type-xs);
      }
      input::-webkit-search-cancel-button {
        display: none;
      }
      .chip:hover {
        background: var(--lectern-ground-sunken);
      }
      .clear {
        display: inline-flex;
        align-items: center;
        font-size: var(--lectern-type-xs);
        padding-inline: var(--lectern-space-1);
        min-block-size: 1.75rem;
      }
      @media (width < 48rem) {
        :host {
          flex-wrap: nowrap;
          overflow: auto hidden;
          scrollbar-width: none;
          padding-block: 2px;
        }
        :host > * {
          flex: none;
        }
        .chip,
        .filter {
          min-block-size: 2.25rem;
        }
      }
    `,
  ];

  @property({ attribute: false }) view: LibraryView = {};

  @consume({ context: clientContext }) private readonly client!: Client;
  @state() private typed: string | null = null;
  /** The pointer or the focus is here. To count names takes a look at every article: not before one is about to choose. */
  @state() private isNear = false;

  readonly #revision = new RevisionController(this);
  readonly #facets = new Task(this, {
    args: () => [this.isNear, printView(this.view), this.#revision.value] as const,
    task: ([isNear]) => (isNear ? this.client['library.facets']({ view: this.view }) : initialState),
  });

  constructor() {
    super();
    for (const name of ['pointerenter', 'focusin']) this.addEventListener(name, () => (this.isNear = true));
    for (const name of ['pointerleave', 'focusout']) {
      this.addEventListener(name, () => (this.isNear = this.matches(':hover, :focus-within')));
    }
  }

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    // What is being typed may end in a space, which the address leaves out.
    if (changed.has('view') && this.typed?.trim() !== (this.view.text ?? '')) this.typed = null;
  }

  override render(): unknown {
    return html`<label class="filter"
        ><lectern-icon name="search"></lectern-icon
        ><input
          type="search"
          placeholder="Filter titles"
          aria-label="Filter titles"
          maxlength="200"
          autocomplete="off"
          spellcheck="false"
          .value=${this.typed ?? this.view.text ?? ''}
          @input=${this.#type}
          @keydown=${this.#pressed}
      /></label>
      ${narrowings.map(([what, name]) => this.#chip(name, isOnly(this.view, what), toggleOnly(this.view, what)))}
      ${facets.map(([facet, name]) => this.#menu(facet, name))}
      ${
        isNarrowed(this.view)
          ? html`<a class="link clear" href=${listHref({ kind: 'library', view: this.#withoutFilters })}
              >Clear filters</a
            >`
          : nothing
      }`;
  }

  get #withoutFilters(): LibraryView {
    const { order, descending } = this.view;
    return changeView(placeOf(this.view), { order, descending });
  }

  #chip(name: string, isOn: boolean, view: LibraryView): unknown {
    return html`<button
      class=${isOn ? 'chip chip--on' : 'chip'}
      aria-pressed=${isOn ? 'true' : 'false'}
      @click=${() => this.#go(view)}
    >
      ${name}
    </button>`;
  }

  #menu(facet: Facet, name: string): unknown {
    const chosen = this.#chosen(facet);
    const known = this.#facets.value?.[facet] ?? [];
    const missing = chosen.filter((id) => !known.some((item) => item.name === id));
    const items: readonly MenuItem[] = [
      ...missing.map((id) => ({ name: id, count: null })),
      ...known.filter(({ name: id }) => id !== ''),
    ].map((item) => ({
      id: item.name,
      label: facet === 'languages' ? languageName(item.name) : item.name,
      count: item.count,
      isActive: chosen.includes(item.name),
    }));
    const [first, ...others] = items.filter(({ isActive }) => isActive);
    const label = first === undefined ? name : others.length === 0 ? first.label : `${first.label} + ${others.length}`;
    return html`<lectern-pick-menu
      label=${name}
      value=${first === undefined ? '' : label}
      .items=${items}
      @lectern-pick=${({ detail }: CustomEvent<{ id: string; isActive: boolean }>) => this.#pick(facet, detail)}
    ></lectern-pick-menu>`;
  }

  #chosen(facet: Facet): readonly string[] {
    const { tags, author, site, language } = this.view;
    if (facet === 'tags') return tags ?? [];
    const one = { authors: author, sites: site, languages: language }[facet];
    return one === undefined ? [] : [one];
  }

  #pick(facet: Facet, { id, isActive }: { id: string; isActive: boolean }): void {
    const one = isActive ? undefined : id;
    if (facet === 'authors') this.#go(changeView(this.view, { author: one }));
    else if (facet === 'sites') this.#go(changeView(this.view, { site: one }));
    else if (facet === 'languages') this.#go(changeView(this.view, { language: one }));
    else {
      const rest = (this.view.tags ?? []).filter((name) => name !== id);
      const tags = isActive ? rest : [...rest, id];
      this.#go(changeView(this.view, { tags: tags.length === 0 ? undefined : tags }));
    }
  }

  /** One step of the history for a word, not one for each letter. */
  #type(event: Event): void {
    if (!(event.target instanceof HTMLInputElement)) return;
    this.typed = event.target.value;
    const text = this.typed.trim();
    const href = listHref({ kind: 'library', view: changeView(this.view, { text: text === '' ? undefined : text }) });
    if (this.view.text === undefined) navigate(href);
    else replaceAddress(href);
  }

  #pressed(event: KeyboardEvent): void {
    if (event.key === 'Escape' && this.view.text !== undefined) {
      event.preventDefault();
      this.#go(changeView(this.view, { text: undefined }));
    }
    if (event.key === 'ArrowDown' || (event.key === 'Enter' && !event.isComposing)) {
      event.preventDefault();
      fire(this, 'lectern-to-rows', null);
    }
  }

  #go(view: LibraryView): void {
    navigate(listHref({ kind: 'library', view }));
  }
}

function languageName(code: string): string {
  try {
    return languageNames.of(code) ?? code;
  } catch {
    return code;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-library-filters': LecternLibraryFilters;
  }
}

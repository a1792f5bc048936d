import { consume } from '@lit/context';
import { LitElement, html, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { tagColour, type Tag } from '../../../main/contract/organise-entities.ts';
import '../../components/lectern-dialog.ts';
import '../../components/lectern-empty.ts';
import '../../components/lectern-loading.ts';
import { count } from '../../lib/counts.ts';
import '../../lib/icons/lectern-icon.ts';
import { noPlaces, organiserContext, placesContext, type Places } from '../../state/contexts.ts';
import type { Organiser } from '../../state/organiser.ts';
import { listHref } from '../../state/route.ts';
import { base } from '../../styles/base.styles.ts';
import { filterField } from '../../styles/filter-field.styles.ts';
import { page } from '../../styles/page.styles.ts';
import { sheet } from '../../styles/sheet.styles.ts';
import { tagDot } from '../../styles/tag-dot.styles.ts';
import './lectern-tag-colour.ts';
import { tagsPageStyles } from './tags-page.styles.ts';

/** All tags of the reader's own articles: named, joined, coloured, taken away. */
@customElement('lectern-tags-page')
export class LecternTagsPage extends LitElement {
  static override styles = [base, page, sheet, tagDot, filterField, tagsPageStyles];

  @consume({ context: placesContext, subscribe: true }) @state() private places: Places = noPlaces;
  @consume({ context: organiserContext }) private readonly organiser!: Organiser;
  @state() private filter = '';
  @state() private chosen: ReadonlySet<string> = new Set();
  /** The tag whose name is being changed. */
  @state() private renaming: string | null = null;
  @state() private isMerging = false;

  @query('.page') private readonly scroller!: HTMLElement;
  @query('.rename') private readonly nameField!: HTMLInputElement | null;
  @query('.merge') private readonly mergeField!: HTMLInputElement | null;

  override focus(): void {
    this.scroller.focus({ preventScroll: true });
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('renaming') && this.renaming !== null) {
      this.nameField?.focus();
      this.nameField?.select();
    }
    if (changed.has('isMerging') && this.isMerging) {
      this.mergeField?.focus();
      this.mergeField?.select();
    }
  }

  /** Those chosen that there still are, in the order of the list. */
  get #picked(): readonly Tag[] {
    return this.places.tags.filter(({ name }) => this.chosen.has(name));
  }

  override render(): unknown {
    const { tags, counts } = this.places;
    return html`<div class="page" tabindex="-1">
        <h1 class="page__title">Tags</h1>
        <p class="page__stand">
          ${tags.length === 0 ? 'Of your own articles.' : `${count(tags.length, 'tag', 'tags')} of your own articles, the most used first.`}
        </p>
        ${
          counts === null
            ? html`<lectern-loading label="Opening the tags" shape="list"></lectern-loading>`
            : tags.length === 0
              ? this.#empty()
              : this.#all(tags)
        }
      </div>
      <lectern-dialog
        label="Make one tag of them"
        ?open=${this.isMerging}
        @lectern-close=${() => (this.isMerging = false)}
      >
        ${this.isMerging ? this.#mergeSheet() : nothing}
      </lectern-dialog>`;
  }

  #empty(): unknown {
    return html`<lectern-empty heading="No tags yet">
      <p>Tags come with articles that you bring in, and from the library: select some articles and tag them.</p>
      <a slot="actions" class="button" href=${listHref({ kind: 'library', view: {} })}>Library</a>
    </lectern-empty>`;
  }

  #all(tags: readonly Tag[]): unknown {
    const query = this.filter.trim().toLocaleLowerCase();
    const found = tags.filter(({ name }) => name.toLocaleLowerCase().includes(query));
    const picked = this.#picked;
    return html`<div class="tools">
        <label class="filter"
          ><lectern-icon name="search"></lectern-icon
          ><input
            type="search"
            aria-label="Filter tags"
            placeholder="Filter tags"
            autocomplete="off"
            .value=${live(this.filter)}
            @input=${(event: InputEvent) => (this.filter = valueOf(event))}
        /></label>
        <p class="meta" role="status">
          ${picked.length > 0 ? `${picked.length} chosen` : query === '' ? nothing : `${count(found.length, 'tag', 'tags')} found`}
        </p>
        <button class="act" ?disabled=${picked.length < 2} @click=${() => (this.isMerging = true)}>
          <lectern-icon name="merge"></lectern-icon>Make one of them
        </button>
        <button class="act act--danger" ?disabled=${picked.length === 0} @click=${() => void this.#remove(picked)}>
          <lectern-icon name="x"></lectern-icon>Remove
        </button>
      </div>
      ${
        found.length === 0
          ? html`<lectern-empty heading="No tag is called so">
              <button slot="actions" class="button" @click=${() => (this.filter = '')}>Show all</button>
            </lectern-empty>`
          : html`<ul class="tags" aria-label="Tags">
              ${repeat(
                found,
                ({ name }) => name,
                (tag) => html`<li class="tag" ?data-chosen=${this.chosen.has(tag.name)}>${this.#row(tag)}</li>`,
              )}
            </ul>`
      }`;
  }

  #row({ name, count: number, colour }: Tag): unknown {
    return html`<input
        type="checkbox"
        aria-label="Choose ${name}"
        .checked=${live(this.chosen.has(name))}
        @change=${() => this.#choose(name)}
      />
      <lectern-tag-colour
        .name=${name}
        .colour=${colour}
        @lectern-pick=${({ detail }: CustomEvent<{ id: string }>) => void this.#colour(name, detail.id)}
      ></lectern-tag-colour>
      ${
        this.renaming === name
          ? html`<input
              class="rename"
              type="text"
              aria-label="Name of the tag"
              maxlength="200"
              autocomplete="off"
              .value=${name}
              @keydown=${(event: KeyboardEvent) => this.#pressed(event, name)}
              @blur=${() => void this.#rename(name)}
            />`
          : html`<a class="name" href=${listHref({ kind: 'library', view: { tags: [name] } })}><bdi>${name}</bdi></a>`
      }
      <span class="meta nums">${count(number, 'article', 'articles')}</span>
      <span class="tag__acts">
        <button class="tool" aria-label="Rename ${name}" title="Rename" @click=${() => (this.renaming = name)}>
          <lectern-icon name="pencil"></lectern-icon>
        </button>
        <button class="tool" aria-label="Remove ${name}" title="Remove" @click=${() => void this.#remove([{ name }])}>
          <lectern-icon name="x"></lectern-icon>
        </button>
      </span>`;
  }

  #choose(name: string): void {
    const chosen = new Set(this.chosen);
    if (!chosen.delete(name)) chosen.add(name);
    this.chosen = chosen;
  }

  /** The keys of the field are its own. */
  #pressed(event: KeyboardEvent, name: string): void {
    event.stopPropagation();
    if (event.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
    event.preventDefault();
    if (event.key === 'Enter') void this.#rename(name);
    else this.renaming = null;
  }

  async #rename(name: string): Promise<void> {
    if (this.renaming !== name) return;
    const to = this.nameField?.value.trim() ?? '';
    this.renaming = null;
    if (to === '' || to === name) return;
    await this.organiser.run(
      (client) => client['tags.rename']({ name, to }),
      ({ merged }) => (merged ? `“${name}” and “${to}” are one tag now` : `“${name}” is called “${to}” now`),
    );
  }

  async #colour(name: string, id: string): Promise<void> {
    const colour = tagColour.safeParse(id);
    await this.organiser.attempt((client) =>
      client['tags.colour']({ name, colour: colour.success ? colour.data : null }),
    );
  }

  async #remove(tags: readonly Pick<Tag, 'name'>[]): Promise<void> {
    const names = tags.map(({ name }) => name);
    this.chosen = new Set();
    await this.organiser.run(
      (client) => client['tags.remove']({ names }),
      () => (names.length === 1 ? `“${names.join()}” was removed` : `${names.length} tags were removed`),
    );
  }

  #mergeSheet(): unknown {
    const picked = this.#picked;
    const [first] = picked;
    return html`<form class="sheet" @submit=${(event: SubmitEvent) => void this.#merge(event)}>
      <h2>Make one tag of ${picked.length}</h2>
      <p>${picked.map(({ name }) => `#${name}`).join(', ')} will be one, under this name:</p>
      <input
        class="merge"
        type="text"
        aria-label="Name of the one tag"
        maxlength="200"
        autocomplete="off"
        required
        .value=${first?.name ?? ''}
      />
      <div class="acts">
        <button class="button" type="button" @click=${() => (this.isMerging = false)}>Cancel</button>
        <button class="button button--main">Make them one</button>
      </div>
    </form>`;
  }

  /** One after the other, so that each step can be taken back. */
  async #merge(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const to = this.mergeField?.value.trim() ?? '';
    const names = this.#picked.map(({ name }) => name).filter((name) => name !== to);
    this.isMerging = false;
    if (to === '') return;
    this.chosen = new Set();
    for (const name of names) {
      const outcome = await this.organiser.run(
        (client) => client['tags.rename']({ name, to }),
        () => `${count(names.length, 'tag is', 'tags are')} part of “${to}” now`,
      );
      if (outcome === null) return;
    }
  }
}

function valueOf(event: Event): string {
  return event.target instanceof HTMLInputElement ? event.target.value : '';
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-tags-page': LecternTagsPage;
  }
}

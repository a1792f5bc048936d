import { consume } from '@lit/context';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Client } from '../../../main/contract/client.ts';
import type { ArticleSummary } from '../../../main/contract/entities.ts';
import { clientContext } from '../../api/api-context.ts';
import '../../components/lectern-error.ts';
import '../../components/lectern-loading.ts';
import { fire } from '../../lib/fire.ts';
import { lengthOf } from '../../lib/length-of.ts';
import { sameView, type LibraryView } from '../../lib/library-view.ts';
import { viewTitle } from '../../lib/library-words.ts';
import { messageOf } from '../../lib/message-of.ts';
import { CommandsController } from '../../state/commands-controller.ts';
import { noPlaces, placesContext, type Places } from '../../state/contexts.ts';
import { navigate } from '../../state/navigate.ts';
import { RevisionController } from '../../state/revision-controller.ts';
import { listHref, storyHref } from '../../state/route.ts';
import { base } from '../../styles/base.styles.ts';
import { LibraryRows } from './library-rows.ts';
import { listStyles } from './library-list.styles.ts';
import { RowHeight } from './row-height.ts';

/** In rem: two lines of a title, and one under it. */
const height = 5.25;
const calm = 250;

/** Beside an open story: the view of the library that it was opened from. Knows which article is next. */
@customElement('lectern-library-pane')
export class LecternLibraryPane extends LitElement {
  static override styles = [
    base,
    listStyles,
    css`
      header {
        display: flex;
        align-items: baseline;
        gap: var(--lectern-space-1);
        min-block-size: var(--lectern-bar);
        padding-inline: var(--lectern-space-3) var(--lectern-space-1);
        border-block-end: var(--lectern-hairline) solid var(--lectern-rule);
      }
      h2 {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
        font: var(--lectern-weight-strong) var(--lectern-type-stand) / var(--lectern-bar) var(--lectern-serif);
        letter-spacing: var(--lectern-tracking-tight);
      }
      .row.row {
        display: block;
        padding: 0;
      }
      .row .row__main {
        grid-template-columns: minmax(0, 1fr) auto;
        block-size: 100%;
        padding-inline: var(--lectern-space-3);
      }
      .row .row__title {
        grid-column: 1 / -1;
        display: -webkit-box;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 2;
        white-space: normal;
      }
      .row .row__short {
        display: block;
      }
    `,
  ];

  @property({ attribute: false }) view: LibraryView = {};
  /** The id of the open article. */
  @property() current = '';

  @consume({ context: clientContext }) private readonly client!: Client;
  @consume({ context: placesContext, subscribe: true }) @state() private places: Places = noPlaces;

  @query('.scroller') private readonly scroller!: HTMLElement | null;
  @query('.list') private readonly list!: HTMLElement | null;
  @query('.block') private readonly block!: HTMLElement | null;

  readonly #revision = new RevisionController(this, { calm });
  readonly #rows = new LibraryRows(this, {
    parts: () => ({ scroller: this.scroller, list: this.list, block: this.block }),
    rowHeight: () => this.#height.value,
    swapped: () => void this.#find(),
  });
  readonly #height = new RowHeight(this, () => height);
  /** Where the open article stands, or stood before it left the view. */
  #at: { readonly id: string; readonly offset: number; readonly isThere: boolean } | null = null;

  constructor() {
    super();
    new CommandsController(this, {
      'story.next': () => void this.#step(1),
      'story.previous': () => void this.#step(-1),
    });
    new CommandsController(
      this,
      { 'list.down': () => this.#move(1), 'list.up': () => this.#move(-1) },
      { onlyWithFocus: true },
    );
  }

  override focus(): void {
    this.scroller?.focus({ preventScroll: true });
  }

  protected override willUpdate(): void {
    this.#rows.follow(this.view, this.#revision.value);
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    this.scroller?.style.setProperty('--row', `${this.#height.value}px`);
    if (changed.has('current') && this.#rows.view !== null) void this.#find();
  }

  /** Brings the open article into sight. */
  async #find(): Promise<void> {
    const id = this.current;
    const isNew = this.#at?.id !== id;
    try {
      const { offset } = await this.client['library.position']({ view: this.view, id });
      if (id !== this.current) return;
      if (offset !== null) this.#at = { id, offset, isThere: true };
      else if (this.#at !== null) this.#at = { ...this.#at, id, isThere: false };
      if (isNew && offset !== null) this.#rows.show(offset);
      this.requestUpdate();
    } catch (error) {
      fire(this, 'lectern-toast', { message: messageOf(error) });
    }
  }

  /** From an article that has left the view, on to the one that took its place. */
  async #step(by: 1 | -1): Promise<void> {
    await this.#find();
    const at = this.#at;
    const to = at === null ? (by === 1 ? 0 : this.#rows.total - 1) : at.offset + (by === 1 && !at.isThere ? 0 : by);
    try {
      const [next] =
        to < 0 ? [] : (await this.client['library.window']({ view: this.view, offset: to, limit: 1 })).items;
      if (next !== undefined) navigate(storyHref(next.id, { list: { kind: 'library', view: this.view } }));
      else {
        const end = by === 1 ? 'last' : 'first';
        fire(this, 'lectern-toast', { message: `That is the ${end} article in ${this.#title}.` });
      }
    } catch (error) {
      fire(this, 'lectern-toast', { message: messageOf(error) });
    }
  }

  #move(by: 1 | -1): void {
    const row = this.shadowRoot?.activeElement?.closest<HTMLElement>('.row');
    const from = row == null ? (this.#at?.offset ?? 0) - by : Number(row.dataset['index']);
    const to = Math.max(0, Math.min(from + by, this.#rows.total - 1));
    this.#rows.show(to);
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>(`.row[data-index='${to}'] .row__main`)?.focus({ preventScroll: true }),
    );
  }

  get #title(): string {
    return viewTitle(this.view, this.places.shelves);
  }

  override render(): unknown {
    return html`<header>
        <h2 dir="auto"><a href=${listHref({ kind: 'library', view: this.view })}>${this.#title}</a></h2>
        <p class="meta nums">${this.#rows.view === null ? nothing : this.#rows.total.toLocaleString('en-GB')}</p>
      </header>
      <section class="scroller" tabindex="-1" aria-label=${this.#title}>${this.#content()}</section>`;
  }

  #content(): unknown {
    const { view, error } = this.#rows;
    if (error !== null) {
      return html`<lectern-error
        heading="The list cannot be read"
        .error=${error}
        @lectern-retry=${() => this.#rows.again()}
      ></lectern-error>`;
    }
    if (view === null) return html`<lectern-loading label="Opening the list" shape="list"></lectern-loading>`;
    const { first, end } = this.#rows.range;
    const indices = Array.from({ length: end - first }, (_, offset) => first + offset);
    return html`<div class="list" role="list" aria-label=${this.#title} ?data-old=${!sameView(view, this.view)}>
      <div class="block" role="presentation">
        ${repeat(
          indices,
          (index) => index % indices.length,
          (index) => this.#row(index, this.#rows.at(index)),
        )}
      </div>
    </div>`;
  }

  #row(index: number, article: ArticleSummary | undefined): unknown {
    const isCurrent = article?.id === this.current;
    return html`<div
      class=${article === undefined ? 'row row--awaited' : 'row'}
      role="listitem"
      data-index=${index}
      aria-setsize=${this.#rows.total}
      aria-posinset=${index + 1}
      aria-current=${isCurrent ? 'true' : nothing}
      ?data-read=${article?.marks.finished ?? false}
    >
      ${article === undefined ? html`<span class="vh">On its way</span>` : this.#link(article)}
    </div>`;
  }

  #link(article: ArticleSummary): unknown {
    const { id, title, language, direction, author, saved } = article;
    const from = [author?.name, saved?.site].find((name) => name !== undefined && name !== '');
    return html`<a class="row__main" href=${storyHref(id, { list: { kind: 'library', view: this.view } })}>
      <span class="row__title" lang=${language} dir=${direction}>${title}</span>
      <span class="row__meta" dir="auto">${from}</span>
      <span class="row__short nums">${lengthOf(article)}</span>
    </a>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-library-pane': LecternLibraryPane;
  }
}

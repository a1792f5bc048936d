import { consume } from '@lit/context';
import { Task, TaskStatus } from '@lit/task';
import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, queryAll, state } from 'lit/decorators.js';
import type { Client } from '../../../main/contract/client.ts';
import {
  defaultSettings,
  type ArticleSummary,
  type Publication,
  type Settings,
} from '../../../main/contract/entities.ts';
import { clientContext, deskContext } from '../../api/api-context.ts';
import type { Desk } from '../../api/desk.ts';
import '../../components/lectern-error.ts';
import '../../components/lectern-ledger.ts';
import '../../components/lectern-loading.ts';
import '../../components/lectern-progress.ts';
import { fire } from '../../lib/fire.ts';
import '../../lib/icons/lectern-icon.ts';
import { allStories, sameList, type PlainList } from '../../lib/list-ref.ts';
import { renderKept } from '../../lib/render-kept.ts';
import { CommandsController } from '../../state/commands-controller.ts';
import { publicationContext, settingsContext } from '../../state/contexts.ts';
import { keyCaps, keysOf } from '../../state/keys.ts';
import { navigate } from '../../state/navigate.ts';
import { RevisionController } from '../../state/revision-controller.ts';
import { storyHref } from '../../state/route.ts';
import { ScrollMemory } from '../../state/scroll-memory.ts';
import { base } from '../../styles/base.styles.ts';
import { emptyList } from './empty-list.ts';
import { lengthOf } from '../../lib/length-of.ts';
import { listStyles } from './lectern-list-view.styles.ts';
import { ListPages, pageSize, type LoadedList } from './list-pages.ts';
import { listCount, listHeading } from './list-query.ts';

/** A list of stories: the pane beside an open story, or with `page` a page of its own. Knows which story is next. */
@customElement('lectern-list-view')
export class LecternListView extends LitElement {
  static override styles = [base, listStyles];

  @property({ attribute: false }) list: PlainList = allStories;
  /** The id of the open story. */
  @property() current: string | null = null;
  /** Stands by itself: the heading becomes the page's, and standfirsts show. */
  @property({ type: Boolean }) page = false;

  @consume({ context: clientContext }) private readonly client!: Client;
  @consume({ context: publicationContext, subscribe: true }) @state() private publication: Publication | null = null;

  @consume({ context: settingsContext, subscribe: true }) @state() private settings: Settings = defaultSettings;
  @consume({ context: deskContext }) private readonly desk!: Desk;

  /** How many entries are asked for; rises as one scrolls. */
  @state() private wanted = pageSize;

  @query('.list') private readonly pane!: HTMLElement | null;
  @query('.entry[aria-current]') private readonly currentEntry!: HTMLElement | null;
  @queryAll('.entry') private readonly entries!: NodeListOf<HTMLElement>;

  readonly #revision = new RevisionController(this);
  readonly #stories = new Task(this, {
    args: () => [this.list, this.#revision.value, this.wanted] as const,
    task: ([list, revision, wanted]) => {
      this.#pages ??= new ListPages(this.client);
      return this.#pages.load(list, revision, wanted);
    },
    onComplete: () => this.#goOn(),
  });
  #pages: ListPages | null = null;
  /** A step asked for while the list was still being read. */
  #waiting: 1 | -1 | null = null;
  /** The open story that was last brought into sight. */
  #sighted: string | null = null;

  constructor() {
    super();
    new ScrollMemory(this, () => (this.page ? this.pane : null));
    new CommandsController(this, {
      'story.next': () => this.#step(1),
      'story.previous': () => this.#step(-1),
    });
    new CommandsController(
      this,
      {
        'list.down': () => this.#move(1),
        'list.up': () => this.#move(-1),
        'list.open': () => this.#focused()?.click(),
      },
      { onlyWithFocus: true },
    );
  }

  override focus(): void {
    this.pane?.focus({ preventScroll: true });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('list');
    if (before !== undefined && !sameList(before, this.list)) this.wanted = pageSize;
  }

  protected override updated(): void {
    if (this.current === this.#sighted || this.currentEntry === null) return;
    this.#sighted = this.current;
    this.currentEntry.scrollIntoView({ block: 'nearest' });
  }

  /** What is on the screen: for a moment after a change, the list before. */
  get #shown(): LoadedList {
    return this.#stories.value ?? { list: this.list, items: [], total: 0, next: null };
  }

  /** To the story before or after the open one, in the list that is wanted and not in one that still shows. */
  #step(by: 1 | -1): void {
    const shows = this.#stories.value !== undefined && sameList(this.#stories.value.list, this.list);
    if (this.#stories.status === TaskStatus.PENDING && !shows) this.#waiting = by;
    else this.#go(by);
  }

  #goOn(): void {
    if (this.#waiting !== null) this.#go(this.#waiting);
    this.#waiting = null;
  }

  #go(by: 1 | -1): void {
    const { list, items } = this.#shown;
    const at = items.findIndex(({ id }) => id === this.current);
    const next = items[at === -1 ? (by === 1 ? 0 : -1) : at + by];
    if (next !== undefined) navigate(storyHref(next.id, { list }));
    else if (by === 1 && this.#more()) this.#waiting = by;
    else if (items.length > 0) {
      const end = by === 1 ? 'last' : 'first';
      fire(this, 'lectern-toast', { message: `That is the ${end} story in ${this.#heading.title}.` });
    }
  }

  /** Asks for the next page; false if there is none. */
  #more(): boolean {
    const { items, next } = this.#shown;
    if (next !== null) this.wanted = items.length + pageSize;
    return next !== null;
  }

  #scrolled(): void {
    const { pane } = this;
    if (pane === null || this.#stories.status === TaskStatus.PENDING) return;
    if (pane.scrollHeight - pane.scrollTop < 3 * pane.clientHeight) this.#more();
  }

  #move(by: 1 | -1): void {
    const entries = [...this.entries];
    const at = entries.findIndex((entry) => entry === this.#focused());
    entries.at(at === -1 ? 0 : Math.min(Math.max(at + by, 0), entries.length - 1))?.focus();
  }

  #focused(): HTMLElement | null {
    const active = this.shadowRoot?.activeElement;
    return active instanceof HTMLElement && active.matches('.entry') ? active : null;
  }

  get #bookmarkKeys(): readonly string[] {
    const [keys] = keysOf('story.bookmark', this.settings.keys);
    return keys === undefined ? [] : keyCaps(keys, this.desk.isMac);
  }

  get #heading(): ReturnType<typeof listHeading> {
    return listHeading(this.#shown.list, this.publication, this.#shown.items);
  }

  override render(): unknown {
    return html`<section
      class="list"
      tabindex="-1"
      ?data-page=${this.page}
      @scroll=${() => this.#scrolled()}
      aria-label=${this.page ? nothing : this.#heading.title}
    >
      ${renderKept(this.#stories, {
        loading: () =>
          html`${this.#head(null)}<lectern-loading label="Opening the list" shape="list"></lectern-loading>`,
        error: (error) =>
          html`${this.#head(null)}<lectern-error
              heading="The list cannot be read"
              .error=${error}
              @lectern-retry=${() => void this.#stories.run()}
            ></lectern-error>`,
        complete: ({ list, items }) =>
          html`${this.#head(items)}${items.length === 0 ? emptyList(list, this.#bookmarkKeys) : this.#entries(items)}`,
      })}
    </section>`;
  }

  #head(items: readonly ArticleSummary[] | null): unknown {
    const { title, about, number } = this.#heading;
    return html`<header class="list__head">
      ${number === null ? nothing : html`<span class="list__number" aria-hidden="true">${number}</span>`}
      ${this.page ? html`<h1 class="list__title">${title}</h1>` : html`<h2 class="list__title">${title}</h2>`}
      ${about === null ? nothing : html`<p class="list__about">${about}</p>`}
      ${
        items === null || items.length === 0
          ? nothing
          : html`<p class="meta list__count">${listCount(this.#shown.list, this.#shown.total)}</p>`
      }
    </header>`;
  }

  #entries(items: readonly ArticleSummary[]): unknown {
    return html`<ol class="list__items">
      ${items.map((item) => html`<li>${this.#entry(item)}</li>`)}
    </ol>`;
  }

  #entry({ id, title, standfirst, author, minutes, marks, saved, language, direction }: ArticleSummary): unknown {
    const begun = marks.progress > 0 && !marks.finished;
    const byline = [author?.name, saved?.site].filter((name) => name !== undefined && name !== '').join(', ');
    const isWhole = saved === null || (!saved.isLink && saved.imagesKept >= saved.imagesWanted);
    return html`<a
      class="entry"
      href=${storyHref(id, { list: this.#shown.list })}
      ?data-read=${marks.finished}
      aria-current=${id === this.current ? 'true' : nothing}
    >
      <span class="entry__title" lang=${language} dir=${direction}>${title}</span>
      ${
        standfirst === ''
          ? nothing
          : html`<span class="entry__stand" lang=${language} dir=${direction}>${standfirst}</span>`
      }
      <span class="entry__meta">
        ${byline === '' ? nothing : html`<span class="entry__author" dir="auto">${byline}</span>`}
        <span class="nums">${lengthOf({ minutes, marks, saved })}</span>
        ${saved?.state === 'archive' ? html`<span>Archived</span>` : nothing}
        <span class="entry__marks">
          ${
            marks.bookmarked && this.#shown.list.kind !== 'bookmarks'
              ? html`<span class="entry__bookmark"
                  ><lectern-icon name="bookmark"></lectern-icon><span class="vh">Bookmarked</span></span
                >`
              : nothing
          }
          ${isWhole ? html`<lectern-ledger></lectern-ledger>` : nothing}
        </span>
      </span>
      ${begun ? html`<lectern-progress .value=${marks.progress}></lectern-progress>` : nothing}
    </a>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-list-view': LecternListView;
  }
}

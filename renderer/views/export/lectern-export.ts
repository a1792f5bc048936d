import { consume } from '@lit/context';
import { Task } from '@lit/task';
import { LitElement, html, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import type { Client } from '../../../main/contract/client.ts';
import { exportFacts, exportFormats, type ExportFormat } from '../../../main/contract/export-formats.ts';
import type { ExportSelection } from '../../../main/contract/export-methods.ts';
import type { Shelf, Tag } from '../../../main/contract/organise-entities.ts';
import { shelfNames, shelfPath } from '../../lib/library-words.ts';
import { clientContext } from '../../api/api-context.ts';
import '../../components/lectern-error.ts';
import '../../components/lectern-loading.ts';
import { fire } from '../../lib/fire.ts';
import { messageOf } from '../../lib/message-of.ts';
import { RevisionController } from '../../state/revision-controller.ts';
import { printRoute } from '../../state/route.ts';
import { base } from '../../styles/base.styles.ts';
import { page } from '../../styles/page.styles.ts';
import { exportStyles } from './export.styles.ts';
import './lectern-export-facts.ts';
import './lectern-export-runs.ts';

/** What there is to choose from. */
interface Kept {
  /** Articles, those in the trash too. */
  readonly kept: number;
  readonly tags: readonly Tag[];
  readonly shelves: readonly Shelf[];
}

type What = 'everything' | 'query' | 'tag' | 'shelf';

/** Between the last key and the count of what a search finds, in milliseconds. */
const restMs = 300;

/** Taking articles out: which of them, in which format, what that cannot carry; then the file. */
@customElement('lectern-export')
export class LecternExport extends LitElement {
  static override styles = [base, exportStyles, page];

  @consume({ context: clientContext }) private readonly client!: Client;

  @state() private what: What = 'everything';
  @state() private format: ExportFormat = 'all';
  @state() private query = '';
  @state() private tag = '';
  /** The id of a shelf; -1 for none. */
  @state() private shelf = -1;
  @state() private isStarting = false;

  @query('.page') private readonly scroller!: HTMLElement;

  readonly #revision = new RevisionController(this);
  #typing: ReturnType<typeof setTimeout> | undefined;
  readonly #library = new Task(this, {
    args: () => [this.#revision.value] as const,
    task: async (): Promise<Kept> => {
      const [counts, tags, shelves] = await Promise.all([
        this.client['library.counts']({}),
        this.client['tags.list']({}),
        this.client['shelves.list']({}),
      ]);
      return { kept: counts.inbox + counts.archive + counts.trash, tags: tags.items, shelves: shelves.items };
    },
  });

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#typing);
  }

  override focus(): void {
    this.scroller.focus({ preventScroll: true });
  }

  override render(): unknown {
    const library = this.#library.value;
    return html`<div class="page" tabindex="-1">
      <h1 class="page__title">Export</h1>
      <p class="page__stand">Your articles are yours: take them to any program that reads open formats.</p>
      ${
        library === undefined
          ? this.#library.render({
              initial: () => nothing,
              pending: () => html`<lectern-loading label="Counting your articles" shape="list"></lectern-loading>`,
              error: (error) =>
                html`<lectern-error
                  heading="Your library cannot be read"
                  .error=${error}
                  @lectern-retry=${() => void this.#library.run()}
                ></lectern-error>`,
            })
          : library.kept === 0
            ? this.#nothingKept()
            : html`${this.#whichOnes(library)} ${this.#formats()} ${this.#start(library)}`
      }
      <lectern-export-runs></lectern-export-runs>
    </div>`;
  }

  #nothingKept(): unknown {
    return html`<section>
      <p class="facts">There is nothing in your library yet that could be exported.</p>
      <a class="button" href=${printRoute({ name: 'import', id: null })}>Bring articles in</a>
    </section>`;
  }

  #whichOnes({ tags, shelves }: Kept): unknown {
    const choice = (what: What, name: string, field: unknown) =>
      html`<div class="choice">
        <input
          type="radio"
          name="what"
          id=${what}
          .checked=${this.what === what}
          @change=${() => {
            this.what = what;
          }}
        /><label for=${what}>${name}</label>${this.what === what ? field : nothing}
      </div>`;
    return html`<div class="part" role="radiogroup" aria-labelledby="which">
      <h2 class="label" id="which">Which articles</h2>
      ${choice('everything', 'All of them', nothing)}
      ${choice(
        'query',
        'What a search finds',
        html`<input
          class="given"
          type="search"
          aria-label="Search for"
          placeholder="tag:tea is:unread"
          .value=${this.query}
          @input=${this.#typed}
        />`,
      )}
      ${
        tags.length === 0
          ? nothing
          : choice(
              'tag',
              'Those with a tag',
              html`<select class="given" aria-label="Tag" @change=${(event: Event) => (this.tag = chosenIn(event))}>
                <option value="">Choose a tag</option>
                ${tags.map(
                  ({ name, count }) =>
                    html`<option value=${name} ?selected=${name === this.tag}>${name} (${count})</option>`,
                )}
              </select>`,
            )
      }
      ${
        shelves.length === 0
          ? nothing
          : choice(
              'shelf',
              'Those on a shelf',
              html`<select
                class="given"
                aria-label="Shelf"
                @change=${(event: Event) => (this.shelf = Number(chosenIn(event)))}
              >
                <option value="-1">Choose a shelf</option>
                ${shelves.map(
                  ({ id }) =>
                    html`<option value=${id} ?selected=${id === this.shelf}>${shelfPath(shelves, id)}</option>`,
                )}
              </select>`,
            )
      }
    </div>`;
  }

  #formats(): unknown {
    return html`<div class="part" role="radiogroup" aria-labelledby="format">
      <h2 class="label" id="format">In which format</h2>
      ${exportFormats.map(
        (format) =>
          html`<label class="choice">
            <input
              type="radio"
              name="format"
              aria-describedby=${`line-${format}`}
              aria-label=${exportFacts[format].name}
              .checked=${this.format === format}
              @change=${() => {
                this.format = format;
              }}
            />
            <span
              ><b>${exportFacts[format].name}</b>
              <small id=${`line-${format}`}>${exportFacts[format].line}</small></span
            >
          </label>`,
      )}
    </div>`;
  }

  #start(library: Kept): unknown {
    const selection = this.#selection(library.shelves);
    return html`<section aria-labelledby="holds">
      <h2 class="label" id="holds">What it holds</h2>
      <lectern-export-facts .format=${this.format} .selection=${selection}></lectern-export-facts>
      <div class="acts">
        <button
          class="button button--main"
          ?disabled=${selection === null || this.isStarting}
          @click=${() => void this.#export(selection)}
        >
          Export
        </button>
      </div>
    </section>`;
  }

  #selection(shelves: readonly Shelf[]): ExportSelection | null {
    switch (this.what) {
      case 'everything':
        return everything;
      case 'query':
        return this.#kept(this.query.trim() === '' ? null : { query: this.query.trim() });
      case 'tag':
        return this.#kept(this.tag === '' ? null : { tag: this.tag });
      case 'shelf': {
        const shelf = shelves.find(({ id }) => id === this.shelf);
        if (shelf === undefined) return this.#kept(null);
        return this.#kept(shelf.query === null ? { shelf: shelfNames(shelves, shelf.id) } : { query: shelf.query });
      }
    }
  }

  #last: ExportSelection | null = null;

  /** The same object for the same choice, so that nothing is counted twice. */
  #kept(selection: ExportSelection | null): ExportSelection | null {
    if (JSON.stringify(selection) !== JSON.stringify(this.#last)) this.#last = selection;
    return this.#last;
  }

  #typed(event: Event): void {
    const typed = chosenIn(event);
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => {
      this.query = typed;
    }, restMs);
  }

  async #export(selection: ExportSelection | null): Promise<void> {
    if (selection === null) return;
    this.isStarting = true;
    try {
      await this.client['exports.start']({ format: this.format, selection });
    } catch (error) {
      fire(this, 'lectern-toast', { message: messageOf(error) });
    }
    this.isStarting = false;
  }
}

const everything: ExportSelection = { everything: true };

function chosenIn({ currentTarget }: Event): string {
  return currentTarget instanceof HTMLInputElement || currentTarget instanceof HTMLSelectElement
    ? currentTarget.value
    : '';
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-export': LecternExport;
  }
}

import { consume } from '@lit/context';
import { LitElement, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Client } from '../../../main/contract/client.ts';
import type { Feed, FeedRules } from '../../../main/contract/feed-entities.ts';
import type { MethodOutput } from '../../../main/contract/methods.ts';
import { clientContext } from '../../api/api-context.ts';
import { fire } from '../../lib/fire.ts';
import { LatestWins } from '../../lib/latest-wins.ts';
import { messageOf } from '../../lib/message-of.ts';
import { navigate } from '../../state/navigate.ts';
import { base } from '../../styles/base.styles.ts';
import { matchesIn, matchText, previewWords } from './feed-words.ts';
import { form } from './form.styles.ts';

/**
 * One feed: its name, its folder, what is taken of it, and its end.
 *
 * @event lectern-close - saved or removed
 */
@customElement('lectern-feed-settings')
export class LecternFeedSettings extends LitElement {
  static override styles = [base, form];

  @property({ attribute: false }) feed!: Feed;

  @consume({ context: clientContext }) private readonly client!: Client;
  @state() private preview: MethodOutput<'feeds.preview'> | null = null;
  @state() private fault = '';
  @state() private isEnding = false;

  @query('form') private readonly form!: HTMLFormElement;

  readonly #preview = new LatestWins<FeedRules, MethodOutput<'feeds.preview'>>({
    ask: (rules) => this.client['feeds.preview']({ feed: this.feed.id, rules }),
    answered: (_, preview) => (this.preview = preview),
    failed: (_, error) => (this.fault = messageOf(error)),
  });

  override firstUpdated(): void {
    this.#preview.ask(this.feed.rules);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#preview.drop();
  }

  #text(name: string): string {
    const value = new FormData(this.form).get(name);
    return typeof value === 'string' ? value.trim() : '';
  }

  #number(name: string): number | null {
    const number = Number.parseInt(this.#text(name), 10);
    return Number.isNaN(number) ? null : number;
  }

  get #rules(): FeedRules {
    const split = (text: string, by: string) =>
      text
        .split(by)
        .map((part) => part.trim())
        .filter((part) => part !== '');
    return {
      include: matchesIn(this.#text('include')),
      exclude: matchesIn(this.#text('exclude')),
      markRead: matchesIn(this.#text('markRead')),
      newest: this.#number('newest'),
      tags: split(this.#text('tags'), ','),
      shelf: split(this.#text('shelf'), '/'),
      keep: this.#text('keep') !== '',
      tidyAfterDays: this.#number('tidy'),
    };
  }

  async #save(event: Event): Promise<void> {
    event.preventDefault();
    try {
      const state =
        this.feed.state === 'gone' ? {} : ({ state: this.#text('paused') === '' ? 'active' : 'paused' } as const);
      await this.client['feeds.edit']({
        id: this.feed.id,
        ...(this.#text('title') === this.feed.title ? {} : { title: this.#text('title') }),
        folder: this.#text('folder'),
        rules: this.#rules,
        ...state,
      });
      fire(this, 'lectern-close', null);
    } catch (error) {
      this.fault = messageOf(error);
    }
  }

  async #remove(articles: 'trash' | 'archive'): Promise<void> {
    const { client } = this;
    const { id, title } = this.feed;
    // The element that asked is gone by the time that the reader wants it back.
    const app = document.querySelector('lectern-app') ?? this;
    try {
      await client['feeds.remove']({ id, articles });
      navigate('#/feeds');
      const run = () => {
        client['feeds.restore']({ id }).catch((error: unknown) => {
          fire(app, 'lectern-toast', { message: messageOf(error) });
        });
      };
      fire(app, 'lectern-toast', { message: `“${title}” is not followed any more.`, action: { label: 'Undo', run } });
    } catch (error) {
      this.fault = messageOf(error);
    }
  }

  override render(): unknown {
    const { title, folder, url, rules, state } = this.feed;
    return html`<form
      aria-label="Settings of the feed"
      @submit=${this.#save}
      @input=${() => this.#preview.ask(this.#rules)}
    >
      <h2 dir="auto">${title}</h2>
      <p class="hint">${url}</p>
      <div class="two">${this.#field('title', 'Name', title)} ${this.#field('folder', 'Folder', folder)}</div>
      ${this.#lines('include', 'Take only what holds', matchText(rules.include))}
      ${this.#lines('exclude', 'Leave out what holds', matchText(rules.exclude))}
      ${this.#lines('markRead', 'Mark as read what holds', matchText(rules.markRead))}
      <p class="hint">
        A line for each rule; all its words must be there. “title:”, “author:” or “category:” before them says where.
      </p>
      <p class="hint nums" role="status">
        ${this.preview === null ? nothing : previewWords(this.preview)}
        ${
          this.preview === null || this.preview.leftOut.length === 0
            ? nothing
            : `Left out: ${this.preview.leftOut.slice(0, 3).join('; ')}${this.preview.leftOut.length > 3 ? '; …' : ''}`
        }
      </p>
      <div class="two">
        ${this.#field('newest', 'Take the newest only', rules.newest?.toString() ?? '', 'number')}
        ${this.#field('tidy', 'Days from read to trash', rules.tidyAfterDays?.toString() ?? '', 'number')}
        ${this.#field('tags', 'Give tags (comma)', rules.tags.join(', '))}
        ${this.#field('shelf', 'Put on the shelf (a / b)', rules.shelf.join(' / '))}
      </div>
      <p class="hint">
        “Days from read to trash” is for articles that you read and did not keep. Left empty, nothing is ever thrown
        away.
      </p>
      <label class="check"
        ><input name="keep" type="checkbox" .checked=${rules.keep} /> Keep all of it in the inbox</label
      >
      ${
        state === 'gone'
          ? nothing
          : html`<label class="check"
              ><input name="paused" type="checkbox" .checked=${state === 'paused'} /> Pause: ask it only by hand</label
            >`
      }
      ${this.fault === '' ? nothing : html`<p class="fault" role="alert">${this.fault}</p>`}
      <div class="ends">
        ${
          this.isEnding
            ? html`<p class="hint">What you kept stays. What you did not keep:</p>
                <button type="button" class="button" @click=${() => void this.#remove('trash')}>To the trash</button>
                <button type="button" class="button" @click=${() => void this.#remove('archive')}>
                  To the archive
                </button>
                <button type="button" class="button button--quiet" @click=${() => (this.isEnding = false)}>
                  Back
                </button>`
            : html`<button class="button button--main">Save</button>
                <button type="button" class="act act--danger" @click=${() => (this.isEnding = true)}>
                  Stop following…
                </button>`
        }
      </div>
    </form>`;
  }

  #field(name: string, label: string, value: string, type: 'text' | 'number' = 'text'): unknown {
    return html`<label class="field"
      ><span class="field__label">${label}</span
      ><input name=${name} type=${type} min=${type === 'number' ? '1' : nothing} .value=${value} autocomplete="off"
    /></label>`;
  }

  #lines(name: string, label: string, value: string): unknown {
    return html`<label class="field"
      ><span class="field__label">${label}</span><textarea name=${name} rows="2" .value=${value}></textarea>
    </label>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-feed-settings': LecternFeedSettings;
  }
}

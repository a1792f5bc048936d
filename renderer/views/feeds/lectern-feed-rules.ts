import { consume } from '@lit/context';
import { LitElement, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Client } from '../../../main/contract/client.ts';
import { noRules, type FeedMatch, type FeedRules } from '../../../main/contract/feed-entities.ts';
import { clientContext } from '../../api/api-context.ts';
import '../../lib/icons/lectern-icon.ts';
import { LatestWins } from '../../lib/latest-wins.ts';
import { messageOf } from '../../lib/message-of.ts';
import { base } from '../../styles/base.styles.ts';
import { feedRulesStyles } from './feed-rules.styles.ts';
import { form } from './form.styles.ts';
import { otherFields } from './other-fields.ts';
import {
  fieldNames,
  fitWords,
  kindNames,
  listedRules,
  previewWords,
  ruleWords,
  withoutRule,
  withRule,
  type ListedRule,
  type Preview,
  type RuleKind,
  type RulePlace,
} from './rule-words.ts';

/** Of a kind, as many as the contract takes. */
const most = 50;

/** The rules of one feed, or those for all: changed here, and kept by whoever asks for `value`. */
@customElement('lectern-feed-rules')
export class LecternFeedRules extends LitElement {
  static override styles = [base, form, feedRulesStyles];

  /** As they are to begin with. */
  @property({ attribute: false }) rules: FeedRules = noRules;
  /** Null for all feeds. */
  @property({ attribute: false }) feedId: string | null = null;

  @consume({ context: clientContext }) private readonly client!: Client;
  @state() private written: FeedRules = noRules;
  @state() private kind: RuleKind = 'exclude';
  @state() private field: FeedMatch['field'] = 'any';
  @state() private words = '';
  /** The rule that is being changed; null while a new one is written. */
  @state() private changed: RulePlace | null = null;
  @state() private preview: Preview | null = null;
  @state() private fault = '';

  @query('#words') private readonly wordsField!: HTMLInputElement;

  readonly #preview = new LatestWins<FeedRules, Preview>({
    ask: (rules) => this.client['feeds.preview']({ ...(this.feedId === null ? {} : { feed: this.feedId }), rules }),
    answered: (_, preview) => {
      this.preview = preview;
      this.fault = '';
    },
    failed: (_, error) => (this.fault = messageOf(error)),
  });

  /** With the rule that is being written, whether or not it was added. */
  get value(): FeedRules {
    const words = this.words.trim();
    if (words === '' || this.#isFull) return this.written;
    const isOff = this.changed !== null && this.written[this.changed.kind][this.changed.at]?.isOff === true;
    const match = { field: this.field, words, ...(isOff ? { isOff } : {}) };
    return withRule(this.written, this.kind, match, this.changed);
  }

  get #isFull(): boolean {
    return this.changed?.kind !== this.kind && this.written[this.kind].length >= most;
  }

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    // What comes later, while feeds are refreshed, is not to undo what is being written.
    if (!this.hasUpdated || changed.has('feedId')) this.written = this.rules;
  }

  override updated(changed: Map<PropertyKey, unknown>): void {
    if (['written', 'words', 'kind', 'field'].some((name) => changed.has(name))) this.#preview.ask(this.value);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#preview.drop();
  }

  #take(): void {
    this.written = this.value;
    this.#forget();
  }

  #forget(): void {
    this.words = '';
    this.changed = null;
    this.wordsField.focus();
  }

  #change({ kind, at, match }: ListedRule): void {
    this.changed = { kind, at };
    this.kind = kind;
    this.field = match.field;
    this.words = match.words;
    this.wordsField.focus();
  }

  #remove(rule: ListedRule): void {
    this.written = withoutRule(this.written, rule);
    this.#forget();
  }

  #switch({ kind, at, match: { field, words, isOff } }: ListedRule): void {
    const match = { field, words, ...(isOff === true ? {} : { isOff: true }) };
    this.written = withRule(this.written, kind, match, { kind, at });
  }

  readonly #pressed = (event: KeyboardEvent): void => {
    if (event.isComposing || event.key !== 'Enter') return;
    event.preventDefault();
    if (this.words.trim() !== '' && !this.#isFull) this.#take();
  };

  override render(): unknown {
    const rules = listedRules(this.written);
    return html`<fieldset>
        <legend>Rules</legend>
        ${
          rules.length === 0
            ? html`<p class="hint">
                ${this.feedId === null ? 'There is none yet: everything is taken.' : 'This feed has none of its own; those for all feeds hold.'}
              </p>`
            : html`<ul aria-label="Rules">
                ${rules.map((rule) => this.#row(rule))}
              </ul>`
        }
      </fieldset>
      <fieldset>
        <legend>${this.changed === null ? 'One more rule' : 'Change the rule'}</legend>
        ${this.#draft()}
        <p class="hint">All the words must be there, as whole words. Of the rules that take, one is enough.</p>
      </fieldset>
      <p class="hint nums" role="status">${this.preview === null ? nothing : previewWords(this.preview)}</p>
      ${this.fault === '' ? nothing : html`<p class="fault" role="alert">${this.fault}</p>`}
      ${otherFields(this.written, (some) => (this.written = { ...this.written, ...some }))}`;
  }

  #row(rule: ListedRule): unknown {
    const { kind, at, match } = rule;
    const said = ruleWords(rule);
    const fits = this.preview?.fits[kind][at];
    const isChanged = this.changed?.kind === kind && this.changed.at === at;
    const isOff = match.isOff === true;
    const numbers = [
      ...(isOff ? ['switched off'] : []),
      ...(fits === undefined || isChanged || this.preview === null ? [] : [fitWords(fits, this.preview.total)]),
    ];
    return html`<li class=${isChanged ? 'changed' : nothing}>
      <label class="check">
        <input type="checkbox" .checked=${!isOff} @change=${() => this.#switch(rule)} />
        <span class="said">
          <span class=${isOff ? 'off' : nothing} dir="auto">${said}</span>
          <span class="meta nums">${numbers.join(', ')}</span>
        </span>
      </label>
      <span class="acts">
        <button
          type="button"
          class="tool"
          aria-label="Change: ${said}"
          title="Change"
          @click=${() => this.#change(rule)}
        >
          <lectern-icon name="pencil"></lectern-icon>
        </button>
        <button
          type="button"
          class="tool"
          aria-label="Remove: ${said}"
          title="Remove"
          @click=${() => this.#remove(rule)}
        >
          <lectern-icon name="trash-2"></lectern-icon>
        </button>
      </span>
    </li>`;
  }

  #draft(): unknown {
    const { kind, preview, changed } = this;
    const place = changed?.kind === kind ? changed.at : this.written[kind].length;
    const fits = this.words.trim() === '' ? undefined : preview?.fits[kind][place];
    return html`<div class="draft">
        ${this.#choice('What is done', kindNames, kind, (chosen) => (this.kind = chosen))}
        <label class="field"
          ><span class="field__label">Of what holds</span
          ><input
            id="words"
            maxlength="200"
            autocomplete="off"
            .value=${this.words}
            @input=${() => (this.words = this.wordsField.value)}
            @keydown=${this.#pressed}
        /></label>
        ${this.#choice('Looked for in', fieldNames, this.field, (chosen) => (this.field = chosen))}
      </div>
      <div class="ends">
        <button
          type="button"
          class="button"
          ?disabled=${this.words.trim() === '' || this.#isFull}
          @click=${() => this.#take()}
        >
          ${changed === null ? 'Add the rule' : 'Change it'}
        </button>
        ${
          changed === null
            ? nothing
            : html`<button type="button" class="button button--quiet" @click=${() => this.#forget()}>
                Leave it as it was
              </button>`
        }
      </div>
      <p class="hint nums" role="status">
        ${
          this.#isFull
            ? `There are ${most} of these, as many as there can be. Remove one to add another.`
            : fits === undefined || preview === null || preview.total === 0
              ? nothing
              : `It ${fitWords(fits, preview.total)} offered so far.`
        }
      </p>`;
  }

  #choice<Value extends string>(
    label: string,
    names: Readonly<Record<Value, string>>,
    value: Value,
    choose: (value: Value) => void,
  ): unknown {
    const values = Object.keys(names) as Value[]; // the keys of a record
    return html`<label class="field"
      ><span class="field__label">${label}</span>
      <select
        .value=${value}
        @change=${(event: Event) => {
          const chosen = values[(event.currentTarget as HTMLSelectElement).selectedIndex]; // it is set on a select
          if (chosen !== undefined) choose(chosen);
        }}
      >
        ${values.map((one) => html`<option value=${one} ?selected=${one === value}>${names[one]}</option>`)}
      </select>
    </label>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-feed-rules': LecternFeedRules;
  }
}

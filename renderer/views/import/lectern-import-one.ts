import { consume } from '@lit/context';
import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Client } from '../../../main/contract/client.ts';
import type { ImportSummary } from '../../../main/contract/import-entities.ts';
import { clientContext, deskContext } from '../../api/api-context.ts';
import type { Desk } from '../../api/desk.ts';
import '../../components/lectern-error.ts';
import '../../components/lectern-loading.ts';
import { formatDate } from '../../lib/dates.ts';
import { fire } from '../../lib/fire.ts';
import '../../lib/icons/lectern-icon.ts';
import { messageOf } from '../../lib/message-of.ts';
import { ImportsWatch } from '../../state/imports-watch.ts';
import { navigate } from '../../state/navigate.ts';
import { printRoute } from '../../state/route.ts';
import { base } from '../../styles/base.styles.ts';
import { page } from '../../styles/page.styles.ts';
import { doneOf, formatWords, importLabel, isAtWork, progressWords, stateWords, undoWords } from './import-words.ts';
import { importStyles } from './import.styles.ts';
import { oneStyles } from './lectern-import-one.styles.ts';
import './lectern-import-bar.ts';
import './lectern-import-rows.ts';

const start = printRoute({ name: 'import', id: null });

/** Between two sentences to a screen reader about work under way, in milliseconds. */
const calm = 10_000;

/** One import: what would come of it, how far it is, what came of it; and at each point what one can do. */
@customElement('lectern-import-one')
export class LecternImportOne extends LitElement {
  static override styles = [base, page, importStyles, oneStyles];

  @property({ attribute: false }) importId = '';

  @consume({ context: clientContext }) private readonly client!: Client;
  @consume({ context: deskContext }) private readonly desk!: Desk;

  /** Whether a button was pressed whose answer is not there yet. */
  @state() private isAsking = false;
  @state() private keepOriginals = false;
  /** What the live region says. */
  @state() private told = '';

  @query('.page__title') private readonly heading!: HTMLElement | null;

  readonly #import = new ImportsWatch(this, (client) => client['imports.get']({ id: this.importId }));
  #toldAt = 0;
  #toldState: ImportSummary['state'] | null = null;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('importId')) {
      this.#toldState = null;
      this.#import.renew();
    }
    this.#tell();
  }

  /** The end of a step at once, the way there at calm intervals. */
  #tell(): void {
    const { value } = this.#import;
    if (value === undefined) return;
    const now = Date.now();
    if (value.state === this.#toldState && (!isAtWork(value) || now - this.#toldAt < calm)) return;
    this.#toldState = value.state;
    this.#toldAt = now;
    this.told = isAtWork(value) ? `${stateWords(value)}: ${progressWords(value)}` : this.#stand(value);
  }

  override render(): unknown {
    const { value, error } = this.#import;
    if (value === undefined && error !== null) {
      return html`<lectern-error
        level="1"
        heading="This import cannot be shown"
        .error=${error}
        @lectern-retry=${() => this.#import.again()}
        ><a slot="actions" class="button" href=${start}>All imports</a></lectern-error
      >`;
    }
    if (value === undefined) return html`<lectern-loading label="Opening the import" shape="list"></lectern-loading>`;
    return html`<a class="up link" href=${start}>Bring articles in</a>
      <h1 class="page__title" tabindex="-1" dir="auto">${value.name}</h1>
      <p class="page__stand">${this.#stand(value)}</p>
      <p class="vh" role="status">${this.told}</p>
      ${error === null ? nothing : this.#trouble(messageOf(error))} ${this.#step(value)}
      ${value.read === 0 ? nothing : html`<lectern-import-rows .summary=${value}></lectern-import-rows>`}`;
  }

  /** Where it stands, in a sentence or two. */
  #stand(summary: ImportSummary): string {
    const day = formatDate(summary.startedAt.slice(0, 10), 'day');
    const formats = formatWords(summary.formats);
    switch (summary.state) {
      case 'previewing':
        return 'Lectern looks through what you gave. Nothing is saved yet.';
      case 'previewed':
        if (importLabel(summary) === null)
          return 'There is nothing here that could be imported. Why not stands beside each file.';
        return `This is what would come of it${formats === '' ? '' : `: ${formats}`}. Nothing is saved yet.`;
      case 'running':
        return 'You can go on reading meanwhile. What is imported is there at once.';
      case 'interrupted':
        return summary.message ?? 'Lectern ended in the middle of it.';
      case 'done':
        return `Imported on ${day}${formats === '' ? '' : `: ${formats}`}.${
          summary.message === null ? '' : ` ${summary.message}`
        }`;
      case 'undone':
        return `Undone: ${summary.message ?? 'it is as if it had never been imported.'}`;
      case 'cancelled':
        return `Cancelled: ${summary.message ?? 'nothing was saved.'}`;
      case 'failed':
        return summary.message ?? 'It stopped before its end.';
    }
  }

  #trouble(message: string): unknown {
    return html`<p class="trouble" role="alert">
      <lectern-icon name="triangle-alert"></lectern-icon><span>${message}</span>
    </p>`;
  }

  #step(summary: ImportSummary): unknown {
    switch (summary.state) {
      case 'previewing':
        return this.#working(summary, 'Stop looking', 'Nothing is saved, so there is nothing to take back.');
      case 'running':
        return this.#working(summary, 'Cancel', 'Cancelling takes back everything that it has brought so far.');
      case 'previewed':
        return this.#question(summary);
      case 'interrupted':
        return this.#unfinished(summary, 'Take it back');
      case 'failed':
        return this.#unfinished(summary, null);
      case 'done':
        return this.#report(summary);
      default:
        return html`<div class="acts"><a class="button" href=${start}>Bring others in</a></div>`;
    }
  }

  #working(summary: ImportSummary, cancel: string, said: string): unknown {
    return html`<div class="step">
      <p class="nums">${progressWords(summary)}</p>
      <lectern-import-bar label=${stateWords(summary)} .value=${doneOf(summary)}></lectern-import-bar>
      <div class="acts">${this.#button(cancel, () => this.#cancel())}<span class="said">${said}</span></div>
    </div>`;
  }

  #question(summary: ImportSummary): unknown {
    const label = importLabel(summary);
    if (label === null) {
      return html`<div class="acts">
        <a class="button button--main" href=${start}>Choose others</a>
        ${this.#button('Leave it', () => this.#leave(), 'button--quiet')}
      </div>`;
    }
    return html`<div class="step">
      <label class="check"
        ><input
          type="checkbox"
          .checked=${this.keepOriginals}
          @change=${() => (this.keepOriginals = !this.keepOriginals)}
        />Keep the originals beside the text</label
      >
      <div class="acts">
        ${this.#button(label, () => this.#start({ keepOriginals: this.keepOriginals }), 'button--main')}
        ${this.#button('Leave it', () => this.#leave(), 'button--quiet')}
      </div>
    </div>`;
  }

  #unfinished(summary: ImportSummary, takeBack: string | null): unknown {
    return html`<div class="acts">
      ${this.#button('Go on', () => this.#start({}), 'button--main')}
      ${takeBack === null ? nothing : this.#button(takeBack, () => this.#cancel())}
      ${summary.canUndo ? this.#button('Undo', () => this.#undo()) : nothing}
      <a class="button button--quiet" href=${start}>All imports</a>
    </div>`;
  }

  #report(summary: ImportSummary): unknown {
    return html`<div class="acts">
        <a class="button button--main" href="#/library">Go to the library</a>
        ${summary.canUndo ? this.#button('Undo', () => this.#undo(), '', 'undo') : nothing}
        ${summary.failed > 0 ? this.#button('Try the failed ones again', () => this.#retry()) : nothing}
        ${this.#button('Save as CSV', () => this.#saveCsv())}
      </div>
      ${summary.canUndo ? html`<p class="said" id="undo">${undoWords(summary)}</p>` : nothing}`;
  }

  #button(label: string, act: () => Promise<void>, kind = '', describedBy?: string): unknown {
    return html`<button
      class="button ${kind}"
      ?disabled=${this.isAsking}
      aria-describedby=${describedBy ?? nothing}
      @click=${() => void this.#do(act)}
    >
      ${label}
    </button>`;
  }

  /** The button that was pressed is often gone afterwards: the focus goes to what the page is about. */
  async #do(act: () => Promise<void>): Promise<void> {
    this.isAsking = true;
    try {
      await act();
    } catch (error) {
      fire(this, 'lectern-toast', { message: messageOf(error) });
    }
    this.isAsking = false;
    await this.updateComplete;
    if (this.shadowRoot?.activeElement === null) this.heading?.focus({ preventScroll: true });
  }

  async #start(options: { keepOriginals?: boolean }): Promise<void> {
    this.#import.set(await this.client['imports.start']({ id: this.importId, ...options }));
  }

  async #cancel(): Promise<void> {
    this.#import.set(await this.client['imports.cancel']({ id: this.importId }));
  }

  async #leave(): Promise<void> {
    await this.client['imports.cancel']({ id: this.importId });
    navigate(start);
  }

  async #undo(): Promise<void> {
    this.#import.set(await this.client['imports.undo']({ id: this.importId }));
  }

  async #retry(): Promise<void> {
    const { id } = await this.client['imports.retry']({ id: this.importId });
    navigate(printRoute({ name: 'import', id }));
  }

  async #saveCsv(): Promise<void> {
    const { fileName, content } = await this.client['imports.csv']({ id: this.importId });
    this.desk.saveFile(fileName, 'text/csv', content);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-import-one': LecternImportOne;
  }
}

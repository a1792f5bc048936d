import { consume } from '@lit/context';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { exportFormats } from '../../../main/contract/export-formats.ts';
import { defaultSettings, type Settings, type Status } from '../../../main/contract/entities.ts';
import '../../components/lectern-label.ts';
import '../../components/lectern-reading-controls.ts';
import { count } from '../../lib/counts.ts';
import '../../lib/icons/lectern-icon.ts';
import { settingsContext, statusContext } from '../../state/contexts.ts';
import { base } from '../../styles/base.styles.ts';
import { page } from '../../styles/page.styles.ts';
import './lectern-browser-save.ts';
import './lectern-key-list.ts';
import './lectern-libraries.ts';

/** How one reads, with which keys, and where what is kept lies. Every change holds at once. */
@customElement('lectern-settings')
export class LecternSettings extends LitElement {
  static override styles = [
    base,
    page,
    css`
      .page__title {
        padding-block-end: var(--lectern-space-3);
      }
      section {
        padding-block-end: var(--lectern-space-6);
      }
      .reading {
        display: grid;
        grid-template-columns: 21rem minmax(0, 1fr);
        gap: var(--lectern-space-6);
      }
      .sample {
        align-self: start;
        max-inline-size: var(--lectern-measure);
        overflow: hidden;
        font: var(--lectern-weight-text) var(--lectern-reading-size) / var(--lectern-reading-lead)
          var(--lectern-reading-family);
        font-variant-numeric: oldstyle-nums;
        text-align: var(--lectern-reading-align);
        text-wrap: pretty;
        hyphens: manual;
      }
      .sample p + p {
        text-indent: 1.5em;
      }
      .kept {
        display: grid;
        grid-template-columns: max-content minmax(0, 1fr);
        gap: var(--lectern-space-1) var(--lectern-space-3);
      }
      dt {
        color: var(--lectern-ink-3);
      }
      dd {
        overflow-wrap: anywhere;
      }
      code {
        font: var(--lectern-type-xs) / var(--lectern-lead-sm) var(--lectern-mono);
      }
      .unkept {
        display: flex;
        align-items: baseline;
        gap: var(--lectern-space-1);
        padding-block-end: var(--lectern-space-2);
        color: var(--lectern-warn);
      }
      .unkept lectern-icon {
        align-self: center;
      }
      @container page (inline-size < 52rem) {
        .reading {
          grid-template-columns: minmax(0, 1fr);
          gap: var(--lectern-space-4);
        }
        .sample {
          grid-row: 1;
        }
      }
    `,
  ];

  @consume({ context: settingsContext, subscribe: true }) @state() private settings: Settings = defaultSettings;
  @consume({ context: statusContext, subscribe: true }) @state() private status: Status | null = null;

  @query('.page') private readonly scroller!: HTMLElement;

  override focus(): void {
    this.scroller.focus({ preventScroll: true });
  }

  override render(): unknown {
    return html`<div class="page" tabindex="-1">
      <h1 class="page__title">Settings</h1>
      <section aria-labelledby="reading">
        <lectern-label reader id="reading">Reading</lectern-label>
        <div class="reading">
          <lectern-reading-controls .settings=${this.settings}></lectern-reading-controls>
          <div class="sample" aria-label="A sample of the text">
            <p>
              A reading desk holds the book at the slope of the hand that wrote it. Nothing on it moves unless the
              reader turns a page.
            </p>
            <p>
              The eye takes in a line and must then find the next one: too long a line, and it loses its way back; too
              short, and it never gets going. In 1501 Aldus Manutius printed a Virgil to be held in one hand.
            </p>
          </div>
        </div>
      </section>
      <section aria-labelledby="keys">
        <lectern-label reader id="keys">Keys</lectern-label>
        <lectern-key-list .settings=${this.settings}></lectern-key-list>
      </section>
      <section aria-labelledby="browser">
        <lectern-label reader id="browser">Save from your browser</lectern-label>
        <lectern-browser-save .settings=${this.settings}></lectern-browser-save>
      </section>
      <section aria-labelledby="libraries">
        <lectern-label reader id="libraries">Libraries</lectern-label>
        <lectern-libraries></lectern-libraries>
      </section>
      ${this.status === null ? nothing : this.#kept(this.status)}
    </div>`;
  }

  #kept({ version, store, counts }: Status): unknown {
    return html`<section aria-labelledby="kept">
      <lectern-label reader id="kept">What is kept</lectern-label>
      ${
        store.ready
          ? nothing
          : html`<p class="unkept">
              <lectern-icon name="triangle-alert"></lectern-icon>
              <span>Nothing is being kept. ${store.message ?? ''}</span>
            </p>`
      }
      <dl class="kept">
        <dt>Folder</dt>
        <dd><code>${store.directory}</code>, <a class="link" href="#/storage">what it takes</a></dd>
        <dt>Bookmarks</dt>
        <dd class="nums">${counts.bookmarks}</dd>
        <dt>Recommendations</dt>
        <dd class="nums">${counts.recommendations}</dd>
        <dt>Finished</dt>
        <dd>${count(counts.finished, 'story', 'stories')} of ${counts.stories}</dd>
        <dt>Yours</dt>
        <dd><a class="link" href="#/export">Export your articles</a> in any of ${exportFormats.length} open formats</dd>
        <dt>Lectern</dt>
        <dd>Version ${version}, <a class="link" href="#/about">about it</a></dd>
        <dt>Backup</dt>
        <dd><a class="link" href="#/backup">Backups, snapshots, check the library</a></dd>
      </dl>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-settings': LecternSettings;
  }
}

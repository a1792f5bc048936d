import { consume } from '@lit/context';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { guard } from 'lit/directives/guard.js';
import type { Publication, Status } from '../../../main/contract/entities.ts';
import { deskContext } from '../../api/api-context.ts';
import type { Desk } from '../../api/desk.ts';
import '../../components/lectern-label.ts';
import { count } from '../../lib/counts.ts';
import { formatDate } from '../../lib/dates.ts';
import { fire } from '../../lib/fire.ts';
import { messageOf } from '../../lib/message-of.ts';
import { parseExternalLink } from '../../lib/reading/external-link.ts';
import { sanitise } from '../../lib/sanitise.ts';
import { publicationContext, statusContext } from '../../state/contexts.ts';
import { listHref } from '../../state/route.ts';
import { base } from '../../styles/base.styles.ts';
import { page } from '../../styles/page.styles.ts';

/** What the publication says of itself, and what Lectern is. */
@customElement('lectern-about')
export class LecternAbout extends LitElement {
  static override styles = [
    base,
    page,
    css`
      section {
        padding-block-end: var(--lectern-space-4);
      }
      .prose {
        max-inline-size: var(--lectern-measure);
        font: var(--lectern-weight-text) var(--lectern-type-label) / 1.75rem var(--lectern-serif);
        font-variant-numeric: oldstyle-nums;
        text-wrap: pretty;
      }
      .prose :is(p, ul, ol) + * {
        margin-block-start: 0.75rem;
      }
      .prose :is(h1, h2, h3) {
        padding-block: var(--lectern-space-2) var(--lectern-space-half);
        font: var(--lectern-weight-strong) var(--lectern-type-lg) / var(--lectern-lead-lg) var(--lectern-serif);
      }
      .prose ul {
        list-style: disc;
        padding-inline-start: 1.25em;
      }
      .prose ol {
        list-style: decimal;
        padding-inline-start: 1.5em;
      }
      .prose a {
        color: var(--lectern-reader);
        text-decoration: underline;
        text-underline-offset: 0.18em;
      }
      .version {
        padding-block-start: var(--lectern-space-1);
      }
      dl {
        display: grid;
        grid-template-columns: max-content 1fr;
        gap: var(--lectern-space-1) var(--lectern-space-3);
      }
      dt {
        color: var(--lectern-ink-3);
      }
    `,
  ];

  @consume({ context: deskContext }) private readonly desk!: Desk;
  @consume({ context: publicationContext, subscribe: true }) @state() private publication: Publication | null = null;
  @consume({ context: statusContext, subscribe: true }) @state() private status: Status | null = null;

  @query('.page') private readonly scroller!: HTMLElement;

  constructor() {
    super();
    this.addEventListener('click', (event) => void this.#clicked(event));
  }

  override focus(): void {
    this.scroller.focus({ preventScroll: true });
  }

  /** A link out of the window goes to the system's browser; the window itself stays where it is. */
  async #clicked(event: MouseEvent): Promise<void> {
    const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
    const target = link === undefined ? null : parseExternalLink(link.getAttribute('href') ?? '');
    if (target === null) return;
    event.preventDefault();
    try {
      await this.desk.openExternal(target.url);
    } catch (error) {
      fire(this, 'lectern-toast', { message: messageOf(error) });
    }
  }

  override render(): unknown {
    return html`<div class="page" tabindex="-1">
      <h1 class="page__title">About</h1>
      <p class="page__stand">What you are reading, and what you are reading it on.</p>
      ${this.publication === null ? nothing : this.#publication(this.publication)}
      <section aria-labelledby="lectern">
        <lectern-label id="lectern">Lectern</lectern-label>
        <div class="prose">
          <p>
            An offline reading desk. Everything you see lies on this device; reading it asks nothing of any network, and
            what you mark or write stays here.
          </p>
          <p>
            Set in Source Serif 4, Inter and Source Code Pro, under the SIL Open Font License. The icons are Lucide’s,
            under the ISC License.
          </p>
        </div>
        ${this.status === null ? nothing : html`<p class="meta version">Version ${this.status.version}</p>`}
      </section>
    </div>`;
  }

  #publication({ name, tagline, editor, edition, issued, storyCount, sections, aboutHtml }: Publication): unknown {
    return html`<section aria-labelledby="publication">
        <lectern-label id="publication">${name}</lectern-label>
        ${
          aboutHtml === null
            ? html`<div class="prose"><p>${tagline}.</p></div>`
            : html`<div class="prose">${guard([aboutHtml], () => sanitise(aboutHtml))}</div>`
        }
      </section>
      <section aria-labelledby="imprint">
        <lectern-label id="imprint">Imprint</lectern-label>
        <dl>
          <dt>Editor</dt>
          <dd>${editor.name}</dd>
          <dt>Edition</dt>
          <dd>${edition}, ${formatDate(issued, 'day')}</dd>
          <dt>Contents</dt>
          <dd>
            <a class="link" href=${listHref({ kind: 'all' })}>${count(storyCount, 'story', 'stories')}</a> in
            ${count(sections.length, 'section', 'sections')}
          </dd>
        </dl>
      </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-about': LecternAbout;
  }
}

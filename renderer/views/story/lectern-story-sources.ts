import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Article } from '../../../main/contract/entities.ts';
import { fire } from '../../lib/fire.ts';
import { parseExternalLink } from '../../lib/reading/external-link.ts';
import { storyHref } from '../../state/route.ts';
import { base } from '../../styles/base.styles.ts';
import './story-events.ts';

/**
 * Under the text: what its facts rest on, and the chains of events that it is a part of.
 *
 * @event lectern-leave - a source on the web was chosen
 */
@customElement('lectern-story-sources')
export class LecternStorySources extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: grid;
        gap: var(--lectern-space-4);
        max-inline-size: min(var(--lectern-measure), 100% - var(--lectern-margin-notes));
        padding-block-start: var(--lectern-space-5);
      }
      .heading {
        font: var(--lectern-weight-strong) var(--lectern-type-label) / 1.5rem var(--lectern-serif);
        font-variant-caps: all-small-caps;
        letter-spacing: var(--lectern-tracking-caps);
        border-block-start: var(--lectern-hairline) solid var(--lectern-rule-strong);
        padding-block: var(--lectern-space-1) var(--lectern-space-half);
      }
      .part {
        font: italic var(--lectern-weight-text) var(--lectern-type-note) / 1.375rem var(--lectern-serif);
        font-variant-caps: normal;
        font-variant-numeric: oldstyle-nums;
        letter-spacing: 0;
        color: var(--lectern-ink-3);
        margin-inline-start: 0.25em;
      }
      li,
      .thread {
        font: var(--lectern-weight-text) var(--lectern-type-note) / 1.375rem var(--lectern-serif);
        font-variant-numeric: oldstyle-nums;
        color: var(--lectern-ink-2);
        text-wrap: pretty;
      }
      li {
        padding-block-end: var(--lectern-space-half);
        padding-inline-start: 1.5em;
        text-indent: -1.5em;
      }
      cite {
        color: var(--lectern-ink);
      }
      li a {
        text-decoration: underline;
        text-decoration-color: var(--lectern-rule-strong);
        text-underline-offset: 0.16em;
      }
      li a:hover {
        color: var(--lectern-reader);
      }
      .thread {
        display: grid;
        gap: var(--lectern-space-half);
      }
      .thread a {
        font-weight: var(--lectern-weight-strong);
        color: var(--lectern-ink);
      }
      .thread a:hover {
        text-decoration: underline;
        text-underline-offset: 0.16em;
      }
      @container (inline-size < 52rem) {
        :host {
          max-inline-size: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) sources: Article['sources'] = [];
  @property({ attribute: false }) threads: Article['threads'] = [];

  override render(): unknown {
    return html`${this.threads.map((thread, index) => this.#thread(thread, index))}${
      this.sources.length === 0
        ? nothing
        : html`<section aria-labelledby="sources">
            <h2 class="heading" id="sources">Sources</h2>
            <ul>
              ${this.sources.map((source) => this.#source(source))}
            </ul>
          </section>`
    }`;
  }

  #source({ title, publication, year, url }: Article['sources'][number]): unknown {
    const link = url === null ? null : parseExternalLink(url);
    const cited = html`<cite>${title}</cite>`;
    return html`<li dir="auto">
      ${
        link === null
          ? cited
          : html`<a
              href=${link.url}
              rel="noopener noreferrer"
              @click=${(event: MouseEvent) => {
                event.preventDefault();
                fire(this, 'lectern-leave', { link });
              }}
              >${cited}</a
            >`
      }${publication === '' ? nothing : `, ${publication}`},
      ${year}
    </li>`;
  }

  #thread({ title, earlier, later, position, length }: Article['threads'][number], index: number): unknown {
    const link = (word: string, story: typeof earlier): unknown =>
      story === null ? nothing : html`<span>${word}: <a href=${storyHref(story.id)}>${story.title}</a></span>`;
    return html`<section aria-labelledby="thread-${index}">
      <h2 class="heading" id="thread-${index}">${title} <span class="part">part ${position} of ${length}</span></h2>
      <p class="thread">${link('Earlier', earlier)}${link('Later', later)}</p>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-story-sources': LecternStorySources;
  }
}

import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Publication } from '../../../main/contract/entities.ts';
import { formatDate } from '../../lib/dates.ts';
import { base } from '../../styles/base.styles.ts';
import { splitName } from './wordmark.ts';

/** The publication's name, day and number over a running stitch whose needle is still in the cloth. */
@customElement('lectern-masthead')
export class LecternMasthead extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: block;
        isolation: isolate;
      }
      .masthead {
        position: relative;
        display: grid;
        grid-template-columns: 1fr auto 1fr;
        align-items: end;
        text-align: center;
        padding-block: var(--lectern-space-1) var(--lectern-space-3);
      }
      .title {
        grid-column: 2;
        grid-row: 1;
        padding-inline: var(--lectern-space-3);
        font: var(--lectern-weight-strong) var(--lectern-type-masthead) / 1 var(--lectern-serif);
        letter-spacing: -0.034em;
        font-kerning: normal;
        color: var(--lectern-publication);
        white-space: nowrap;
      }
      .title--long {
        font-size: calc(var(--lectern-type-masthead) * 0.62);
        white-space: normal;
        text-wrap: balance;
      }
      @media (width < 64rem) {
        .title--middle {
          font-size: calc(var(--lectern-type-masthead) * 0.72);
          white-space: normal;
          text-wrap: balance;
        }
      }
      /* The name proper stands on a patch, sewn on a little askew. */
      .name {
        position: relative;
        display: inline-block;
        margin-inline-start: 0.06em;
        padding-inline: 0.17em 0.18em;
        padding-block: 0.06em 0.1em;
      }
      .cloth {
        position: absolute;
        z-index: -1;
        inset: 0;
        inline-size: 100%;
        block-size: 100%;
        transform: rotate(-1.3deg);
        overflow: visible;
      }
      .cloth rect {
        fill: var(--lectern-publication-wash);
      }
      .cloth .stitches {
        x: 6px;
        y: 6px;
        width: calc(100% - 12px);
        height: calc(100% - 12px);
        fill: none;
        stroke: var(--lectern-publication);
        stroke-width: 1.75;
        stroke-linecap: round;
        stroke-dasharray: 7 5;
      }
      @media (forced-colors: active) {
        .cloth {
          display: none;
        }
      }
      .ear {
        grid-column: 1;
        grid-row: 1;
        padding-block-end: 0.9rem;
        text-align: start;
        font: italic var(--lectern-weight-text) var(--lectern-type-md) / 1.5rem var(--lectern-serif);
        font-variant-numeric: oldstyle-nums;
        color: var(--lectern-ink-2);
      }
      .ear--end {
        grid-column: 3;
        text-align: end;
      }
      .tag {
        grid-column: 1 / -1;
        padding-block: var(--lectern-space-half) var(--lectern-space-2);
        font: italic var(--lectern-weight-text) var(--lectern-type-lg) / 1.5rem var(--lectern-serif);
        color: var(--lectern-ink-2);
        text-wrap: balance;
      }
      .seam {
        grid-column: 1 / -1;
        display: block;
        inline-size: calc(100% - 4.75rem);
        block-size: 6px;
      }
      .seam line {
        stroke: var(--lectern-publication);
        stroke-width: 2.5;
        stroke-linecap: round;
        stroke-dasharray: 11 8;
      }
      .needle {
        position: absolute;
        inset-block-end: calc(var(--lectern-space-3) - 1px);
        inset-inline-end: 0;
        inline-size: 4.5rem;
        block-size: 0.5rem;
        fill: var(--lectern-ink-2);
      }
      .needle:dir(rtl) {
        transform: scaleX(-1);
      }
      @media (width < 48rem) {
        .masthead {
          grid-template-columns: 1fr 1fr;
          padding-block-end: var(--lectern-space-2);
        }
        .title {
          grid-column: 1 / -1;
          grid-row: 1;
          padding: 0;
        }
        .tag {
          grid-row: 2;
          font-size: var(--lectern-type-md);
          padding-block-end: var(--lectern-space-1);
        }
        .ear {
          grid-row: 3;
          font-size: var(--lectern-type-code);
          padding-block-end: var(--lectern-space-half);
        }
        .ear--end {
          grid-column: 2;
        }
        .needle {
          display: none;
        }
        .seam {
          inline-size: 100%;
        }
      }
    `,
  ];

  @property({ attribute: false }) publication!: Publication;

  override render(): unknown {
    const { name, tagline, edition, issued } = this.publication;
    const { article, rest } = splitName(name);
    return html`<header class="masthead">
      <p class="ear"><time datetime=${issued}>${formatDate(issued, 'full')}</time></p>
      <p class="ear ear--end">${edition}</p>
      <h1 class=${titleClass(rest)}>
        ${article === null ? nothing : `${article} `}<span class="name"
          ><svg class="cloth" aria-hidden="true">
            <rect width="100%" height="100%" rx="2"></rect>
            <rect class="stitches" rx="1"></rect></svg
          >${rest}</span
        >
      </h1>
      <p class="tag">${tagline}</p>
      <svg class="seam" aria-hidden="true"><line x1="0" y1="50%" x2="100%" y2="50%"></line></svg>
      <svg class="needle" viewBox="0 0 72 8" aria-hidden="true">
        <path
          d="M0 4C0 2.200 4 1.600 8 1.800L72 4 8 6.200C4 6.400 0 5.800 0 4zM3 4c0 .9 7 .9 9 0-2-.9-9-.9-9 0z"
          fill-rule="evenodd"
        ></path>
      </svg>
    </header>`;
  }
}

/** By the letters of the name proper: a long one is set smaller everywhere, a middling one where there is less room. */
function titleClass({ length }: string): string {
  if (length > 14) return 'title title--long';
  return length > 8 ? 'title title--middle' : 'title';
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-masthead': LecternMasthead;
  }
}

import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { ComparedPart, Comparison } from '../../../../main/contract/upkeep-entities.ts';
import '../../../lib/icons/lectern-icon.ts';
import { base } from '../../../styles/base.styles.ts';

/**
 * What became of a text: what went is struck through, what came is underlined, what stayed is folded. `step` goes from
 * change to change.
 */
@customElement('lectern-comparison')
export class LecternComparison extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: grid;
        gap: var(--lectern-space-1);
        font: var(--lectern-weight-text) var(--lectern-type-lg) / 1.75rem var(--lectern-serif);
        overflow-wrap: break-word;
      }
      .part {
        padding: var(--lectern-space-half) var(--lectern-space-1);
        border-inline-start: var(--lectern-rule-thick) solid var(--lectern-rule-strong);
      }
      .part:focus {
        outline: 2px solid var(--lectern-reader);
      }
      .part[data-kind='inserted'] {
        border-inline-start-color: var(--lectern-ok);
      }
      .part[data-kind='deleted'] {
        border-inline-start-color: var(--lectern-danger);
      }
      .kind {
        display: block;
        font: var(--lectern-weight-medium) var(--lectern-type-2xs) / var(--lectern-lead-2xs) var(--lectern-sans);
        color: var(--lectern-ink-3);
      }
      ins {
        color: var(--lectern-ink);
        text-decoration: underline 2px var(--lectern-ok);
        text-underline-offset: 0.2em;
      }
      del + ins {
        margin-inline-start: 0.2em;
      }
      del {
        color: var(--lectern-ink-2);
        text-decoration: line-through 2px var(--lectern-danger);
      }
      .same {
        padding-inline-start: var(--lectern-space-1);
        color: var(--lectern-ink-3);
        font: var(--lectern-type-xs) / var(--lectern-lead-sm) var(--lectern-sans);
      }
      .partly {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: var(--lectern-space-1);
        color: var(--lectern-ink-2);
        font: var(--lectern-type-sm) / var(--lectern-lead-sm) var(--lectern-sans);
      }
      .partly lectern-icon {
        color: var(--lectern-warn);
      }
      .none {
        color: var(--lectern-ink-2);
      }
      @media (forced-colors: active) {
        ins,
        del {
          text-decoration-color: currentColor;
        }
      }
    `,
  ];

  @property({ attribute: false }) comparison!: Comparison;
  @property() language = '';
  @property() direction: 'ltr' | 'rtl' = 'ltr';
  #at = -1;

  override willUpdate(): void {
    this.#at = -1;
  }

  /** To the next change, or the one before, and round. */
  step(by: 1 | -1): void {
    const changes = [...this.renderRoot.querySelectorAll<HTMLElement>('.part')];
    if (changes.length === 0) return;
    this.#at = this.#at === -1 && by === -1 ? changes.length - 1 : (this.#at + by + changes.length) % changes.length;
    const change = changes[this.#at];
    change?.scrollIntoView({ block: 'center' });
    change?.focus({ preventScroll: true });
  }

  override render(): unknown {
    const { title, parts, isWhole } = this.comparison;
    const isSame = title.before === title.after && parts.every(({ kind }) => kind === 'same');
    return html`${isSame ? html`<p class="none">The two texts are the same, word for word.</p>` : nothing}
    ${
      isWhole
        ? nothing
        : html`<p class="partly" role="note">
            <lectern-icon name="triangle-alert"></lectern-icon>
            Not all of this could be compared: the texts are too long, or too far apart. Some of what is said to be
            removed and added may have stayed as it was.
          </p>`
    }
    ${
      title.before === title.after
        ? nothing
        : this.#change('changed', 'Title', html`<del>${title.before}</del> <ins>${title.after}</ins>`)
    }
    ${isSame ? nothing : parts.map((part) => this.#part(part))}`;
  }

  #part(part: ComparedPart): unknown {
    switch (part.kind) {
      case 'same':
        return html`<p class="same">
          ${part.count === 1 ? 'One paragraph stayed' : `${part.count} paragraphs stayed`} as
          ${part.count === 1 ? 'it was' : 'they were'}: “${opening(part.first)}”
        </p>`;
      case 'deleted':
        return this.#change('deleted', part.moved ? 'Moved from here' : 'Removed', html`<del>${part.text}</del>`);
      case 'inserted':
        return this.#change('inserted', part.moved ? 'Moved to here' : 'Added', html`<ins>${part.text}</ins>`);
      case 'changed':
        return this.#change(
          'changed',
          'Changed',
          part.words.map(({ kind, text }) => {
            if (kind === 'same') return text;
            return kind === 'deleted' ? html`<del>${text}</del>` : html`<ins>${text}</ins>`;
          }),
        );
    }
  }

  #change(kind: string, label: string, text: unknown): unknown {
    return html`<div class="part" data-kind=${kind} role="group" aria-label=${label} tabindex="-1">
      <span class="kind">${label}</span>
      <div lang=${this.language} dir=${this.direction}>${text}</div>
    </div>`;
  }
}

function opening(text: string): string {
  return text.length <= 48 ? text : `${text.slice(0, 48).toWellFormed().trimEnd()}…`;
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-comparison': LecternComparison;
  }
}

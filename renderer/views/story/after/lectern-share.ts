import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Article } from '../../../../main/contract/entities.ts';
import '../../../lib/icons/lectern-icon.ts';
import { base } from '../../../styles/base.styles.ts';
import '../../../components/lectern-menu.ts';
import type { MenuEntry } from '../../../components/lectern-menu.ts';
import { ShareController } from './share-controller.ts';
import { isShareAction, type ShareAction } from './sharing.ts';

/** The row under the question: passing a story on, or keeping it elsewhere. */
@customElement('lectern-share')
export class LecternShare extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: block;
      }
      .label {
        padding-block-end: var(--lectern-space-half);
      }
      ul {
        display: flex;
        flex-wrap: wrap;
        gap: var(--lectern-space-half) var(--lectern-space-2);
        margin-inline-start: calc(var(--lectern-space-1) * -1);
      }
    `,
  ];

  @property({ attribute: false }) article!: Article;
  readonly #share = new ShareController(this);

  override render(): unknown {
    return html`<section aria-labelledby="share">
      <h2 class="label" id="share">Share</h2>
      <ul>
        ${this.#share.entries(['copy-link', 'copy-citation']).map((entry) => this.#button(entry))}
        ${this.#menu('Copy as…', 'file-text', ['copy-markdown', 'copy-text', 'copy-bibtex'])}
        ${this.#menu('Save as…', 'book-down', ['save-markdown', 'save-html', 'save-epub', 'save-pdf'])}
        ${this.#share.entries(['mail', 'print']).map((entry) => this.#button(entry))}
      </ul>
    </section>`;
  }

  #button({ id, label, icon }: MenuEntry): unknown {
    return html`<li>
      <button class="act" @click=${() => this.#run(id)}>
        ${icon === null ? nothing : html`<lectern-icon name=${icon}></lectern-icon>`}${label}
      </button>
    </li>`;
  }

  #menu(label: string, icon: 'file-text' | 'book-down', actions: readonly ShareAction[]): unknown {
    return html`<li>
      <lectern-menu
        label=${label}
        icon=${icon}
        .entries=${this.#share.entries(actions)}
        @lectern-choose=${(event: CustomEvent<{ id: string }>) => this.#run(event.detail.id)}
      ></lectern-menu>
    </li>`;
  }

  #run(id: string): void {
    if (isShareAction(id)) void this.#share.run(id, this.article);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-share': LecternShare;
  }
}

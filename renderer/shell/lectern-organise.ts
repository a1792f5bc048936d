import { consume } from '@lit/context';
import { LitElement, html, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import '../components/lectern-dialog.ts';
import { count } from '../lib/counts.ts';
import { fire, type OrganiseRequest } from '../lib/fire.ts';
import { organiserContext } from '../state/contexts.ts';
import type { Organiser } from '../state/organiser.ts';
import { base } from '../styles/base.styles.ts';
import { sheet } from '../styles/sheet.styles.ts';
import './lectern-choose-shelf.ts';
import './lectern-choose-tags.ts';

/**
 * Asks how articles are to be tagged or shelved, and once before they are removed for good.
 *
 * @event lectern-close - answered, or left; set `request` to null
 */
@customElement('lectern-organise')
export class LecternOrganise extends LitElement {
  static override styles = [base, sheet];

  @property({ attribute: false }) request: OrganiseRequest | null = null;

  @consume({ context: organiserContext }) private readonly organiser!: Organiser;

  @query('.keep') private readonly first!: HTMLElement | null;

  protected override updated(): void {
    if (this.request?.what === 'purge') void this.updateComplete.then(() => this.first?.focus());
  }

  override render(): unknown {
    const { request } = this;
    const words = request === null ? '' : count(request.count, 'article', 'articles');
    const label = { tags: `Tags of ${words}`, shelf: `Shelve ${words}`, purge: `Remove ${words} for good` };
    return html`<lectern-dialog label=${request === null ? '' : label[request.what]} ?open=${request !== null}>
      ${request === null ? nothing : this.#sheet(request, label[request.what], words)}
    </lectern-dialog>`;
  }

  #sheet(request: OrganiseRequest, heading: string, words: string): unknown {
    if (request.what === 'tags') {
      return html`<lectern-choose-tags .heading=${heading} .request=${request}></lectern-choose-tags>`;
    }
    if (request.what === 'shelf') {
      return html`<lectern-choose-shelf .heading=${heading} .request=${request}></lectern-choose-shelf>`;
    }
    return html`<div class="sheet">
      <h2>${heading}?</h2>
      <p>Text, pictures, notes and highlights of ${words} go with them. This cannot be taken back.</p>
      <div class="acts">
        <button class="button keep" @click=${() => fire(this, 'lectern-close', null)}>Keep them</button>
        <button class="button button--danger" @click=${() => this.#purge(request)}>Remove for good</button>
      </div>
    </div>`;
  }

  #purge({ selection }: OrganiseRequest): void {
    fire(this, 'lectern-close', null);
    void this.organiser.purge(selection);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-organise': LecternOrganise;
  }
}

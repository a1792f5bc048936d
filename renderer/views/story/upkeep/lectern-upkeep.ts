import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Article } from '../../../../main/contract/entities.ts';
import '../../../components/lectern-dialog.ts';
import { fire } from '../../../lib/fire.ts';
import { CommandsController } from '../../../state/commands-controller.ts';
import { base } from '../../../styles/base.styles.ts';
import './lectern-edit-details.ts';
import './lectern-edit-text.ts';
import './lectern-extract.ts';
import './lectern-versions.ts';
import { upkeepSheets, type UpkeepSheet } from './upkeep-sheets.ts';

/** The sheets over a saved article in which it is kept in order, one at a time. */
@customElement('lectern-upkeep')
export class LecternUpkeep extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: contents;
      }
      lectern-dialog {
        --lectern-dialog-size: 46rem;
      }
    `,
  ];

  /** Null until the story has come. */
  @property({ attribute: false }) article: Article | null = null;
  @state() private sheet: UpkeepSheet | null = null;

  constructor() {
    super();
    new CommandsController(this, {
      'story.edit': () => this.open('edit-details'),
      'story.editText': () => this.open('edit-text'),
      'story.versions': () => this.open('versions'),
    });
  }

  /** Says why where there is nothing to keep in order. */
  open(sheet: UpkeepSheet): void {
    if (this.article === null) return;
    if (this.article.own !== null) this.sheet = sheet;
    else fire(this, 'lectern-toast', { message: 'Stories of the collection stay as they were printed.' });
  }

  override render(): unknown {
    const { article, sheet } = this;
    return html`<lectern-dialog
      ?open=${sheet !== null}
      label=${sheet === null ? '' : upkeepSheets[sheet]}
      @lectern-close=${() => {
        this.sheet = null;
      }}
      >${article === null || sheet === null ? nothing : content[sheet](article)}</lectern-dialog
    >`;
  }
}

const content: Readonly<Record<UpkeepSheet, (article: Article) => unknown>> = {
  'edit-details': (article) => html`<lectern-edit-details .article=${article}></lectern-edit-details>`,
  'edit-text': (article) => html`<lectern-edit-text .article=${article}></lectern-edit-text>`,
  versions: (article) => html`<lectern-versions .article=${article}></lectern-versions>`,
  extract: (article) => html`<lectern-extract .article=${article}></lectern-extract>`,
};

declare global {
  interface HTMLElementTagNameMap {
    'lectern-upkeep': LecternUpkeep;
  }
}

import { consume } from '@lit/context';
import { Task } from '@lit/task';
import { LitElement, html, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import type { Client } from '../../../main/contract/client.ts';
import type { FeedRules } from '../../../main/contract/feed-entities.ts';
import { clientContext } from '../../api/api-context.ts';
import '../../components/lectern-error.ts';
import '../../components/lectern-loading.ts';
import { fire } from '../../lib/fire.ts';
import { messageOf } from '../../lib/message-of.ts';
import { base } from '../../styles/base.styles.ts';
import { form } from './form.styles.ts';
import './lectern-feed-rules.ts';
import type { LecternFeedRules } from './lectern-feed-rules.ts';

/**
 * The rules that hold for every feed, before its own.
 *
 * @event lectern-close - they are saved
 */
@customElement('lectern-feed-rules-for-all')
export class LecternFeedRulesForAll extends LitElement {
  static override styles = [base, form];

  @consume({ context: clientContext }) private readonly client!: Client;
  @state() private fault = '';
  @query('lectern-feed-rules') private readonly rules!: LecternFeedRules;

  readonly #rules = new Task(this, { args: () => [], task: () => this.client['feeds.rules']({}) });

  async #save(event: Event): Promise<void> {
    event.preventDefault();
    try {
      await this.client['feeds.setRules']({ rules: this.rules.value });
      fire(this, 'lectern-toast', { message: 'The rules hold for all feeds from the next refresh on.' });
      fire(this, 'lectern-close', null);
    } catch (error) {
      this.fault = messageOf(error);
    }
  }

  override render(): unknown {
    return this.#rules.render({
      pending: () => html`<lectern-loading label="Opening the rules" shape="list"></lectern-loading>`,
      error: (error) =>
        html`<lectern-error
          heading="The rules cannot be shown"
          .error=${error}
          @lectern-retry=${() => void this.#rules.run()}
        ></lectern-error>`,
      complete: (rules) => this.#form(rules),
    });
  }

  #form(rules: FeedRules): unknown {
    return html`<form aria-label="Rules for all feeds" @submit=${this.#save}>
      <h2>Rules for all feeds</h2>
      <p class="hint">
        They hold for every feed that you follow, before the rules of its own. Their order makes no difference.
      </p>
      <lectern-feed-rules .rules=${rules}></lectern-feed-rules>
      ${this.fault === '' ? nothing : html`<p class="fault" role="alert">${this.fault}</p>`}
      <div class="ends"><button class="button button--main">Save</button></div>
    </form>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-feed-rules-for-all': LecternFeedRulesForAll;
  }
}

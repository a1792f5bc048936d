import { consume } from '@lit/context';
import { Task } from '@lit/task';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { Client } from '../../../main/contract/client.ts';
import type { MethodOutput } from '../../../main/contract/methods.ts';
import type { Proposal, ProposalKind } from '../../../main/contract/storage-entities.ts';
import { clientContext } from '../../api/api-context.ts';
import '../../components/lectern-error.ts';
import '../../components/lectern-loading.ts';
import { fileSize } from '../../lib/counts.ts';
import { fire } from '../../lib/fire.ts';
import { messageOf } from '../../lib/message-of.ts';
import { sayDone } from '../../lib/say-done.ts';
import { renderKept } from '../../lib/render-kept.ts';
import { RevisionController } from '../../state/revision-controller.ts';
import { storyHref } from '../../state/route.ts';
import { base } from '../../styles/base.styles.ts';
import { cleanedWords, proposalWords } from './storage-words.ts';

type ShownProposal = Proposal & { readonly examples: MethodOutput<'storage.proposal'>['items'] };

/** Proposes what could go, and says of each why and what would become of it. Does one at a time, when told to, twice. */
@customElement('lectern-cleaner')
export class LecternCleaner extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: block;
      }
      li.proposal {
        padding-block: var(--lectern-space-2);
      }
      .proposal + .proposal {
        border-block-start: var(--lectern-hairline) solid var(--lectern-rule);
      }
      .head {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 0 var(--lectern-space-3);
      }
      h3 {
        font: var(--lectern-weight-strong) var(--lectern-type-list) / 1.5rem var(--lectern-serif);
      }
      .why {
        max-inline-size: var(--lectern-measure);
        color: var(--lectern-ink-2);
        text-wrap: pretty;
      }
      .acts {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--lectern-space-1);
        padding-block-start: var(--lectern-space-1);
      }
      summary {
        color: var(--lectern-ink-3);
        font-size: var(--lectern-type-sm);
      }
      .examples li {
        display: flex;
        justify-content: space-between;
        gap: var(--lectern-space-2);
        padding-block: 0.125rem;
      }
      .none {
        padding-block: var(--lectern-space-1);
        color: var(--lectern-ink-2);
      }
    `,
  ];

  @consume({ context: clientContext }) private readonly client!: Client;
  /** What was asked for once: it is done when it is asked for again. */
  @state() private asked: ProposalKind | null = null;
  @state() private isBusy = false;

  readonly #revision = new RevisionController(this);
  readonly #proposals = new Task(this, {
    args: () => [this.#revision.value] as const,
    task: async () => {
      const { items } = await this.client['storage.proposals']({});
      const withArticles = items.map(async (proposal) => {
        const page = await this.client['storage.proposal']({ kind: proposal.kind, offset: 0, limit: 10 });
        return { ...proposal, examples: page.items };
      });
      return Promise.all(withArticles);
    },
  });

  override render(): unknown {
    return renderKept(this.#proposals, {
      loading: () => html`<lectern-loading label="Looking" shape="list"></lectern-loading>`,
      error: (error) =>
        html`<lectern-error
          heading="Nothing can be proposed"
          .error=${error}
          @lectern-retry=${() => void this.#proposals.run()}
        ></lectern-error>`,
      complete: (proposals) =>
        proposals.length === 0
          ? html`<p class="none">Nothing: all that is here is in use.</p>`
          : html`<ul>
              ${proposals.map((proposal) => this.#proposal(proposal))}
            </ul>`,
    });
  }

  #proposal(proposal: ShownProposal): unknown {
    const { kind, bytes, isReversible, examples } = proposal;
    const { title, why, then } = proposalWords(proposal);
    const act = isReversible ? 'Put them in the trash' : 'Remove for good';
    return html`<li class="proposal">
      <div class="head">
        <h3>${title}</h3>
        <span class="nums">${fileSize(bytes)}</span>
      </div>
      <p class="why">${why} ${then}</p>
      <details>
        <summary>Which</summary>
        <ul class="examples">
          ${examples.map(
            (one) =>
              html`<li>
                <a class="link" href=${storyHref(one.id)} dir="auto">${one.title}</a>
                <span class="meta nums">${fileSize(one.size.total)}</span>
              </li>`,
          )}
          ${
            proposal.articles > examples.length
              ? html`<li class="meta">
                  and ${(proposal.articles - examples.length).toLocaleString('en-GB')} more, smaller
                </li>`
              : nothing
          }
        </ul>
      </details>
      <p class="acts">
        ${
          this.asked === kind
            ? html`<button
                  class=${isReversible ? 'button button--main' : 'button act--danger'}
                  ?disabled=${this.isBusy}
                  @click=${() => void this.#clean(kind)}
                >
                  ${act}
                </button>
                <button class="button button--quiet" @click=${() => (this.asked = null)}>Keep everything</button>`
            : html`<button
                class="button button--small"
                aria-label="${act}: ${title}"
                @click=${() => (this.asked = kind)}
              >
                ${act}…
              </button>`
        }
      </p>
    </li>`;
  }

  async #clean(kind: ProposalKind): Promise<void> {
    const { client } = this;
    this.isBusy = true;
    try {
      const { articles, bytes, undo } = await client['storage.clean']({ kinds: [kind] });
      this.asked = null;
      const message = cleanedWords(articles, bytes, undo !== null);
      if (undo === null) fire(this, 'lectern-toast', { message });
      else sayDone(this, message, () => client['library.undo']({ undo }));
    } catch (error) {
      fire(this, 'lectern-toast', { message: messageOf(error) });
    } finally {
      this.isBusy = false;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-cleaner': LecternCleaner;
  }
}

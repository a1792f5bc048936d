import { consume } from '@lit/context';
import { Task, TaskStatus } from '@lit/task';
import { LitElement, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Client } from '../../../../main/contract/client.ts';
import { opinionLimit } from '../../../../main/contract/methods.ts';
import { clientContext } from '../../../api/api-context.ts';
import '../../../lib/icons/lectern-icon.ts';
import { messageOf } from '../../../lib/message-of.ts';
import { RevisionController } from '../../../state/revision-controller.ts';
import { base } from '../../../styles/base.styles.ts';
import { AnswerController } from './answer-controller.ts';
import { countText, reasonsFor, type Verdict } from './answer.ts';
import { recommendStyles } from './recommend.styles.ts';

/**
 * "Would you recommend this article?" Yes or no is enough; a reason and an opinion are welcome. The answer stays on this
 * device and can be changed and withdrawn whenever the story is opened again.
 */
@customElement('lectern-recommend')
export class LecternRecommend extends LitElement {
  static override styles = [base, recommendStyles];

  @property() articleId = '';

  /** Asked again, although there is an answer. */
  @state() private changing = false;
  @consume({ context: clientContext }) private readonly client!: Client;

  readonly #answer = new AnswerController(this, () => this.articleId);
  readonly #revision = new RevisionController(this, { only: () => this.articleId });
  readonly #kept = new Task(this, {
    args: () => [this.articleId, this.#revision.value] as const,
    task: async ([id]) => (await this.client['recommendations.get']({ id })).recommendation,
    onComplete: (kept) => this.#answer.adopt(kept),
    onError: (error) => (this.#answer.failure = messageOf(error)),
  });
  #focusNext = '';

  /** To the question, or to its answer; as soon as it is known which, if that takes a moment. */
  override focus(): void {
    this.#focusNext = 'button';
    this.scrollIntoView({ block: 'center' });
    this.requestUpdate();
  }

  override updated(): void {
    if (this.#focusNext === '') return;
    const target = this.renderRoot.querySelector<HTMLElement>(this.#focusNext);
    if (target === null) return;
    target.focus({ preventScroll: true });
    this.#focusNext = '';
  }

  override render(): unknown {
    const { answer } = this.#answer;
    const asking = answer === null || this.changing;
    // The answer is in the store: until it is known the question keeps its place, so that nothing moves.
    if (this.#kept.value === undefined && this.#kept.status !== TaskStatus.ERROR) {
      return html`<div class="ask ask--waiting" aria-busy="true"></div>`;
    }
    return html`<section class=${asking ? 'ask' : 'ask ask--done'} aria-labelledby="question">
      ${asking ? this.#question(answer?.verdict ?? null) : this.#thanks(answer.verdict)} ${this.#failure()}
    </section>`;
  }

  #question(verdict: Verdict | null): unknown {
    const choice = (value: Verdict, label: string, icon: 'thumbs-up' | 'thumbs-down') =>
      html`<button
        class="button"
        aria-pressed=${verdict === null ? nothing : verdict === value ? 'true' : 'false'}
        @click=${() => this.#choose(value)}
      >
        <lectern-icon name=${icon}></lectern-icon>${label}
      </button>`;
    return html`<h2 class="question" id="question">Would you recommend this article?</h2>
      <div class="acts">
        ${choice('yes', 'Yes', 'thumbs-up')}${choice('no', 'No', 'thumbs-down')}${
          verdict === null
            ? nothing
            : html`<button class="button button--quiet" @click=${this.#leaveAsIs}>Leave it</button>`
        }
      </div>
      <p class="small">Stays on this device.</p>`;
  }

  #thanks(verdict: Verdict): unknown {
    return html`<div class="thanks">
        <h2 class="question" id="question" tabindex="-1">Thank you. You said <b>${verdict}</b>.</h2>
        <span class="links">
          <button class="link" @click=${this.#change}>Change</button>
          <button class="link" @click=${this.#withdraw}>Withdraw</button>
        </span>
      </div>
      ${this.#reasons(verdict)} ${this.#opinion()}`;
  }

  #reasons(verdict: Verdict): unknown {
    const chosen = this.#answer.answer?.reasons ?? [];
    return html`<fieldset class="why">
      <legend>${verdict === 'yes' ? 'What was good about it?' : 'What was wrong with it?'}</legend>
      <ul class="chips">
        ${reasonsFor(verdict).map(({ reason, label }) => {
          const isOn = chosen.includes(reason);
          return html`<li>
            <button
              class=${isOn ? 'chip chip--on' : 'chip'}
              aria-pressed=${isOn ? 'true' : 'false'}
              @click=${() => this.#answer.toggle(reason)}
            >
              ${isOn ? html`<lectern-icon name="check"></lectern-icon>` : nothing}${label}
            </button>
          </li>`;
        })}
      </ul>
    </fieldset>`;
  }

  #opinion(): unknown {
    return html`<label class="field">
        <span class="field__label">Your opinion, if you have a minute</span>
        <textarea
          rows="3"
          maxlength=${opinionLimit}
          .value=${this.#answer.draft}
          aria-describedby="room"
          @input=${this.#typed}
        ></textarea>
      </label>
      <div class="acts">
        <button class="button button--main" ?disabled=${!this.#answer.isUnsaved} @click=${this.#save}>
          Save opinion
        </button>
        <span class="small nums" id="room">${countText(this.#answer.draft.length, opinionLimit)}</span>
        <span class="small" role="status">${this.#state()}</span>
      </div>`;
  }

  #state(): unknown {
    if (this.#answer.isUnsaved) return 'Not saved yet';
    if (this.#answer.pending > 0) return 'Saving…';
    return html`<span class="saved"><lectern-icon name="circle-check"></lectern-icon>Kept on this device</span>`;
  }

  #failure(): unknown {
    if (this.#answer.failure === '') return nothing;
    return html`<p class="failed" role="alert">${this.#answer.failure}</p>`;
  }

  #choose(verdict: Verdict): void {
    this.changing = false;
    this.#focusNext = '#question';
    this.#answer.choose(verdict);
  }

  #change(): void {
    this.changing = true;
    this.#focusNext = '[aria-pressed="true"]';
  }

  #leaveAsIs(): void {
    this.changing = false;
    this.#focusNext = '#question';
  }

  #withdraw(): void {
    this.changing = false;
    this.#focusNext = 'button';
    this.#answer.withdraw();
  }

  #typed(event: InputEvent): void {
    if (event.target instanceof HTMLTextAreaElement) this.#answer.write(event.target.value);
  }

  #save(): void {
    this.#focusNext = 'textarea';
    this.#answer.saveOpinion();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-recommend': LecternRecommend;
  }
}

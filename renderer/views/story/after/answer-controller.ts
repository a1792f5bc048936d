/**
 * The reader's answer about one article and its way into the store: shown at once, written in order, taken back with a
 * reason if it could not be kept. An opinion being written is the reader's until they save it; what they leave unsaved
 * is saved for them.
 */
import { ContextConsumer } from '@lit/context';
import type { LitElement, ReactiveController } from 'lit';
import type { Client } from '../../../../main/contract/client.ts';
import type { Recommendation } from '../../../../main/contract/entities.ts';
import { clientContext } from '../../../api/api-context.ts';
import { messageOf } from '../../../lib/message-of.ts';
import { fittingReasons, toggled, type Reason, type Verdict } from './answer.ts';

type Answer = Pick<Recommendation, 'verdict' | 'reasons' | 'opinion' | 'updatedAt'>;

export class AnswerController implements ReactiveController {
  /** Null as long as there is no answer. */
  answer: Answer | null = null;
  /** What stands in the field. */
  draft = '';
  /** Why the last change was not kept; empty if it was. */
  failure = '';
  /** Writes that are on their way. */
  pending = 0;
  readonly #host: LitElement;
  readonly #articleId: () => string;
  readonly #client: ContextConsumer<typeof clientContext, LitElement>;
  #queue: Promise<void> = Promise.resolve();

  constructor(host: LitElement, articleId: () => string) {
    this.#host = host;
    this.#articleId = articleId;
    this.#client = new ContextConsumer(host, { context: clientContext });
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('pagehide', this.#leave);
  }

  hostDisconnected(): void {
    window.removeEventListener('pagehide', this.#leave);
    this.saveOpinion();
  }

  get isUnsaved(): boolean {
    return this.answer !== null && this.draft.trim() !== this.answer.opinion;
  }

  /** What the store holds. Never overwrites an opinion that is being written. */
  adopt(kept: Recommendation | null): void {
    if (this.pending > 0) return;
    if (!this.isUnsaved) this.draft = kept?.opinion ?? '';
    this.answer = kept;
  }

  choose(verdict: Verdict): void {
    const { reasons = [], opinion = '' } = this.answer ?? {};
    this.#write({ verdict, reasons: fittingReasons(reasons, verdict), opinion });
  }

  toggle(reason: Reason): void {
    if (this.answer !== null) this.#write({ ...this.answer, reasons: toggled(this.answer.reasons, reason) });
  }

  write(text: string): void {
    this.draft = text;
    this.#host.requestUpdate();
  }

  saveOpinion(): void {
    if (this.answer !== null && this.isUnsaved) this.#write({ ...this.answer, opinion: this.draft.trim() });
  }

  withdraw(): void {
    const before = this.answer;
    this.answer = null;
    this.draft = '';
    this.#enqueue(
      async (id, client) => {
        await client['recommendations.withdraw']({ id });
      },
      () => {
        this.answer = before;
        this.draft = before?.opinion ?? '';
      },
    );
  }

  readonly #leave = (): void => this.saveOpinion();

  #write({ verdict, reasons, opinion }: Omit<Answer, 'updatedAt'>): void {
    const before = this.answer;
    this.answer = { verdict, reasons, opinion, updatedAt: new Date().toISOString() };
    this.#enqueue(
      async (id, client) => {
        const kept = await client['recommendations.set']({ id, verdict, reasons, opinion });
        if (this.pending === 1) this.answer = kept;
      },
      () => {
        this.answer = before;
      },
    );
  }

  /** One after the other, so that the last word is the last one kept. */
  #enqueue(work: (id: string, client: Client) => Promise<void>, undo: () => void): void {
    const id = this.#articleId();
    const client = this.#client.value;
    if (client === undefined) return;
    this.pending += 1;
    this.failure = '';
    this.#queue = this.#queue
      .then(() => work(id, client))
      .catch((error: unknown) => {
        undo();
        this.failure = messageOf(error);
      })
      .finally(() => {
        this.pending -= 1;
        this.#host.requestUpdate();
      });
    this.#host.requestUpdate();
  }
}

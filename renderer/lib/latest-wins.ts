/**
 * Asks one question at a time. While one is under way, only the newest of those that came meanwhile waits; the others are
 * never asked. Answers therefore come in the order of their questions, and typing never queues.
 */
export interface LatestWinsOptions<Question, Answer> {
  readonly ask: (question: Question) => Promise<Answer>;
  readonly answered: (question: Question, answer: Answer) => void;
  readonly failed: (question: Question, error: unknown) => void;
}

export class LatestWins<Question, Answer> {
  readonly #options: LatestWinsOptions<Question, Answer>;
  #waiting: { readonly question: Question } | null = null;
  #isUnderWay = false;
  /** Rises when what is under way is no longer wanted. */
  #era = 0;

  constructor(options: LatestWinsOptions<Question, Answer>) {
    this.#options = options;
  }

  /** Whether an answer is still to come. */
  get isBusy(): boolean {
    return this.#isUnderWay || this.#waiting !== null;
  }

  ask(question: Question): void {
    this.#waiting = { question };
    if (!this.#isUnderWay) void this.#next();
  }

  /** Nothing that was asked is wanted any more: what waits is not asked, what is under way is not told. */
  drop(): void {
    this.#waiting = null;
    this.#era += 1;
  }

  async #next(): Promise<void> {
    const { ask, answered, failed } = this.#options;
    for (let next = this.#waiting; next !== null; next = this.#waiting) {
      const { question } = next;
      const era = this.#era;
      this.#waiting = null;
      this.#isUnderWay = true;
      const outcome = await settle(ask(question));
      this.#isUnderWay = false;
      if (era !== this.#era) continue;
      if ('answer' in outcome) answered(question, outcome.answer);
      else failed(question, outcome.error);
      // Whoever was told may have asked the next thing already, and with it taken over.
      if (this.#isUnderWay as boolean) return; // an assertion, since the compiler does not see the call change it
    }
  }
}

async function settle<Answer>(asked: Promise<Answer>): Promise<{ answer: Answer } | { error: unknown }> {
  try {
    return { answer: await asked };
  } catch (error) {
    return { error };
  }
}

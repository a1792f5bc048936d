/**
 * What is searched for and what was found. One call at a time, the newest question next, so that typing never queues and
 * no answer ever gives way to an older one. Facets cost a walk over all hits, so they are asked for once typing rests.
 */
import { ContextConsumer } from '@lit/context';
import type { LitElement, ReactiveController } from 'lit';
import type { Client } from '../../../main/contract/client.ts';
import type { EventName } from '../../../main/contract/events.ts';
import type { Facet, SearchHit, SearchOrder, SearchResult } from '../../../main/contract/search-entities.ts';
import { clientContext, eventsContext } from '../../api/api-context.ts';
import { LatestWins } from '../../lib/latest-wins.ts';

export interface Question {
  /** Never empty. */
  readonly query: string;
  readonly order: SearchOrder;
  /** Unknown words are taken at their word. */
  readonly exactly: boolean;
}

export interface Answer {
  readonly question: Question;
  readonly result: SearchResult;
}

interface Asked {
  readonly question: Question;
  /** How many hits show already; 0 asks anew. */
  readonly offset: number;
  readonly limit: number;
}

type Told = (answer: Answer, isNew: boolean) => void;

const pageSize = 20;
const mostAtOnce = 100;
/** Longer than between two letters: the walk over all hits is not to stand in the way of the next one. */
const rest = 350;
/** A burst of changes in the core is waited out. */
const settle = 250;
const changes: readonly EventName[] = [
  'marks.changed',
  'library.changed',
  'collection.changed',
  'index.changed',
  'core.restarted',
];

export class SearchController implements ReactiveController {
  answer: Answer | null = null;
  /** Null once there is an answer again. */
  error: unknown = null;
  facets: readonly Facet[] = [];
  readonly #host: LitElement;
  readonly #told: Told;
  readonly #client: ContextConsumer<typeof clientContext, LitElement>;
  readonly #events: ContextConsumer<typeof eventsContext, LitElement>;
  readonly #find: LatestWins<Asked, SearchResult>;
  readonly #facets: LatestWins<Question, SearchResult>;
  #question: Question | null = null;
  #facetTimer: ReturnType<typeof setTimeout> | undefined;
  #changeTimer: ReturnType<typeof setTimeout> | undefined;
  #release: (() => void) | null = null;

  /** `told` hears of each answer before it shows; `isNew` if it answers another question than the one before. */
  constructor(host: LitElement, told: Told) {
    this.#host = host;
    this.#told = told;
    this.#client = new ContextConsumer(host, { context: clientContext });
    this.#events = new ContextConsumer(host, { context: eventsContext, callback: () => this.#listen() });
    this.#find = new LatestWins({
      ask: ({ question, offset, limit }) => this.#call()['search.find']({ ...question, offset, limit }),
      answered: (asked, result) => this.#answered(asked, result),
      failed: ({ question }, error) => this.#failed(question, error),
    });
    this.#facets = new LatestWins({
      ask: (question) => this.#call()['search.find']({ ...question, limit: 1, facets: true }),
      answered: (_, { facets }) => this.#show(() => (this.facets = facets)),
      // Without counts the filters rest; what is wrong is said by the search itself.
      failed: () => undefined,
    });
    host.addController(this);
  }

  hostConnected(): void {
    this.#listen();
  }

  hostDisconnected(): void {
    clearTimeout(this.#facetTimer);
    clearTimeout(this.#changeTimer);
    this.#find.drop();
    this.#facets.drop();
    this.#release?.();
    this.#release = null;
  }

  get isWaiting(): boolean {
    return this.#find.isBusy;
  }

  get hits(): readonly SearchHit[] {
    return this.answer?.result.hits ?? [];
  }

  /** Null for nothing to search for: what shows is taken away at once. */
  ask(question: Question | null): void {
    if (isSame(question, this.#question)) return;
    this.#question = question;
    clearTimeout(this.#facetTimer);
    if (question === null) {
      this.#find.drop();
      this.#facets.drop();
      this.#show(() => {
        this.answer = null;
        this.error = null;
        this.facets = [];
      });
      return;
    }
    this.#find.ask({ question, offset: 0, limit: pageSize });
    this.#host.requestUpdate();
  }

  /** The same once more: after a failure, or because something changed. */
  again(): void {
    const question = this.#question;
    if (question === null) return;
    const shown = isSame(question, this.answer?.question ?? null) ? this.hits.length : 0;
    this.#find.ask({ question, offset: 0, limit: Math.min(mostAtOnce, Math.max(pageSize, shown)) });
    this.#host.requestUpdate();
  }

  /** The next hits after those that show. */
  more(): void {
    const { answer } = this;
    if (answer === null || this.isWaiting || answer.result.hits.length >= answer.result.total) return;
    this.#find.ask({ question: answer.question, offset: answer.result.hits.length, limit: pageSize * 2 });
  }

  #call(): Client {
    const client = this.#client.value;
    if (client === undefined) throw new Error('The search page stands outside the window that provides its client.');
    return client;
  }

  #answered({ question, offset }: Asked, result: SearchResult): void {
    const before = this.answer;
    const isSameQuestion = isSame(question, before?.question ?? null);
    if (offset > 0 && (!isSameQuestion || before?.result.hits.length !== offset)) return;
    const hits = offset === 0 ? result.hits : joined(before?.result.hits ?? [], result.hits);
    this.answer = {
      question,
      result: { ...result, hits, total: Math.max(result.total, offset > 0 ? hits.length : 0) },
    };
    this.error = null;
    this.#told(this.answer, !isSameQuestion);
    this.#host.requestUpdate();
    if (offset > 0) return;
    clearTimeout(this.#facetTimer);
    this.#facetTimer = setTimeout(() => this.#facets.ask(question), rest);
  }

  /** A failure is newer than what shows, and takes its place; but for more of the same, which can be asked for again. */
  #failed(question: Question, error: unknown): void {
    if (isSame(question, this.answer?.question ?? null)) return;
    this.#show(() => {
      this.error = error;
      this.answer = null;
      this.facets = [];
    });
  }

  #show(change: () => void): void {
    change();
    this.#host.requestUpdate();
  }

  #listen(): void {
    this.#release?.();
    this.#release =
      this.#events.value?.(({ event }) => {
        if (!changes.includes(event)) return;
        clearTimeout(this.#changeTimer);
        this.#changeTimer = setTimeout(() => this.again(), settle);
      }) ?? null;
  }
}

function isSame(a: Question | null, b: Question | null): boolean {
  if (a === null || b === null) return a === b;
  return a.query === b.query && a.order === b.order && a.exactly === b.exactly;
}

/** An article that moved between two pages while one read shows once. */
function joined(first: readonly SearchHit[], second: readonly SearchHit[]): SearchHit[] {
  const ids = new Set(first.map(({ article }) => article.id));
  return [...first, ...second.filter(({ article }) => !ids.has(article.id))];
}

/**
 * What is found in the story that shows: the places that a search led to, and in their stead what the reader looks for in
 * this story alone. Marks them once the page is laid out, and goes from one to the next.
 */
import { ContextConsumer } from '@lit/context';
import type { LitElement, ReactiveController } from 'lit';
import type { Passage } from '../../../main/contract/search-entities.ts';
import { clientContext } from '../../api/api-context.ts';
import { fire } from '../../lib/fire.ts';
import { LatestWins } from '../../lib/latest-wins.ts';
import { messageOf } from '../../lib/message-of.ts';
import { findQueries } from './find-query.ts';
import { PlacesController, type FirstPlace, type PlacesPane } from './places-controller.ts';

interface Story {
  readonly id: string;
  /** What was searched for; empty if nothing was. */
  readonly query: string;
  readonly block: number | null;
}

interface Asked {
  readonly id: string;
  /** Tried in order until one finds something. */
  readonly queries: readonly string[];
  /** Without mending typing errors. */
  readonly exactly: boolean;
}

interface Options {
  readonly story: () => Story;
  /** A jump moved the page. */
  readonly jumped: () => void;
}

export class StoryFinder implements ReactiveController {
  readonly places: PlacesController;
  /** Whether the reader looks for something in this story alone. */
  isFinding = false;
  typed = '';
  readonly #host: LitElement;
  readonly #options: Options;
  readonly #client: ContextConsumer<typeof clientContext, LitElement>;
  readonly #led: LatestWins<Asked, readonly Passage[]>;
  readonly #finds: LatestWins<Asked, readonly Passage[]>;
  #pane: PlacesPane | null = null;
  #askedFor = '';
  #passages: readonly Passage[] | null = null;
  /** What a search led to was asked for once more. */
  #isSecond = false;

  constructor(host: LitElement, options: Options) {
    this.#host = host;
    this.#options = options;
    this.places = new PlacesController(host);
    this.#client = new ContextConsumer(host, { context: clientContext });
    const ask = (asked: Asked) => this.#ask(asked);
    const failed = (_: Asked, error: unknown) => fire(host, 'lectern-toast', { message: messageOf(error) });
    this.#led = new LatestWins<Asked, readonly Passage[]>({
      ask,
      failed,
      answered: ({ id, queries }, passages) => {
        if (`${id} ${queries.join()}` !== this.#askedFor) return;
        this.#passages = passages;
        const isSecond = this.#isSecond;
        this.#isSecond = false;
        if (!isSecond) this.#markLed();
        else if (!this.isFinding) this.#mark(passages, 'in-sight', false, false);
      },
    });
    this.#finds = new LatestWins<Asked, readonly Passage[]>({
      ask,
      failed,
      answered: (_, passages) => this.#mark(passages, 'in-sight', true),
    });
    host.addController(this);
  }

  /** What a search led to is asked for with the story's address. */
  hostUpdate(): void {
    const { id, query } = this.#options.story();
    const key = `${id} ${query}`;
    if (key === this.#askedFor) return;
    this.#askedFor = key;
    this.#isSecond = false;
    this.#passages = null;
    this.#led.drop();
    if (query !== '') this.#led.ask({ id, queries: [query], exactly: false });
    else if (!this.isFinding) this.places.clear();
  }

  hostDisconnected(): void {
    this.forget();
    this.#askedFor = '';
  }

  /** Whether the places that a search led to are known and marked. */
  get isLed(): boolean {
    return this.#options.story().query !== '' && this.#passages !== null && this.#pane !== null;
  }

  /** Whether the story's page is laid out. */
  get isShown(): boolean {
    return this.#pane !== null;
  }

  /** The page is laid out, so that places in it can be marked and gone to. */
  show(pane: PlacesPane): void {
    this.#pane = pane;
    this.#markLed();
  }

  /** The story's text is another: what is looked for is looked for anew, and the page stays where it is. */
  again(): void {
    const { id, query } = this.#options.story();
    this.#isSecond = query !== '';
    if (query !== '') this.#led.ask({ id, queries: [query], exactly: false });
    if (this.isFinding) this.type(this.typed);
  }

  /** Another story comes, or none. */
  forget(): void {
    this.#pane = null;
    this.isFinding = false;
    this.typed = '';
    this.#finds.drop();
    this.places.clear();
  }

  /** With words to begin with, such as those selected; without, those looked for last. */
  open(words: string): void {
    this.isFinding = true;
    this.#host.requestUpdate();
    this.type(words === '' ? this.typed : words);
  }

  type(text: string): void {
    this.typed = text;
    const queries = findQueries(text);
    if (queries.length > 0) this.#finds.ask({ id: this.#options.story().id, queries, exactly: true });
    else {
      this.#finds.drop();
      this.places.clear();
    }
  }

  /** Back to what a search led to, if one did; the page stays where it is. */
  close(): void {
    this.isFinding = false;
    this.#finds.drop();
    this.places.clear();
    if (this.#passages !== null) this.#mark(this.#passages, 'in-sight', false, false);
  }

  step(by: 1 | -1): void {
    this.places.step(by);
    this.#options.jumped();
  }

  async #ask({ id, queries, exactly }: Asked): Promise<readonly Passage[]> {
    let found: readonly Passage[] = [];
    for (const query of queries) {
      found = (await this.#client.value?.['search.places']({ id, query, exactly }))?.blocks ?? [];
      if (found.length > 0) break;
    }
    return found;
  }

  #markLed(): void {
    if (this.#passages === null || this.isFinding) return;
    this.#mark(this.#passages, { block: this.#options.story().block }, false);
  }

  #mark(passages: readonly Passage[], first: FirstPlace, each: boolean, reveals = true): void {
    this.#host.requestUpdate();
    if (this.#pane === null) return;
    this.places.mark(passages, this.#pane, first, each);
    if (!reveals) return;
    this.places.reveal(each);
    this.#options.jumped();
  }
}

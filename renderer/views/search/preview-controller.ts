/**
 * The places of the chosen story, for its preview; the newest choice wins. Of another choice among the same hits they are
 * asked for after the list has been painted, of another question when typing rests.
 */
import { ContextConsumer } from '@lit/context';
import type { LitElement, ReactiveController } from 'lit';
import type { Passage, SearchHit } from '../../../main/contract/search-entities.ts';
import { clientContext } from '../../api/api-context.ts';
import { LatestWins } from '../../lib/latest-wins.ts';
import { typingRest } from './typing-rest.ts';

interface Choice {
  readonly hit: SearchHit;
  readonly query: string;
}

interface Shown extends Choice {
  readonly places: readonly Passage[];
  readonly blockCount: number;
  /** Why the places could not be had; null if they could. */
  readonly error: unknown;
}

export class PreviewController implements ReactiveController {
  /** What shows; of an older choice until the places of the newest are there. */
  shown: Shown | null = null;
  /** The current place of what shows, from 0. */
  place = 0;
  readonly #host: LitElement;
  readonly #client: ContextConsumer<typeof clientContext, LitElement>;
  readonly #runner: LatestWins<Choice, Pick<Shown, 'places' | 'blockCount'>>;
  #wanted: Choice | null = null;
  #frame = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #stepsToCome = 0;

  constructor(host: LitElement) {
    this.#host = host;
    this.#client = new ContextConsumer(host, { context: clientContext });
    this.#runner = new LatestWins<Choice, Pick<Shown, 'places' | 'blockCount'>>({
      ask: async ({ hit, query }) => {
        const found = await this.#client.value?.['search.places']({ id: hit.article.id, query });
        return { places: found?.blocks ?? [], blockCount: found?.blockCount ?? 0 };
      },
      answered: (choice, found) => this.#show({ ...choice, ...found, error: null }),
      failed: (choice, error) => this.#show({ ...choice, places: [], blockCount: 0, error }),
    });
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#waitNoMore();
    this.#runner.drop();
  }

  /** Null for no choice. */
  show(hit: SearchHit | null, query: string): void {
    const before = this.#wanted;
    if (before === null ? hit === null : before.hit === hit && before.query === query) return;
    this.#waitNoMore();
    // The same article in a newer answer is the same choice.
    if (hit === null || !isSame({ hit, query }, before)) this.#stepsToCome = 0;
    if (hit === null) {
      this.#wanted = null;
      this.#runner.drop();
      this.shown = null;
      return;
    }
    const choice = { hit, query };
    this.#wanted = choice;
    if (before !== null && before.query !== query) {
      this.#timer = setTimeout(() => this.#runner.ask(choice), typingRest);
      return;
    }
    // The second frame begins when the first, with the list in it, has been handed over.
    this.#frame = requestAnimationFrame(() => {
      this.#frame = requestAnimationFrame(() => this.#runner.ask(choice));
    });
  }

  #waitNoMore(): void {
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#timer);
  }

  /** On, or back, and round; in the newest choice, also while its places are still to come. */
  step(by: number): void {
    if (this.shown === null || !isSame(this.shown, this.#wanted)) {
      this.#stepsToCome += by;
      return;
    }
    const count = this.shown.places.length;
    if (count === 0) return;
    this.place = (((this.place + by) % count) + count) % count;
    this.#host.requestUpdate();
  }

  /** The block of `hit` to open at: the current place, where its places are known. */
  blockOf(hit: SearchHit): number {
    const { shown } = this;
    const isShown = shown?.hit.article.id === hit.article.id && isSame(shown, this.#wanted);
    return (isShown ? shown.places[this.place]?.block : undefined) ?? hit.passage.block;
  }

  #show(shown: Shown): void {
    const before = this.shown;
    const isAnother = before === null || !isSame(before, shown);
    this.shown = shown;
    const best = shown.places.findIndex(({ block }) => block === shown.hit.passage.block);
    if (isAnother) this.place = Math.max(0, best);
    this.#host.requestUpdate();
    const steps = this.#stepsToCome;
    if (steps === 0 || !isSame(shown, this.#wanted)) return;
    this.#stepsToCome = 0;
    this.step(steps);
  }
}

function isSame(shown: Choice, wanted: Choice | null): boolean {
  return wanted !== null && shown.hit.article.id === wanted.hit.article.id && shown.query === wanted.query;
}

/**
 * What could stand where the caret is. Values of a field open by themselves once its colon is typed; anything else is
 * only hinted at in the field, and opens on demand, so that the results stay in sight. Enter is never taken unless an
 * entry was chosen with the arrows.
 */
import { ContextConsumer } from '@lit/context';
import type { LitElement, ReactiveController } from 'lit';
import type { Completion } from '../../../main/contract/search-entities.ts';
import { clientContext } from '../../api/api-context.ts';
import { LatestWins } from '../../lib/latest-wins.ts';
import { typingRest } from './typing-rest.ts';

interface Asked {
  readonly query: string;
  readonly caret: number;
}

const most = 8;
/** With fewer letters a hint says nothing that was not about to be typed. */
const shortest = 2;

export class CompletionController implements ReactiveController {
  items: readonly Completion[] = [];
  /** The entry chosen with the arrows; -1 for none. */
  chosen = -1;
  isOpen = false;
  readonly #host: LitElement;
  readonly #client: ContextConsumer<typeof clientContext, LitElement>;
  readonly #runner: LatestWins<Asked & { readonly onDemand: boolean }, readonly Completion[]>;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: LitElement) {
    this.#host = host;
    this.#client = new ContextConsumer(host, { context: clientContext });
    this.#runner = new LatestWins<Asked & { readonly onDemand: boolean }, readonly Completion[]>({
      ask: async ({ query, caret }) => (await this.#client.value?.['search.complete']({ query, caret }))?.items ?? [],
      answered: ({ query, onDemand }, found) => {
        // What stands there already completes nothing.
        const items = found.filter(({ insert, from, to }) => insert.trim() !== query.slice(from, to).trim());
        this.items = items.slice(0, most);
        this.chosen = -1;
        this.isOpen = items.length > 0 && (onDemand || items.every(({ kind }) => kind === 'value'));
        this.#host.requestUpdate();
      },
      // Completions are a courtesy: the search itself says what is wrong.
      failed: () => this.close(),
    });
    host.addController(this);
  }

  hostDisconnected(): void {
    this.close();
  }

  /** The first completion, where it goes on with what was typed, also since it came, and can be taken with Tab. */
  hint(query: string, caret: number): Completion | null {
    const [first] = this.items;
    if (this.isOpen || first === undefined || caret !== query.length || first.to > caret) return null;
    const typed = query.slice(first.from);
    const goesOn = typed.length >= shortest && first.insert.toLowerCase().startsWith(typed.toLowerCase());
    return goesOn && first.insert.trim().length > typed.length ? { ...first, to: caret } : null;
  }

  /** Something was typed, and is completed when typing rests; with `onDemand` the reader wants to see what there is. */
  ask(query: string, caret: number, onDemand = false): void {
    this.chosen = -1;
    clearTimeout(this.#timer);
    if (query.trim() === '' && !onDemand) {
      this.close();
      return;
    }
    const asked = { query, caret: Math.min(caret, query.length), onDemand };
    if (onDemand) this.#runner.ask(asked);
    else this.#timer = setTimeout(() => this.#runner.ask(asked), typingRest);
  }

  /** Round through the entries and past them to none. */
  move(by: 1 | -1): void {
    const count = this.items.length + 1;
    this.chosen = ((this.chosen + 1 + by + count) % count) - 1;
    this.#host.requestUpdate();
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#runner.drop();
    this.items = [];
    this.chosen = -1;
    this.isOpen = false;
    this.#host.requestUpdate();
  }
}

/** The query with a completion in its place, and where the caret stands then. What was typed since it came goes with it. */
export function completed(
  query: string,
  caret: number,
  { insert, from, to }: Completion,
): { readonly query: string; readonly caret: number } {
  const rest = query.slice(Math.max(to, caret));
  const glued = insert.endsWith(' ') ? rest.trimStart() : rest;
  return { query: `${query.slice(0, from)}${insert}${glued}`, caret: from + insert.length };
}

import { ContextConsumer } from '@lit/context';
import type { LitElement } from 'lit';
import type { Article } from '../../../main/contract/entities.ts';
import { isAct, moving, toggleOf, type ActId, type Toggle } from '../../lib/library-acts.ts';
import type { CommandRegistry } from '../../state/command-registry.ts';
import { CommandsController } from '../../state/commands-controller.ts';
import { organiserContext } from '../../state/contexts.ts';

interface Options {
  /** The one that is open. */
  readonly article: () => Article | null;
  readonly commands: () => CommandRegistry;
}

/** What can be done to an open article of the reader's own. What is put away makes room for the next one. */
export class OwnArticle {
  readonly #options: Options;
  readonly #organiser: ContextConsumer<typeof organiserContext, LitElement>;

  constructor(host: LitElement, options: Options) {
    this.#options = options;
    this.#organiser = new ContextConsumer(host, { context: organiserContext });
    const handlers = {
      'library.archive': () => this.#toggle('archive'),
      'library.favourite': () => this.#toggle('favourite'),
      'library.read': () => this.#toggle('read'),
      'library.trash': () => this.#toggle('trash'),
      'library.tag': () => void this.choose('tags'),
      'library.shelve': () => void this.choose('shelf'),
    };
    new CommandsController(host, handlers, { only: () => this.#own !== null });
  }

  get #own(): Article | null {
    const article = this.#options.article();
    return article?.source === 'library' ? article : null;
  }

  /** Whether an entry of the menu was one of these. */
  choose(id: string): boolean {
    if (!isAct(id)) return false;
    void this.#act(id);
    return true;
  }

  #toggle(toggle: Toggle): void {
    if (this.#own !== null) void this.#act(toggleOf(toggle, this.#own));
  }

  async #act(id: ActId): Promise<void> {
    const article = this.#own;
    const organiser = this.#organiser.value;
    if (article === null || organiser === undefined) return;
    const isDone = await organiser.act(id, {
      selection: { ids: [article.id] },
      count: 1,
      from: null,
      tags: [article.tags],
    });
    const isPutAway = id !== 'restore' && id !== 'inbox' && moving.has(id);
    if (isDone && isPutAway && this.#own?.id === article.id) this.#options.commands().run('story.next');
  }
}

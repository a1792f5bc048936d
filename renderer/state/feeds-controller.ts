import { ContextProvider } from '@lit/context';
import type { LitElement, ReactiveController } from 'lit';
import type { EventName } from '../../main/contract/events.ts';
import type { Connection } from '../api/connect.ts';
import { calmly } from '../lib/calmly.ts';
import { LatestWins } from '../lib/latest-wins.ts';
import { feedsContext, noFeeds, type FollowedFeeds } from './contexts.ts';

/** Between two questions, in milliseconds: a refresh says several times a second that it is further. */
const calm = 500;
const changes: readonly EventName[] = [
  'feeds.changed',
  'library.changed',
  'links.changed',
  'marks.changed',
  'settings.changed',
  'core.restarted',
];

/** Keeps the feeds of the whole window current and provides them. */
export class FeedsController implements ReactiveController {
  readonly #connection: () => Connection;
  readonly #provider: ContextProvider<typeof feedsContext, LitElement>;
  readonly #list = new LatestWins<null, FollowedFeeds>({
    ask: () => this.#connection().client['feeds.list']({}),
    answered: (_, feeds) => this.#provider.setValue(feeds),
    // What is wrong with the core is said where the reader works.
    failed: () => undefined,
  });
  readonly #again = calmly(() => this.#list.ask(null), calm);
  #release: (() => void) | null = null;

  constructor(host: LitElement, connection: () => Connection) {
    this.#connection = connection;
    this.#provider = new ContextProvider(host, { context: feedsContext, initialValue: noFeeds });
    host.addController(this);
  }

  hostConnected(): void {
    this.#list.ask(null);
    this.#release = this.#connection().subscribe(({ event }) => {
      if (changes.includes(event)) this.#again.call();
    });
  }

  hostDisconnected(): void {
    this.#again.stop();
    this.#list.drop();
    this.#release?.();
    this.#release = null;
  }
}

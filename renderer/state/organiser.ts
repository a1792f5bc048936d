/**
 * The one way from the window to a change of the reader's own articles: does it, says so with a way back, and remembers
 * what can be taken back. What went wrong is said too; nothing is ever thrown at the caller.
 */
import type { Client } from '../../main/contract/client.ts';
import type { ChangeOutcome, LibraryChange, Selection } from '../../main/contract/organise-entities.ts';
import { changeWords } from '../lib/change-words.ts';
import { count } from '../lib/counts.ts';
import type { OrganiseRequest, ToastAction } from '../lib/fire.ts';
import { acts, type ActId } from '../lib/library-acts.ts';
import { messageOf } from '../lib/message-of.ts';

interface Voice {
  readonly say: (message: string, action?: ToastAction) => void;
  /** Opens the dialog that asks how. */
  readonly ask: (request: OrganiseRequest) => void;
}

/** What is to be done something to. */
export type Subject = Omit<OrganiseRequest, 'what'>;

/** As many as the core keeps. */
const mostKept = 100;

export class Organiser {
  readonly #client: () => Client;
  readonly #voice: Voice;
  /** Oldest first. */
  readonly #undos: string[] = [];

  constructor(client: () => Client, voice: Voice) {
    this.#client = client;
    this.#voice = voice;
  }

  /** False if it failed; what asks first is done when it was answered, and then true. */
  async act(id: ActId, subject: Subject): Promise<boolean> {
    const { step } = acts[id];
    if (typeof step !== 'string') return (await this.change(subject.selection, step)) !== null;
    this.#voice.ask({ ...subject, what: step });
    return true;
  }

  /** Null if it failed. */
  change(selection: Selection, change: LibraryChange): Promise<ChangeOutcome | null> {
    return this.run(
      (client) => client['library.change']({ selection, change }),
      ({ changed }) => changeWords(change, changed),
    );
  }

  /** For any other call whose change can be taken back. */
  async run<Outcome extends ChangeOutcome>(
    ask: (client: Client) => Promise<Outcome>,
    words: (outcome: Outcome) => string,
  ): Promise<Outcome | null> {
    const outcome = await this.attempt(ask);
    if (outcome === null) return null;
    const { undo } = outcome;
    if (undo === null) this.#voice.say(words(outcome));
    else {
      this.#undos.push(undo);
      this.#undos.splice(0, this.#undos.length - mostKept);
      this.#voice.say(words(outcome), { label: 'Undo', run: () => void this.#takeBack(undo) });
    }
    return outcome;
  }

  /** For a call without a way back. Says what went wrong; null then. */
  async attempt<Answer>(ask: (client: Client) => Promise<Answer>): Promise<Answer | null> {
    try {
      return await ask(this.#client());
    } catch (error) {
      this.#voice.say(messageOf(error));
      return null;
    }
  }

  async purge(selection: Selection): Promise<void> {
    const outcome = await this.attempt((client) => client['library.purge']({ selection }));
    if (outcome !== null) this.#voice.say(`${count(outcome.purged, 'article', 'articles')} removed for good`);
  }

  /** The newest change that was not taken back yet: of this window, or else of those before it, over a restart too. */
  undoLast(): void {
    void this.#takeBack(this.#undos.at(-1) ?? null);
  }

  async #takeBack(undo: string | null): Promise<void> {
    const outcome = await this.attempt((client) => client['library.undo']({ undo }));
    const index = undo === null ? -1 : this.#undos.indexOf(undo);
    if (index !== -1) this.#undos.splice(index, 1);
    if (outcome !== null) this.#voice.say('Taken back');
  }
}

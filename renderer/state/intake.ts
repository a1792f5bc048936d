/**
 * What the reader has given to the window and where it is on its way to an import. It belongs to the window and not to a
 * page, so that one can read on while a large file is sent.
 */
import { ContextProvider, createContext } from '@lit/context';
import type { LitElement, ReactiveController } from 'lit';
import type { Client } from '../../main/contract/client.ts';
import { AppError } from '../../main/contract/errors.ts';
import { importFileLimit } from '../../main/contract/import-entities.ts';
import { uploadFiles, type GivenFile, type SentFile, type UnsentFile, type UploadProgress } from '../api/uploads.ts';
import { count } from '../lib/counts.ts';
import { fire } from '../lib/fire.ts';
import type { Given } from '../lib/given-files.ts';
import { messageOf } from '../lib/message-of.ts';
import { navigate, replaceAddress } from './navigate.ts';
import { printRoute } from './route.ts';

export type IntakeState =
  | { readonly kind: 'idle' }
  /** Folders are being walked. */
  | { readonly kind: 'gathering' }
  | { readonly kind: 'sending'; readonly progress: UploadProgress }
  /** Some files did not come through; it is for the reader to say what becomes of the others. */
  | { readonly kind: 'partly'; readonly sent: readonly SentFile[]; readonly unsent: readonly UnsentFile[] }
  | { readonly kind: 'refused'; readonly message: string };

/** What a page may ask of it. */
export interface Intake {
  readonly state: IntakeState;
  /** Leads to the page of imports at once, and to the preview when everything is sent. */
  take(given: Promise<Given> | Given): void;
  /** Sends again what did not come through. */
  tryAgain(): void;
  /** Goes on with what came through. */
  goOn(): void;
  /** Ends the sending, or puts away what was said. */
  leave(): void;
}

export const intakeContext = createContext<Intake>(Symbol('intake'));

const page = printRoute({ name: 'import', id: null });

export class IntakeController implements ReactiveController {
  readonly #host: LitElement;
  readonly #client: () => Client;
  readonly #provider: ContextProvider<typeof intakeContext, LitElement>;
  readonly #actions: Omit<Intake, 'state'> = {
    take: (given) => void this.#take(given),
    tryAgain: () => this.#tryAgain(),
    goOn: () => this.#goOn(),
    leave: () => this.#leave(),
  };
  #state: IntakeState = { kind: 'idle' };
  #abort: AbortController | null = null;

  constructor(host: LitElement, client: () => Client) {
    this.#host = host;
    this.#client = client;
    this.#provider = new ContextProvider(host, {
      context: intakeContext,
      initialValue: { state: this.#state, ...this.#actions },
    });
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#abort?.abort();
  }

  async #take(given: Promise<Given> | Given): Promise<void> {
    navigate(page);
    if (this.#state.kind === 'sending' || this.#state.kind === 'gathering') {
      fire(this.#host, 'lectern-toast', {
        message: 'Other files are still on their way in. Give these again after them.',
      });
      return;
    }
    this.#set({ kind: 'gathering' });
    const { files, unread, isTooMany } = await given;
    if (isTooMany) {
      const limit = count(importFileLimit, 'file', 'files');
      this.#set({
        kind: 'refused',
        message: `That is more than ${limit}. Give them in parts; nothing was taken in yet.`,
      });
    } else if (files.length === 0 && unread.length === 0) {
      this.#set({ kind: 'refused', message: 'There is no file in what you gave.' });
    } else {
      const unreadable = unread.map((name) => ({
        given: { file: new Blob([]), name },
        code: 'unreachable' as const,
        message: 'The browser may not read it.',
      }));
      await this.#send(files, [], unreadable);
    }
  }

  #tryAgain(): void {
    if (this.#state.kind !== 'partly') return;
    const { sent, unsent } = this.#state;
    void this.#send(
      unsent.map(({ given }) => given),
      sent,
      [],
    );
  }

  #goOn(): void {
    if (this.#state.kind === 'partly') void this.#preview(this.#state.sent);
  }

  #leave(): void {
    this.#abort?.abort();
    this.#set({ kind: 'idle' });
  }

  async #send(
    files: readonly GivenFile[],
    before: readonly SentFile[],
    unreadable: readonly UnsentFile[],
  ): Promise<void> {
    const abort = new AbortController();
    this.#abort = abort;
    try {
      const { sent, unsent } = await uploadFiles(files, {
        signal: abort.signal,
        progress: (progress) => this.#set({ kind: 'sending', progress }),
      });
      const all = [...before, ...sent];
      const failed = [...unreadable, ...unsent];
      if (failed.length === 0) await this.#preview(all);
      else this.#set({ kind: 'partly', sent: all, unsent: failed });
    } catch (error) {
      if (!abort.signal.aborted) throw error;
    }
  }

  async #preview(files: readonly SentFile[]): Promise<void> {
    try {
      const { id } = await this.#client()['imports.preview']({ files: [...files] });
      this.#set({ kind: 'idle' });
      // Whoever went on reading is not taken away from it; the line at the head of the window leads there.
      if (window.location.hash === page) replaceAddress(printRoute({ name: 'import', id }));
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      this.#set({ kind: 'refused', message: messageOf(error) });
    }
  }

  #set(state: IntakeState): void {
    this.#state = state;
    this.#provider.setValue({ state, ...this.#actions });
  }
}

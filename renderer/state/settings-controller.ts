import { ContextProvider } from '@lit/context';
import type { LitElement, ReactiveController } from 'lit';
import { defaultSettings, type Settings } from '../../main/contract/entities.ts';
import type { Connection } from '../api/connect.ts';
import { messageOf } from '../lib/message-of.ts';
import { fire } from '../lib/fire.ts';
import { applySettings } from './apply-settings.ts';
import { settingsContext } from './contexts.ts';

const patience = 250;

/**
 * Holds the reader's settings, paints them on the document and keeps them. A change shows at once; changes that come
 * while one is being written go out together afterwards, so a dragged slider writes once in a while and never jumps back.
 */
export class SettingsController implements ReactiveController {
  readonly #host: LitElement;
  readonly #connection: () => Connection;
  readonly #provider: ContextProvider<typeof settingsContext, LitElement>;
  readonly #systemIsDark = window.matchMedia('(prefers-color-scheme: dark)');
  #value: Settings = defaultSettings;
  #unsent: Partial<Settings> = {};
  #sending = false;
  #release: (() => void) | null = null;
  #patience: ReturnType<typeof setTimeout> | undefined;

  constructor(host: LitElement, connection: () => Connection) {
    this.#host = host;
    this.#connection = connection;
    this.#provider = new ContextProvider(host, { context: settingsContext, initialValue: this.#value });
    host.addController(this);
  }

  get value(): Settings {
    return this.#value;
  }

  get systemIsDark(): boolean {
    return this.#systemIsDark.matches;
  }

  hostConnected(): void {
    this.#systemIsDark.addEventListener('change', this.#paint);
    this.#release = this.#connection().subscribe(({ event }) => {
      if (event === 'settings.changed' || event === 'core.restarted') void this.#load();
    });
    // A slow core must not leave the window blank: the system's theme is painted until the reader's is known.
    this.#patience = setTimeout(this.#paint, patience);
    void this.#load();
  }

  hostDisconnected(): void {
    clearTimeout(this.#patience);
    this.#systemIsDark.removeEventListener('change', this.#paint);
    this.#release?.();
  }

  /** Never rejects: what cannot be kept still holds for this window, and the reader is told so. */
  change(patch: Partial<Settings>): void {
    this.#set({ ...this.#value, ...patch });
    this.#unsent = { ...this.#unsent, ...patch };
    if (!this.#sending) void this.#send();
  }

  async #send(): Promise<void> {
    this.#sending = true;
    try {
      while (Object.keys(this.#unsent).length > 0) {
        const patch = this.#unsent;
        this.#unsent = {};
        const kept = await this.#connection().client['settings.set'](patch);
        this.#set({ ...kept, ...this.#unsent });
      }
    } catch (error) {
      this.#unsent = {};
      fire(this.#host, 'lectern-toast', { message: `This holds until you close Lectern. ${messageOf(error)}` });
    } finally {
      this.#sending = false;
    }
  }

  async #load(): Promise<void> {
    try {
      const kept = await this.#connection().client['settings.get']({});
      if (!this.#sending) this.#set(kept);
    } catch (error) {
      this.#set(this.#value);
      fire(this.#host, 'lectern-toast', { message: messageOf(error) });
    }
  }

  #set(value: Settings): void {
    clearTimeout(this.#patience);
    this.#value = value;
    this.#provider.setValue(value);
    this.#paint();
    this.#host.requestUpdate();
  }

  readonly #paint = (): void => applySettings(document.documentElement, this.#value, this.#systemIsDark.matches);
}

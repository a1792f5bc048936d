import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Settings } from '../../main/contract/entities.ts';
import type { CommandRegistry } from './command-registry.ts';
import { KeyMatcher } from './key-matcher.ts';
import { chordOf, restsIn } from './keys.ts';

interface Options {
  readonly registry: CommandRegistry;
  readonly settings: () => Settings;
  readonly isMac: () => boolean;
}

/** Listens for keys in the whole window and runs the commands they stand for. */
export class KeyboardController implements ReactiveController {
  readonly #options: Options;
  readonly #matcher = new KeyMatcher();

  constructor(host: ReactiveControllerHost, options: Options) {
    this.#options = options;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('keydown', this.#pressed);
  }

  hostDisconnected(): void {
    window.removeEventListener('keydown', this.#pressed);
  }

  readonly #pressed = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing) return;
    const { registry, settings, isMac } = this.#options;
    const chord = chordOf(event, isMac());
    const path = event.composedPath();
    // An open dialog has the keys to itself. One just closed may hold the focus until the next frame, and has no say.
    if (chord === null || path.some((node) => node instanceof HTMLDialogElement && node.open)) return;
    if (restsIn(chord, placeOf(path[0]))) return;
    const { commands, waits } = this.#matcher.press(chord, event.timeStamp, settings().keys);
    if (waits || commands.some((command) => registry.run(command))) event.preventDefault();
  };
}

function placeOf(target: EventTarget | undefined): Parameters<typeof restsIn>[1] {
  if (!(target instanceof HTMLElement)) return 'nowhere';
  if (target instanceof HTMLTextAreaElement || target.isContentEditable) return 'long-text';
  if (target instanceof HTMLInputElement) {
    return ['text', 'search', 'email', 'url', 'number'].includes(target.type) ? 'text' : 'control';
  }
  return target.matches('button, select, summary, [role="slider"]') ? 'control' : 'nowhere';
}

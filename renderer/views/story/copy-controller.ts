import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { cleanCopy } from '../../lib/reading/clean-copy.ts';

/** While its host shows, what is copied out of the window is the text without our soft hyphens. */
export class CopyController implements ReactiveController {
  constructor(host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('copy', this.#copied);
  }

  hostDisconnected(): void {
    window.removeEventListener('copy', this.#copied);
  }

  readonly #copied = (event: ClipboardEvent): void => {
    const [target] = event.composedPath();
    // What stands in a field is the reader's own.
    if (target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement) return;
    const text = cleanCopy(document.getSelection()?.toString() ?? '');
    if (text === null || event.clipboardData === null) return;
    event.clipboardData.setData('text/plain', text);
    event.preventDefault();
  };
}

/**
 * When the app ends. The core is closed once, after the windows: what they say as they close is still kept. Electron
 * waits for nothing, so the first `will-quit` is held back and quitting is asked for again when all is done.
 */
import type { Listening, Preventable } from './listening.ts';

export interface LifecycleApp {
  quit(): void;
  readonly on: Listening<{ 'window-all-closed': []; activate: []; 'will-quit': [event: Preventable] }>;
}

interface LifecycleOptions {
  readonly platform: string;
  readonly openWindow: () => void;
  readonly hasWindow: () => boolean;
  /** Called once; the app ends when it settles. */
  readonly close: () => Promise<void>;
}

export function bindLifecycle(app: LifecycleApp, options: LifecycleOptions): void {
  let state: 'running' | 'closing' | 'closed' = 'running';

  app.on('window-all-closed', () => {
    if (options.platform !== 'darwin') app.quit();
  });
  app.on('activate', () => {
    if (state === 'running' && !options.hasWindow()) options.openWindow();
  });
  app.on('will-quit', (event) => {
    if (state === 'closed') return;
    event.preventDefault();
    if (state === 'closing') return;
    state = 'closing';
    void options.close().finally(() => {
      state = 'closed';
      setImmediate(() => {
        app.quit();
      });
    });
  });
}

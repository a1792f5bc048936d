/** All that a window can reach of the desktop: calls of the contract, events, the platform's name. */
import type { IpcRenderer } from 'electron';
import { eventChannel, invokeChannel } from './channels.ts';

export interface DesktopBridge {
  readonly platform: string;
  invoke(method: string, input: unknown): Promise<unknown>;
  /** Returns the function that ends the subscription. */
  onEvent(listener: (message: unknown) => void): () => void;
}

interface Line extends Pick<IpcRenderer, 'invoke'> {
  on(channel: string, listener: (event: unknown, message: unknown) => void): unknown;
  off(channel: string, listener: (event: unknown, message: unknown) => void): unknown;
}

export function createBridge(line: Line, platform: string): DesktopBridge {
  return {
    platform,
    invoke: (method, input) => line.invoke(invokeChannel, method, input),
    onEvent: (listener) => {
      // The event of ipc itself leads to the sender: it stays on this side.
      const forward = (_event: unknown, message: unknown) => {
        listener(message);
      };
      line.on(eventChannel, forward);
      return () => {
        line.off(eventChannel, forward);
      };
    },
  };
}

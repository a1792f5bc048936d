/** Says what was done, with a way back; what goes wrong on that way is said too. */
import { fire } from './fire.ts';
import { messageOf } from './message-of.ts';

/** `from` may be gone by the time that the reader wants it back. */
export function sayDone(from: EventTarget, message: string, undo: () => Promise<unknown>): void {
  const app = document.querySelector('lectern-app') ?? from;
  const run = (): void => {
    undo().catch((error: unknown) => {
      fire(app, 'lectern-toast', { message: messageOf(error) });
    });
  };
  fire(app, 'lectern-toast', { message, action: { label: 'Undo', run } });
}

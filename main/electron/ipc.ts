/**
 * The contract over Electron's ipc. Only the main frame of our own window is answered; failures are values, since an
 * error that crosses ipc loses its code.
 */
import type { Failure, Reply } from '../contract/errors.ts';
import { shellMethods } from '../contract/methods.ts';
import { appOrigin } from './app-protocol.ts';
import { invokeChannel } from './channels.ts';

interface Frame {
  readonly origin: string;
}

interface InvokeEvent {
  /** Null once the frame has navigated or is gone: only good in the tick of the call. */
  readonly senderFrame: Frame | null;
  readonly sender: { readonly mainFrame: Frame };
}

export interface Ipc {
  handle(channel: string, listener: (event: InvokeEvent, ...args: unknown[]) => Promise<Reply>): void;
}

type Invoke = (method: string, input: unknown) => Promise<Reply>;

interface Answerers {
  readonly core: Invoke;
  /** Answers the methods of `shellMethods`. */
  readonly shell: Invoke;
}

export function serveIpc(ipc: Ipc, answerers: Answerers): void {
  ipc.handle(invokeChannel, (event, method, input) => {
    // Read here and now: a moment later the frame may be another one.
    if (!isOurWindow(event)) return Promise.resolve(forbidden);
    if (typeof method !== 'string') return Promise.resolve(noMethod);
    return Object.hasOwn(shellMethods, method) ? answerers.shell(method, input) : answerers.core(method, input);
  });
}

function isOurWindow({ senderFrame, sender }: InvokeEvent): boolean {
  return senderFrame !== null && senderFrame === sender.mainFrame && senderFrame.origin === appOrigin;
}

const forbidden: Failure = {
  ok: false,
  code: 'forbidden',
  message: 'Only the window of Lectern itself is answered.',
};

const noMethod: Failure = { ok: false, code: 'unknown-method', message: 'A call names its method.' };

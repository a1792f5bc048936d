/**
 * Electron as its documentation describes it, without its binary: refuses what the real one refuses (too early, too
 * late, twice, not to be cloned, destroyed) and runs the core's process in a thread, whose messages are copied likewise.
 */
import { Worker } from 'node:worker_threads';
import type { BrowserWindowConstructorOptions, MenuItemConstructorOptions, SaveDialogOptions } from 'electron';
import type { Reply } from '../../contract/errors.ts';
import { Emitter } from './emitter.ts';
import { FakeSession } from './fake-session.ts';
import { FakeWindow, type FakeFrame } from './fake-window.ts';

type InvokeListener = (
  event: { senderFrame: FakeFrame | null; sender: { mainFrame: FakeFrame } },
  ...args: unknown[]
) => Promise<Reply>;

export interface FakeElectronOptions {
  /** Where `getPath` leads. */
  readonly folder: string;
  /** Whether another instance runs already. */
  readonly isSecond?: boolean;
  readonly workArea?: { x: number; y: number; width: number; height: number };
}

export function createFakeElectron(options: FakeElectronOptions) {
  const emitter = new Emitter(
    ...[
      'window-all-closed',
      'activate',
      'second-instance',
      'open-url',
      'will-quit',
      'web-contents-created',
      'session-created',
    ],
  );
  const log: string[] = [];
  const windows: FakeWindow[] = [];
  const menus: MenuItemConstructorOptions[][] = [];
  const handlers = new Map<string, InvokeListener>();
  const children: { worker: Worker; exited: Promise<void> }[] = [];
  const session = new FakeSession();
  const opened: string[] = [];
  const protocols: string[] = [];
  const dialogs: SaveDialogOptions[] = [];
  const state = { ready: false, locked: false, ended: false, schemes: null as object[] | null, savePath: '' };

  const early = (what: string) => {
    if (state.ready) throw new Error(`${what} after ready`);
    log.push(what);
  };
  const late = (what: string) => {
    if (!state.ready) throw new Error(`${what} before ready`);
    log.push(what);
  };

  const app = {
    isPackaged: true,
    on: emitter.on,
    commandLine: {
      appendSwitch: (name: string, value?: string) => early(`switch ${name}${value === undefined ? '' : `=${value}`}`),
    },
    setAsDefaultProtocolClient: (scheme: string) => {
      protocols.push(scheme);
      return true;
    },
    enableSandbox: () => early('sandbox'),
    setName: (name: string) => early(`name ${name}`),
    setPath: (name: string, path: string) => {
      if (state.locked) throw new Error('the lock hangs on userData, which is set too late');
      early(`path ${name} ${path}`);
    },
    getPath: () => options.folder,
    requestSingleInstanceLock: () => {
      early('lock');
      state.locked = true;
      return options.isSecond !== true;
    },
    whenReady: async () => {
      await Promise.resolve();
      if (!state.ready) emitter.emit('session-created', session);
      state.ready = true;
    },
    configureHostResolver: (config: object) => late(`resolver ${JSON.stringify(config)}`),
    setProxy: (config: { proxyRules?: string }) => {
      late(`proxy ${config.proxyRules ?? ''}`);
      return Promise.resolve();
    },
    /** Windows close, and then nothing is waited for unless `will-quit` is held back. */
    quit: () => {
      log.push('quit');
      for (const window of windows) window.close();
      if (!emitter.emitPreventable('will-quit')) state.ended = true;
    },
  };

  class BrowserWindow extends FakeWindow {
    constructor(given: BrowserWindowConstructorOptions) {
      late('window');
      super(given);
      windows.push(this);
      emitter.emit('web-contents-created', {}, this.webContents);
    }
  }

  const electron = {
    app,
    BrowserWindow,
    nativeTheme: { shouldUseDarkColors: false },
    screen: {
      getDisplayMatching: () => {
        late('screen');
        return { workArea: options.workArea ?? { x: 0, y: 0, width: 1920, height: 1040 } };
      },
    },
    protocol: {
      registerSchemesAsPrivileged: (schemes: object[]) => {
        early('schemes');
        if (state.schemes !== null) throw new Error('a second call replaces the schemes of the first');
        state.schemes = schemes;
      },
    },
    session: {
      get defaultSession(): FakeSession {
        late('session');
        return session;
      },
    },
    ipcMain: {
      handle: (channel: string, listener: InvokeListener) => {
        if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
        handlers.set(channel, listener);
      },
    },
    utilityProcess: {
      fork: (entry: string, args: string[]) => {
        late(`fork ${entry}`);
        const worker = new Worker(entry, { argv: args });
        children.push({ worker, exited: new Promise((resolve) => worker.once('exit', () => resolve())) });
        worker.on('error', (error: Error) => log.push(`child: ${error.message}`));
        return {
          postMessage: (message: unknown) => worker.postMessage(message),
          on: (_event: 'message', listener: (message: unknown) => void) => worker.on('message', listener),
          once: (_event: 'exit', listener: (code: number) => void) => worker.once('exit', listener),
          kill: () => {
            void worker.terminate();
            return true;
          },
        };
      },
    },
    menu: {
      buildFromTemplate: (template: MenuItemConstructorOptions[]) => template,
      setApplicationMenu: (menu: MenuItemConstructorOptions[]) => {
        late('menu');
        menus.push(menu);
      },
    },
    shell: {
      openExternal: (url: string) => {
        opened.push(url);
        return Promise.resolve();
      },
      openPath: (path: string) => {
        opened.push(path);
        return Promise.resolve('');
      },
      showItemInFolder: (path: string) => void opened.push(`folder of ${path}`),
    },
    dialog: {
      showSaveDialog: (window: FakeWindow, given: SaveDialogOptions) => {
        late('dialog');
        if (window.isDestroyed()) throw new TypeError('Object has been destroyed');
        dialogs.push(given);
        return Promise.resolve({ canceled: state.savePath === '', filePath: state.savePath });
      },
    },
  };

  return {
    electron,
    state,
    log,
    windows,
    menus,
    session,
    opened,
    protocols,
    dialogs,
    children,
    emit: (event: string, ...args: unknown[]) => emitter.emit(event, ...args),
    /** A call from a frame of a page, cloned there and back; errors lose everything but their text, as over real ipc. */
    invoke: async (
      channel: string,
      sender: { mainFrame: FakeFrame },
      frame: FakeFrame | null,
      ...args: unknown[]
    ): Promise<unknown> => {
      const handler = handlers.get(channel);
      if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
      const cloned = structuredClone(args);
      try {
        return structuredClone(await handler({ senderFrame: frame, sender }, ...cloned));
      } catch (error) {
        throw new Error(`Error invoking remote method '${channel}': ${String(error)}`, { cause: error });
      }
    },
  };
}

export type FakeElectron = ReturnType<typeof createFakeElectron>;

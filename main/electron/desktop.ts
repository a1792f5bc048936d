/**
 * Starts the desktop shell, in the order that Electron asks for, and ties its parts together. Electron itself comes in
 * from outside, so that tests can stand in for it.
 */
import { join } from 'node:path';
import type { MenuItemConstructorOptions, Protocol } from 'electron';
import type { CommandId } from '../contract/commands.ts';
import { createDispatcher } from '../contract/dispatcher.ts';
import { methods, type ShellMethodName } from '../contract/methods.ts';
import { openAssets } from '../core/collection/assets.ts';
import type { CoreHost } from '../core/host/core-host.ts';
import type { Places } from '../core/web/places.ts';
import { receiveUpload } from '../core/web/uploads.ts';
import { collectionFiles, libraryFiles, readWindowFiles } from '../core/web/web-files.ts';
import { registerAppScheme, serveApp } from './app-protocol.ts';
import { startDesktopCore, type UtilityProcessPort } from './desktop-core.ts';
import { serveIpc, type Ipc } from './ipc.ts';
import { bindLifecycle, type LifecycleApp } from './lifecycle.ts';
import type { Listening, Preventable } from './listening.ts';
import { menuTemplate } from './menu.ts';
import {
  sealApp,
  sealContents,
  sealNetwork,
  sealSession,
  type OpenContents,
  type OpenSession,
  type UnreadyApp,
  type UnsealedApp,
} from './security.ts';
import { readSaveAddress, saveAddressIn, type PageToSave } from './save-address.ts';
import { createShellHandlers, type ShellPorts } from './shell-handlers.ts';
import { openWindow, raiseWindow, sendEvent, type DesktopWindow, type WindowPorts } from './window.ts';

export interface DesktopApp extends UnreadyApp, UnsealedApp, LifecycleApp {
  readonly isPackaged: boolean;
  setName(name: string): void;
  setPath(name: 'userData', path: string): void;
  getPath(name: 'userData' | 'documents' | 'temp'): string;
  requestSingleInstanceLock(): boolean;
  setAsDefaultProtocolClient(scheme: string): boolean;
  whenReady(): Promise<void>;
  readonly on: LifecycleApp['on'] &
    Listening<{
      'second-instance': [event: unknown, args: string[]];
      'open-url': [event: Preventable, address: string];
      'web-contents-created': [event: unknown, contents: OpenContents];
      'session-created': [session: OpenSession];
    }>;
}

/** A menu is opaque: it is built and handed back. */
interface MenuPort<Menu> {
  buildFromTemplate(template: MenuItemConstructorOptions[]): Menu;
  setApplicationMenu(menu: Menu): void;
}

/** What is used of Electron. */
export interface DesktopElectron<Menu, Window extends DesktopWindow> extends WindowPorts<Window> {
  readonly app: DesktopApp;
  readonly protocol: Pick<Protocol, 'registerSchemesAsPrivileged'>;
  readonly session: { readonly defaultSession: OpenSession & { protocol: Pick<Protocol, 'handle'> } };
  readonly ipcMain: Ipc;
  readonly utilityProcess: UtilityProcessPort;
  readonly menu: MenuPort<Menu>;
  readonly shell: ShellPorts<Window>['shell'];
  readonly dialog: ShellPorts<Window>['dialog'];
}

export interface DesktopOptions {
  readonly places: Places;
  readonly platform: string;
  /** What the app was started with. */
  readonly args: readonly string[];
  readonly dataDirectory: string;
  readonly collectionDirectory: string;
  /** Where the window's place and Chromium's own files are kept; null for the system's habit. */
  readonly userDataDirectory: string | null;
  readonly report: (message: string) => void;
}

/** Everything up to the first `await` happens before `ready`. */
export async function startDesktop<Menu, Window extends DesktopWindow>(
  electron: DesktopElectron<Menu, Window>,
  options: DesktopOptions,
): Promise<void> {
  const { app } = electron;
  app.setName('Lectern');
  if (options.userDataDirectory !== null) app.setPath('userData', options.userDataDirectory);
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  const asked: PageToSave[] = [];
  let save = (page: PageToSave): void => void asked.push(page);
  // macOS may say so before anything is ready.
  app.on('open-url', (event, address) => {
    event.preventDefault();
    const page = readSaveAddress(address);
    if (page !== null) save(page);
  });
  const given = saveAddressIn(options.args);
  if (given !== null) asked.push(given);
  sealApp(app);
  registerAppScheme(electron.protocol);
  app.on('web-contents-created', (_event, contents) => {
    sealContents(contents);
  });
  const sealed = new WeakSet<OpenSession>();
  const sealOnce = async (session: OpenSession) => {
    if (sealed.has(session)) return;
    sealed.add(session);
    await sealSession(session);
  };
  app.on('session-created', (session) => void sealOnce(session));

  await app.whenReady();
  await sealNetwork(app);
  await sealOnce(electron.session.defaultSession);
  const files = [
    readWindowFiles(options.places.windowDirectory),
    collectionFiles(options.collectionDirectory),
    libraryFiles(options.dataDirectory),
  ];
  const receive = (body: AsyncIterable<Uint8Array>) => receiveUpload(options.dataDirectory, body);
  serveApp(electron.session.defaultSession, { files, receive });
  if (app.isPackaged) app.setAsDefaultProtocolClient('lectern');
  save = openDesk(electron, options).save;
  for (const page of asked) save(page);
}

/** The core, the window, the menu, and what goes between them. After `ready`. */
function openDesk<Menu, Window extends DesktopWindow>(
  electron: DesktopElectron<Menu, Window>,
  options: DesktopOptions,
): { save(page: PageToSave): void } {
  const { app } = electron;
  const { places, report, dataDirectory, collectionDirectory } = options;
  const core = startDesktopCore(electron.utilityProcess, {
    entry: places.coreEntry,
    core: { dataDirectory, collectionDirectory, version: places.version, jobEntry: places.jobEntry },
    report,
  });
  let current: Window | null = null;
  const window = (): Window | null => (current === null || current.isDestroyed() ? null : current);
  const open = () => {
    current = openWindow(electron, {
      preload: places.preload,
      stateFile: join(app.getPath('userData'), 'window.json'),
      devTools: !app.isPackaged,
      report,
      now: Date.now,
    });
  };
  const tell = (message: unknown) => {
    const shown = window();
    if (shown !== null) sendEvent(shown, message);
  };

  const shell = createDispatcher<ShellMethodName>({
    handlers: createShellHandlers({
      shell: electron.shell,
      dialog: electron.dialog,
      window,
      assets: () => openAssets(collectionDirectory),
      documents: () => app.getPath('documents'),
      temporary: () => app.getPath('temp'),
    }),
    report: (method, error) => {
      report(`${method} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    },
  });
  serveIpc(electron.ipcMain, { core: core.invoke, shell });
  core.onEvent(tell);
  keepMenu(electron.menu, core, {
    platform: options.platform,
    savePdf: () => void shell('shell.savePdf', { name: 'Lectern' }),
    tell,
  });

  bindLifecycle(app, {
    platform: options.platform,
    openWindow: open,
    hasWindow: () => window() !== null,
    close: core.close,
  });
  const save = createLinkSaver(core, tell, report);
  app.on('second-instance', (_event, args) => {
    const page = saveAddressIn(args);
    if (page !== null) save(page);
    const shown = window();
    if (shown === null) open();
    else raiseWindow(shown);
  });
  open();
  return { save };
}

/** Saves what a browser sends, and has the window say so. */
function createLinkSaver(core: CoreHost, tell: (message: unknown) => void, report: (message: string) => void) {
  let revision = 0;
  return (page: PageToSave): void => {
    void core.invoke('links.save', page).then((reply) => {
      const saved = methods['links.save'].output.safeParse(reply.ok ? reply.value : null);
      if (!saved.success) {
        report(`a link from a browser could not be saved: ${reply.ok ? 'the answer is wrong' : reply.message}`);
        return;
      }
      revision += 1;
      const { articleId, there } = saved.data;
      tell({ event: 'link.arrived', payload: { revision, articleId, there } });
    });
  };
}

interface MenuTies {
  readonly platform: string;
  readonly savePdf: () => void;
  readonly tell: (message: unknown) => void;
}

/** Sets the menu, and again whenever the reader's keys may have changed. */
function keepMenu<Menu>(menu: MenuPort<Menu>, core: CoreHost, { platform, savePdf, tell }: MenuTies): void {
  let revision = 0;
  const run = (command: CommandId) => {
    revision += 1;
    tell({ event: 'command.run', payload: { revision, command } });
  };
  const set = (keys: Readonly<Record<string, string>>) => {
    menu.setApplicationMenu(menu.buildFromTemplate(menuTemplate({ platform, keys, run, savePdf })));
  };
  const refresh = async () => {
    const reply = await core.invoke('settings.get', {});
    const settings = methods['settings.get'].output.safeParse(reply.ok ? reply.value : null);
    // A core that cannot answer leaves the menu as it is; the window tells what is wrong.
    if (settings.success) set(settings.data.keys);
  };
  set({});
  void refresh();
  core.onEvent(({ event }) => {
    if (event === 'settings.changed' || event === 'core.restarted') void refresh();
  });
}

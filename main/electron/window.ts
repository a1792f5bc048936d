/** The one window: how it is made, when it is shown, and what it remembers of its place. */
import type { BrowserWindowConstructorOptions, NativeTheme, Screen } from 'electron';
import { windowUrl } from './app-protocol.ts';
import { eventChannel } from './channels.ts';
import type { Listening } from './listening.ts';
import { fitBounds, minimumSize, readWindowState, writeWindowState, type Rectangle } from './window-bounds.ts';

interface PageContents {
  readonly mainFrame: unknown;
  send(channel: string, message: unknown): void;
  reload(): void;
  readonly once: Listening<{ 'did-finish-load': [] }>;
  readonly on: Listening<{ 'render-process-gone': [event: unknown, details: { reason: string }] }>;
  printToPDF(options: object): Promise<Uint8Array>;
}

/** What is used of Electron's BrowserWindow. */
export interface DesktopWindow {
  readonly webContents: PageContents;
  loadURL(url: string): Promise<void>;
  show(): void;
  focus(): void;
  restore(): void;
  maximize(): void;
  isMinimized(): boolean;
  isMaximized(): boolean;
  isDestroyed(): boolean;
  getNormalBounds(): Rectangle;
  readonly once: Listening<{ 'ready-to-show': []; close: [] }>;
}

export interface WindowPorts<Window extends DesktopWindow> {
  readonly BrowserWindow: new (options: BrowserWindowConstructorOptions) => Window;
  readonly screen: { getDisplayMatching(bounds: Rectangle): Pick<ReturnType<Screen['getPrimaryDisplay']>, 'workArea'> };
  readonly nativeTheme: Pick<NativeTheme, 'shouldUseDarkColors'>;
}

export interface WindowOptions {
  readonly preload: string;
  readonly stateFile: string;
  readonly devTools: boolean;
  /** Told of a window that crashed. */
  readonly report: (message: string) => void;
  readonly now: () => number;
}

/** The grounds of paper and dusk, so that no other colour flashes before the page is painted. */
const ground = { light: '#f8f4eb', dark: '#20242b' } as const;

/** On Wayland `ready-to-show` may never come. */
const patienceMs = 2000;

/** After `ready`. The window shows itself. */
export function openWindow<Window extends DesktopWindow>(
  { BrowserWindow, screen, nativeTheme }: WindowPorts<Window>,
  options: WindowOptions,
): Window {
  const remembered = readWindowState(options.stateFile);
  const { workArea } = screen.getDisplayMatching(remembered ?? { x: 0, y: 0, width: 1, height: 1 });
  const window = new BrowserWindow({
    ...fitBounds(remembered, workArea),
    minWidth: Math.min(minimumSize.width, workArea.width),
    minHeight: Math.min(minimumSize.height, workArea.height),
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? ground.dark : ground.light,
    webPreferences: {
      preload: options.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: options.devTools,
    },
  });
  if (remembered?.maximised === true) window.maximize();
  showWhenPainted(window);
  reloadAfterCrashes(window, options);
  window.once('close', () => {
    writeWindowState(options.stateFile, { ...window.getNormalBounds(), maximised: window.isMaximized() });
  });
  void window.loadURL(windowUrl);
  return window;
}

/** Brings a window to the front. */
export function raiseWindow(window: DesktopWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

/** Tells the page of an event, if there still is one. */
export function sendEvent(window: DesktopWindow, message: unknown): void {
  if (!window.isDestroyed()) window.webContents.send(eventChannel, message);
}

function showWhenPainted(window: DesktopWindow): void {
  let shown = false;
  const show = () => {
    if (!shown && !window.isDestroyed()) window.show();
    shown = true;
    clearTimeout(timer);
  };
  const timer = setTimeout(show, patienceMs);
  window.once('ready-to-show', show);
  window.webContents.once('did-finish-load', show);
}

const crashLimit = 3;
const crashWindowMs = 60_000;

function reloadAfterCrashes(window: DesktopWindow, { report, now }: WindowOptions): void {
  const crashes: number[] = [];
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    const time = now();
    crashes.push(time);
    const recent = crashes.filter((crash) => time - crash < crashWindowMs).length;
    report(`the window's process ended (${reason})${recent > crashLimit ? ', too often to try again' : ''}`);
    if (recent <= crashLimit) window.webContents.reload();
  });
}

/** A window of Electron's without a screen. Refuses what the real one refuses once it is destroyed. */
import type { BrowserWindowConstructorOptions } from 'electron';
import type { Rectangle } from '../window-bounds.ts';
import { Emitter } from './emitter.ts';

export interface FakeFrame {
  origin: string;
}

class FakeContents {
  readonly emitter = new Emitter(
    ...['did-finish-load', 'render-process-gone', 'will-frame-navigate', 'will-redirect', 'will-attach-webview'],
  );
  readonly on = this.emitter.on;
  readonly once = this.emitter.once;
  readonly mainFrame: FakeFrame = { origin: 'null' };
  readonly sent: [channel: string, message: unknown][] = [];
  openHandler: ((details: { url: string }) => { action: string }) | null = null;
  webRtcPolicy = 'default';
  reloads = 0;
  printed: object[] = [];
  isDestroyed = false;

  send(channel: string, message: unknown): void {
    if (this.isDestroyed) throw new TypeError('Object has been destroyed');
    this.sent.push([channel, structuredClone(message)]);
  }
  reload(): void {
    this.reloads += 1;
  }
  printToPDF(options: object): Promise<Uint8Array> {
    this.printed.push(options);
    return Promise.resolve(Buffer.from('%PDF-1.7'));
  }
  setWindowOpenHandler(handler: (details: never) => { action: 'deny' } | { action: 'allow' }): void {
    this.openHandler = handler as (details: { url: string }) => { action: string }; // the fields that a test gives
  }
  setWebRTCIPHandlingPolicy(policy: string): void {
    this.webRtcPolicy = policy;
  }
}

export class FakeWindow {
  readonly emitter = new Emitter('ready-to-show', 'close');
  readonly once = this.emitter.once;
  readonly webContents = new FakeContents();
  readonly options: BrowserWindowConstructorOptions;
  readonly calls: string[] = [];
  bounds: Rectangle;
  maximised = false;
  minimised = false;

  constructor(options: BrowserWindowConstructorOptions) {
    this.options = options;
    const { x = 0, y = 0, width = 800, height = 600 } = options;
    this.bounds = { x, y, width, height };
  }

  loadURL(url: string): Promise<void> {
    this.calls.push(`load ${url}`);
    this.webContents.mainFrame.origin = 'app://lectern';
    return Promise.resolve();
  }
  show(): void {
    if (this.isDestroyed()) throw new TypeError('Object has been destroyed');
    this.calls.push('show');
  }
  focus(): void {
    this.calls.push('focus');
  }
  restore(): void {
    this.minimised = false;
    this.calls.push('restore');
  }
  maximize(): void {
    this.maximised = true;
  }
  isMinimized(): boolean {
    return this.minimised;
  }
  isMaximized(): boolean {
    return this.maximised;
  }
  isDestroyed(): boolean {
    return this.webContents.isDestroyed;
  }
  getNormalBounds(): Rectangle {
    if (this.isDestroyed()) throw new TypeError('Object has been destroyed');
    return this.bounds;
  }
  /** As its close button does. */
  close(): void {
    if (this.isDestroyed()) return;
    this.emitter.emit('close');
    this.webContents.isDestroyed = true;
  }
}

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fitBounds, readWindowState } from './window-bounds.ts';
import { openWindow, raiseWindow, sendEvent } from './window.ts';
import { FakeWindow } from './test-helpers/fake-window.ts';

let folder: string;
let stateFile: string;
let reports: string[];
let time: number;

beforeEach(() => {
  vi.useFakeTimers();
  folder = mkdtempSync(join(tmpdir(), 'lectern-window-'));
  stateFile = join(folder, 'window.json');
  reports = [];
  time = 0;
});
afterEach(() => {
  vi.useRealTimers();
  rmSync(folder, { recursive: true });
});

function open({ dark = false, workArea = { x: 0, y: 0, width: 1920, height: 1040 } } = {}): FakeWindow {
  return openWindow(
    {
      BrowserWindow: FakeWindow,
      screen: { getDisplayMatching: () => ({ workArea }) },
      nativeTheme: { shouldUseDarkColors: dark },
    },
    {
      preload: '/p/preload.cjs',
      stateFile,
      devTools: false,
      report: (message) => reports.push(message),
      now: () => time,
    },
  );
}

const shown = (window: FakeWindow) => window.calls.filter((call) => call === 'show').length;

describe('the window', () => {
  it('is sealed off and loads our page', () => {
    const window = open();
    expect(window.options.webPreferences).toEqual({
      preload: '/p/preload.cjs',
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: false,
    });
    expect(window.calls).toEqual(['load app://lectern/']);
    expect(window.options).toMatchObject({ show: false, backgroundColor: '#f8f4eb' });
    expect(open({ dark: true }).options.backgroundColor).toBe('#20242b');
  });

  it.each<[string, (window: FakeWindow) => void]>([
    ['it is painted', (window) => window.emitter.emit('ready-to-show')],
    ['it is loaded', (window) => window.webContents.emitter.emit('did-finish-load')],
    ['two seconds are over', () => vi.advanceTimersByTime(2000)],
  ])('shows itself once, as soon as %s', (_when, happen) => {
    const window = open();
    expect(shown(window)).toBe(0);
    happen(window);
    expect(shown(window)).toBe(1);
    window.emitter.emit('ready-to-show');
    window.webContents.emitter.emit('did-finish-load');
    vi.advanceTimersByTime(10_000);
    expect(shown(window)).toBe(1);
  });

  it('is not shown if it was closed before', () => {
    const window = open();
    window.close();
    vi.advanceTimersByTime(10_000);
    expect(shown(window)).toBe(0);
  });

  it('remembers where it stood, and whether it was maximised', () => {
    const first = open();
    first.bounds = { x: 100, y: 50, width: 900, height: 700 };
    first.maximised = true;
    first.close();
    const second = open();
    expect(second.bounds).toEqual(first.bounds);
    expect(second.maximised).toBe(true);
  });

  it('comes back onto a screen that has become smaller', () => {
    writeFileSync(stateFile, JSON.stringify({ x: 3000, y: -500, width: 2500, height: 300, maximised: false }));
    const { bounds } = open({ workArea: { x: 0, y: 30, width: 1280, height: 770 } });
    expect(bounds).toEqual({ x: 0, y: 30, width: 1280, height: 480 });
  });

  it.each(['', 'not JSON', '{"x":1}', '{"x":"1","y":0,"width":10,"height":10,"maximised":false}', 'null'])(
    'opens as for the first time after a state of %j',
    (text) => {
      writeFileSync(stateFile, text);
      expect(readWindowState(stateFile)).toBeNull();
      expect(open().bounds).toEqual({ x: 320, y: 90, width: 1280, height: 860 });
    },
  );

  it('writes nothing but its place', () => {
    const window = open();
    window.close();
    const kept: unknown = JSON.parse(readFileSync(stateFile, 'utf8'));
    expect(kept).toEqual({ x: 320, y: 90, width: 1280, height: 860, maximised: false });
  });

  it('loads again after a crash, and gives up after too many', () => {
    const window = open();
    const crash = (reason: string) => window.webContents.emitter.emit('render-process-gone', {}, { reason });
    crash('clean-exit');
    expect(window.webContents.reloads).toBe(0);
    for (let count = 0; count < 5; count += 1) crash('crashed');
    expect(window.webContents.reloads).toBe(3);
    expect(reports.at(-1)).toContain('too often');
    time += 61_000;
    crash('oom');
    expect(window.webContents.reloads).toBe(4);
  });

  it('is raised from wherever it is', () => {
    const window = open();
    window.minimised = true;
    raiseWindow(window);
    expect(window.calls.slice(-3)).toEqual(['restore', 'show', 'focus']);
  });

  it('hears events as long as it is there', () => {
    const window = open();
    sendEvent(window, { event: 'settings.changed' });
    window.close();
    sendEvent(window, { event: 'settings.changed' });
    expect(window.webContents.sent).toEqual([['lectern:event', { event: 'settings.changed' }]]);
  });
});

describe('fitBounds', () => {
  it('keeps what fits, moves what hangs over, shrinks what is too large, on any screen', () => {
    const left = { x: -1920, y: 0, width: 1920, height: 1080 };
    expect(fitBounds({ x: -1800, y: 40, width: 800, height: 600 }, left)).toEqual({
      x: -1800,
      y: 40,
      width: 800,
      height: 600,
    });
    expect(fitBounds({ x: -400, y: 900, width: 800, height: 600 }, left)).toEqual({
      x: -800,
      y: 480,
      width: 800,
      height: 600,
    });
    expect(fitBounds({ x: 0, y: 0, width: 9, height: 9 }, left)).toMatchObject({ width: 400, height: 480 });
    expect(fitBounds(null, { x: 0, y: 0, width: 320, height: 240 })).toEqual({ x: 0, y: 0, width: 320, height: 240 });
  });
});

/** The desktop shell on a fake Electron, with a small real collection and the real core beside it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compileCollection } from '../../../content/compiler/compile-collection.ts';
import { scaffoldCollection } from '../../../content/compiler/scaffold.ts';
import { placesOf, type Places } from '../../core/web/places.ts';
import { invokeChannel } from '../channels.ts';
import { startDesktop } from '../desktop.ts';
import { createFakeElectron, type FakeElectron, type FakeElectronOptions } from './fake-electron.ts';
import type { FakeFrame, FakeWindow } from './fake-window.ts';

export interface Installation {
  readonly root: string;
  readonly places: Places;
  remove(): void;
}

/** A folder with a collection and a window in it; the core's program is that of this checkout. */
export async function makeInstallation(): Promise<Installation> {
  const root = mkdtempSync(join(tmpdir(), 'lectern-desktop-'));
  const scaffolded = await scaffoldCollection(join(root, 'source'), new Date('2026-11-23T08:00:00Z'));
  if (!scaffolded.ok) throw new Error(scaffolded.reason);
  const compiled = await compileCollection(join(root, 'source'), join(root, 'collection'));
  if (!compiled.ok) throw new Error(compiled.problems.map(({ cause }) => cause).join('\n'));
  mkdirSync(join(root, 'renderer'));
  writeFileSync(join(root, 'renderer', 'index.html'), '<!doctype html><title>Lectern</title>');
  const places = {
    ...placesOf(join(import.meta.dirname, '..', 'main.ts')),
    collectionDirectory: join(root, 'collection'),
    windowDirectory: join(root, 'renderer'),
  };
  return {
    root,
    places,
    remove: () => {
      rmSync(root, { recursive: true, force: true });
    },
  };
}

export interface RunningDesk {
  readonly fake: FakeElectron;
  readonly reports: string[];
  readonly dataDirectory: string;
  window(): FakeWindow;
  /** A call from the window, or from whatever frame is given. */
  call(method: unknown, input: unknown, frame?: FakeFrame | null): Promise<unknown>;
  /** Quits and waits until every process is gone. */
  quit(): Promise<void>;
}

interface DeskOptions extends Partial<FakeElectronOptions> {
  readonly platform?: string;
  readonly args?: readonly string[];
}

/** Every desk has a data folder of its own. */
export async function startDesk({ root, places }: Installation, options: DeskOptions = {}): Promise<RunningDesk> {
  const dataDirectory = mkdtempSync(join(root, 'data-'));
  const fake = createFakeElectron({ folder: dataDirectory, ...options });
  const reports: string[] = [];
  await startDesktop(fake.electron, {
    places,
    platform: options.platform ?? 'linux',
    args: options.args ?? [],
    dataDirectory,
    collectionDirectory: places.collectionDirectory,
    userDataDirectory: dataDirectory,
    report: (message) => reports.push(message),
  });
  const window = () => {
    const last = fake.windows.at(-1);
    if (last === undefined) throw new Error('no window was opened');
    return last;
  };
  return {
    fake,
    reports,
    dataDirectory,
    window,
    call: (method, input, frame = window().webContents.mainFrame) =>
      fake.invoke(invokeChannel, window().webContents, frame, method, input),
    quit: async () => {
      fake.electron.app.quit();
      await Promise.all(fake.children.map(({ exited }) => exited));
    },
  };
}

import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ShellHandlers } from '../contract/methods.ts';
import { createShellHandlers } from './shell-handlers.ts';
import { FakeWindow } from './test-helpers/fake-window.ts';

let folder: string;
let opened: string[];
let window: FakeWindow | null;
let saveTo: string;
let problem: string;
let proposed: (string | undefined)[];
let handlers: ShellHandlers;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lectern-shell-'));
  opened = [];
  proposed = [];
  window = new FakeWindow({});
  saveTo = join(folder, 'saved.pdf');
  problem = '';
  for (const name of ['aa.pdf', 'bb.desktop', 'cc.HTML']) writeFileSync(join(folder, name), `content of ${name}`);
  handlers = createShellHandlers({
    shell: {
      openExternal: (url) => Promise.resolve(void opened.push(url)),
      openPath: (path) => {
        opened.push(path);
        return Promise.resolve(problem);
      },
      showItemInFolder: (path) => void opened.push(`folder of ${path}`),
    },
    dialog: {
      showSaveDialog: (_window, { defaultPath }) => {
        proposed.push(defaultPath);
        return Promise.resolve({ canceled: saveTo === '', filePath: saveTo });
      },
      showOpenDialog: (_window, { properties }) => {
        proposed.push(properties?.join(' '));
        return Promise.resolve({ canceled: saveTo === '', filePaths: saveTo === '' ? [] : [saveTo] });
      },
    },
    window: () => window,
    assets: () => ({
      resolve: (name) => {
        const path = join(folder, name);
        return ['aa.pdf', 'bb.desktop', 'cc.HTML'].includes(name) ? { path, mediaType: 'x/y', bytes: 1 } : null;
      },
    }),
    documents: () => '/home/ada/Documents',
    temporary: () => folder,
    offer: (directory) => `place of ${directory}`,
  });
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('opening a page elsewhere', () => {
  it('hands web pages and mail addresses to the system', async () => {
    for (const url of ['https://example.org/a?b#c', 'http://example.org/', 'mailto:ada@example.org']) {
      expect(await handlers['shell.openExternal']({ url })).toEqual({ opened: true });
    }
    expect(opened).toEqual(['https://example.org/a?b#c', 'http://example.org/', 'mailto:ada@example.org']);
  });

  it.each([
    ...['file:///etc/passwd', 'javascript:alert(1)', 'smb://x/y', 'ms-msdt:/id', 'app://lectern/', 'data:text/html,x'],
    ...['vbscript:x', '//example.org', '/etc/passwd', 'C:\\x.exe', ' ', ''],
  ])('refuses %s', async (url) => {
    await expect(handlers['shell.openExternal']({ url })).rejects.toMatchObject({ code: 'forbidden' });
    expect(opened).toEqual([]);
  });
});

describe('opening a file of the collection', () => {
  it('opens a copy under the name that the reader knows', async () => {
    await handlers['shell.openDownload']({ asset: 'aa.pdf', name: 'The Patch.pdf' });
    const [path = ''] = opened;
    expect(basename(path)).toBe('The Patch.pdf');
    expect(path.startsWith(folder)).toBe(true);
    expect(readFileSync(path, 'utf8')).toBe('content of aa.pdf');
  });

  it('cannot be talked into another kind of file, or another place', async () => {
    await handlers['shell.openDownload']({ asset: 'aa.pdf', name: '../../evil.exe' });
    expect(basename(opened[0] ?? '')).toBe('evil.pdf');
    expect(opened[0]?.startsWith(folder)).toBe(true);
  });

  it('shows in its folder what could run, and what nothing here can open', async () => {
    for (const asset of ['bb.desktop', 'cc.HTML']) await handlers['shell.openDownload']({ asset, name: 'form.pdf' });
    problem = 'No application is registered';
    await handlers['shell.openDownload']({ asset: 'aa.pdf', name: 'a' });
    expect(opened.map((path) => path.replace(/\/.*\//, ''))).toEqual([
      'folder of form.desktop',
      'folder of form.html',
      'a.pdf',
      'folder of a.pdf',
    ]);
  });

  it('knows no file that the collection does not list', async () => {
    const before = readdirSync(folder);
    for (const asset of ['dd.pdf', '../secret', '/etc/passwd', '']) {
      await expect(handlers['shell.openDownload']({ asset, name: 'a' })).rejects.toMatchObject({ code: 'not-found' });
    }
    expect(readdirSync(folder)).toEqual(before);
  });
});

describe('saving a PDF', () => {
  it('asks where, prints the page as it is, with its outline and its structure', async () => {
    expect(await handlers['shell.savePdf']({ name: 'A: "worm"?' })).toEqual({ saved: true });
    expect(proposed).toEqual([join('/home/ada/Documents', 'A worm.pdf')]);
    expect(readFileSync(saveTo, 'utf8')).toBe('%PDF-1.7');
    expect(window?.webContents.printed).toMatchObject([
      { pageSize: 'A4', printBackground: true, generateTaggedPDF: true, generateDocumentOutline: true },
    ]);
  });

  it('prints nothing if the reader thinks better of it', async () => {
    saveTo = '';
    expect(await handlers['shell.savePdf']({ name: 'a' })).toEqual({ saved: false });
    expect(window?.webContents.printed).toEqual([]);
  });

  it('says what is wrong with the place, or that there is no window', async () => {
    saveTo = join(folder, 'missing', 'a.pdf');
    await expect(handlers['shell.savePdf']({ name: 'a' })).rejects.toThrow(/could not be written there \(ENOENT\)/);
    expect(existsSync(saveTo)).toBe(false);
    window = null;
    await expect(handlers['shell.savePdf']({ name: 'a' })).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('choosing a folder', () => {
  it('answers the place that the host made of it, and null if the dialog was cancelled', async () => {
    saveTo = '';
    expect(await handlers['shell.chooseFolder']({})).toEqual({ place: null });
    saveTo = '/media/ada/stick';
    expect(await handlers['shell.chooseFolder']({})).toEqual({ place: 'place of /media/ada/stick' });
    expect(proposed.at(-1)).toBe('openDirectory createDirectory');
  });
});

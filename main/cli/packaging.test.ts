import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { runInNewContext } from 'node:vm';
import { extractAll, listPackage } from '@electron/asar';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildParts } from './build-parts.ts';
import { ask, logIn } from './test-helpers/http-client.ts';
import { pack, readConfiguration, type Target } from './test-helpers/pack.ts';
import { sourcePlaces } from './test-helpers/scratch.ts';

const host = `${process.platform}-${process.arch}`;
/** electron-builder takes seconds, and more on a busy machine. */
const patienceMs = 180_000;
let scratch: string;
/** A copy of what is packed: a build that somebody runs meanwhile in the checkout changes nothing here. */
let root: string;
const packs = new Map<Target, string>();

beforeAll(async () => {
  scratch = mkdtempSync(join(tmpdir(), 'lectern-packed-'));
  await buildParts(sourcePlaces.root, ['collection', 'window', 'programs'], () => undefined);
  root = join(scratch, 'project');
  for (const part of ['package.json', 'LICENSE', 'electron-builder.yml', 'main/electron/resources', 'dist']) {
    cpSync(join(sourcePlaces.root, part), join(root, part), { recursive: true });
  }
  symlinkSync(join(sourcePlaces.root, 'node_modules'), join(root, 'node_modules'), 'junction');
}, patienceMs);
afterAll(() => {
  rmSync(scratch, { recursive: true, force: true });
});

/** The folder that holds app.asar, packed once for each target. */
function packed(target: Target): string {
  const resources = packs.get(target) ?? pack(root, target, join(scratch, target));
  packs.set(target, resources);
  return resources;
}

/** Files below a folder of the checkout, as paths from its root. */
function filesBelow(folder: string): string[] {
  const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return files.map((file) => relative(root, file).replaceAll(sep, '/'));
}

/** Exactly what a package may hold. */
function wantedFiles(target: Target): string[] {
  const sqlite = 'node_modules/better-sqlite3';
  return [
    ...['package.json', 'LICENSE', `${sqlite}/package.json`, `${sqlite}/LICENSE`, `${sqlite}/prebuilds/${target}.node`],
    ...filesBelow(`${sqlite}/lib`).filter((file) => !/-(?:x64|arm64)\.js$/.test(file)),
    ...filesBelow('dist'),
  ].sort();
}

function packedFiles(asar: string): string[] {
  const entries = listPackage(asar, { isPack: false }).map((path) => path.replaceAll(sep, '/').slice(1));
  const folders = new Set(entries.map((path) => path.slice(0, Math.max(0, path.lastIndexOf('/')))));
  return entries.filter((path) => !folders.has(path)).sort();
}

describe.each<Target>(['linux-x64', 'linux-arm64', 'win32-x64'])('a package for %s', (target) => {
  it(
    'holds the programs, the window, the collection, one native prebuild, and nothing else',
    () => {
      const resources = packed(target);
      const files = packedFiles(join(resources, 'app.asar'));
      expect(files).toEqual(wantedFiles(target));
      expect(files).toEqual(
        expect.arrayContaining([
          ...['dist/electron/main.js', 'dist/electron/preload.cjs', 'dist/core/core-process.js', 'dist/cli/lectern.js'],
          ...[
            'dist/core/import-process.js',
            'dist/pdf/cmaps/Adobe-Japan1-UCS2.bcmap',
            'dist/pdf/standard_fonts/LICENSE_FOXIT',
          ],
          ...['dist/renderer/index.html', 'dist/collection/manifest.json', 'dist/licences.md'],
        ]) as string[],
      );
      const loose = readdirSync(join(resources, 'app.asar.unpacked'), { recursive: true, withFileTypes: true });
      expect(loose.filter((entry) => entry.isFile()).map(({ name }) => name)).toEqual([`${target}.node`]);
    },
    patienceMs,
  );
});

describe('the built programs', () => {
  it('import nothing that the package does not bring', () => {
    const programs = filesBelow('dist').filter((file) => /^dist\/(?:chunks|cli|core|electron)\/.*js$/.test(file));
    const imported = programs.flatMap((file) => {
      const text = readFileSync(join(root, file), 'utf8');
      const specifiers = text.matchAll(/^(?:import|export)\b[^\n;]*? from "([^"]+)";$|^import "([^"]+)";$/gm);
      return [...specifiers].map(([, from, bare]) => from ?? bare ?? '');
    });
    const foreign = imported.filter((name) => !name.startsWith('.') && !isBuiltin(name));
    expect([...new Set(foreign)].sort()).toEqual(['better-sqlite3', 'electron']);
  });

  it('have a preload that requires electron alone and exposes two functions and a name', () => {
    const required: string[] = [];
    const exposed: Record<string, object> = {};
    const electron = {
      contextBridge: { exposeInMainWorld: (name: string, api: object) => (exposed[name] = api) },
      ipcRenderer: { on: () => undefined, off: () => undefined, invoke: () => undefined },
    };
    runInNewContext(readFileSync(join(root, 'dist/electron/preload.cjs'), 'utf8'), {
      process: { platform: 'linux' },
      exports: {},
      module: { exports: {} },
      require: (name: string) => {
        required.push(name);
        return electron;
      },
    });
    expect(required).toEqual(['electron']);
    expect(Object.keys(exposed)).toEqual(['lectern']);
    expect(Object.keys(exposed['lectern'] ?? {}).sort()).toEqual(['invoke', 'onEvent', 'platform']);
  });
});

describe('what is packed for people', () => {
  it('is made for four kinds of system, with the fuses set', () => {
    const { linux, mac, win, electronFuses } = readConfiguration(root);
    expect([linux, mac, win]).toMatchObject([
      { target: ['AppImage', 'deb'] },
      { target: [{ target: 'dmg' }] },
      { target: ['nsis'] },
    ]);
    expect(electronFuses).toMatchObject({
      runAsNode: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      grantFileProtocolExtraPrivileges: false,
    });
  });

  it(
    'has a desktop program that loads from the packed files alone',
    async () => {
      const app = join(scratch, 'desktop');
      extractAll(join(packed('linux-x64'), 'app.asar'), app);
      // An Electron in which another instance runs already: the program is to see that and leave.
      const electron = join(app, 'node_modules', 'electron');
      const parts = [
        'BrowserWindow',
        'dialog',
        'ipcMain',
        'Menu',
        'nativeTheme',
        'protocol',
        'screen',
        'session',
        'shell',
      ];
      const steps = ['setName', 'setPath', 'exit', 'quit'].map((name) => `${name}: () => console.log('${name}')`);
      mkdirSync(electron);
      writeFileSync(join(electron, 'package.json'), '{"type":"module","main":"index.js"}');
      writeFileSync(
        join(electron, 'index.js'),
        `export const app = { ${steps.join(', ')}, requestSingleInstanceLock: () => false };
       export const ${[...parts, 'utilityProcess'].map((name) => `${name} = {}`).join(', ')};`,
      );
      const { LECTERN_DATA: _, ...env } = process.env;
      const program = join(app, 'dist', 'electron', 'main.js');
      const { stdout } = await promisify(execFile)(process.execPath, [program], { env, cwd: scratch });
      expect(stdout).toBe('setName\nquit\n');
    },
    patienceMs,
  );

  it.runIf(host === 'linux-x64' || host === 'linux-arm64' || host === 'win32-x64')(
    'serves a story from nothing but the packed files, keeps a bookmark, and ends when it is told to',
    async () => {
      const target = host as Target; // as just tested
      const app = join(scratch, 'app');
      const resources = packed(target);
      extractAll(join(resources, 'app.asar'), app);
      const data = join(scratch, 'data');
      const program = join(app, 'dist', 'cli', 'lectern.js');
      const child = spawn(process.execPath, [program, 'serve', '--data', data], {
        cwd: scratch,
        stdio: ['ignore', 'pipe', 'inherit'],
        env: { ...process.env, LECTERN_COLLECTION: '', NODE_PATH: '' },
      });
      const exited = once(child, 'exit');
      const [url] = (await once(createInterface({ input: child.stdout }), 'line')) as [string]; // one string
      const { origin, cookie } = await logIn(url);
      const call = async (method: string, input: unknown) => {
        const headers = { 'content-type': 'application/json', origin, cookie };
        const { body } = await ask(`${origin}/api/${method}`, { method: 'POST', headers, body: JSON.stringify(input) });
        return JSON.parse(body) as { ok: boolean; value: { items: { id: string }[]; html: string } };
      };

      const page = await ask(`${origin}/`, { headers: { cookie } });
      const script = /src="(\/assets\/[^"]+\.js)"/.exec(page.body)?.[1] ?? '';
      expect((await ask(`${origin}${script}`, { headers: { cookie } })).status).toBe(200);
      const list = await call('articles.list', {});
      const id = list.value.items[0]?.id ?? '';
      expect((await call('articles.get', { id })).value.html).toContain('data-block="0"');
      expect(await call('search.find', { query: 'worm' })).toMatchObject({ ok: true });
      expect(await call('bookmarks.set', { id, bookmarked: true })).toMatchObject({ ok: true });
      expect(existsSync(join(data, 'library.db'))).toBe(true);

      child.kill('SIGTERM');
      const [code] = (await exited) as [number | null]; // as documented for "exit"
      expect(code).toBe(process.platform === 'win32' ? null : 0);
    },
    patienceMs,
  );
});

import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fetchElectron, findElectron } from './electron-binary.ts';

let root: string;
let folder: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'lectern-electron-'));
  folder = join(root, 'node_modules', 'electron');
  mkdirSync(join(folder, 'dist'), { recursive: true });
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

describe('finding Electron', () => {
  it('follows path.txt of the package, and only to a file that is there', () => {
    expect(findElectron(root, {})).toBeNull();
    writeFileSync(join(folder, 'path.txt'), 'electron');
    expect(findElectron(root, {})).toBeNull();
    writeFileSync(join(folder, 'dist', 'electron'), '');
    expect(findElectron(root, {})).toBe(join(folder, 'dist', 'electron'));
  });

  it('takes what the environment names', () => {
    const other = join(root, 'electron');
    writeFileSync(other, '');
    expect(findElectron(root, { ELECTRON_PATH: other })).toBe(other);
    expect(findElectron(root, { ELECTRON_OVERRIDE_DIST_PATH: root })).toBe(other);
    expect(findElectron(root, { ELECTRON_PATH: join(root, 'missing') })).toBeNull();
  });
});

describe('fetching Electron', () => {
  const installer = (program: string) => {
    writeFileSync(join(folder, 'install.js'), program);
  };

  it('runs the installer of the package, unless it is told not to', async () => {
    installer(`require('fs').writeFileSync(require('path').join(__dirname, 'path.txt'), 'electron')`);
    await fetchElectron(root, { ELECTRON_SKIP_BINARY_DOWNLOAD: '1' }, 10_000);
    expect(existsSync(join(folder, 'path.txt'))).toBe(false);
    await fetchElectron(root, {}, 10_000);
    expect(readFileSync(join(folder, 'path.txt'), 'utf8')).toBe('electron');
  });

  it('lives with an installer that fails or is not there', async () => {
    await fetchElectron(root, {}, 10_000);
    installer('process.exit(1)');
    await fetchElectron(root, {}, 10_000);
    expect(findElectron(root, {})).toBeNull();
  });

  it.skipIf(process.platform === 'win32')('ends an installer that hangs, and what it started', async () => {
    const pids = join(root, 'pids');
    installer(`
      const { spawn } = require('child_process');
      const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
      require('fs').writeFileSync(${JSON.stringify(pids)}, process.pid + ' ' + child.pid);
      setInterval(() => {}, 1000);`);
    await fetchElectron(root, { PATH: process.env['PATH'] }, 4000);
    const [parent, child] = readFileSync(pids, 'utf8').split(' ').map(Number);
    // A process that was killed takes a moment to be gone.
    await expect.poll(() => [isRunning(parent!), isRunning(child!)], { timeout: 20_000 }).toEqual([false, false]);
  });
});

function isRunning(pid: number): boolean {
  // A killed grandchild may wait for its new parent to take note of it: dead all the same.
  const status = `/proc/${pid}/status`;
  return existsSync(status) && !/^State:\s+[ZX]/m.test(readFileSync(status, 'utf8'));
}

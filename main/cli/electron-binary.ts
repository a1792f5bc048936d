/** Finds an Electron to run, and fetches one if it can be had. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/** Where the `electron` package keeps its binary, or whatever the environment names instead; null if there is none. */
export function findElectron(root: string, env: Environment): string | null {
  const named = env['ELECTRON_PATH'];
  if (named !== undefined && named !== '') return existsSync(named) ? named : null;
  const folder = join(root, 'node_modules', 'electron');
  const pathFile = join(folder, 'path.txt');
  const override = env['ELECTRON_OVERRIDE_DIST_PATH'];
  const file = existsSync(pathFile) ? readFileSync(pathFile, 'utf8').trim() : null;
  if (override === undefined && file === null) return null;
  const binary = join(override ?? join(folder, 'dist'), file ?? 'electron');
  return existsSync(binary) ? binary : null;
}

/**
 * Runs the package's own installer once, for at most `limitMs`, and quietly: that it fails where there is no network is
 * no fault. Whatever it started is ended with it.
 */
export function fetchElectron(root: string, env: Environment, limitMs: number): Promise<void> {
  const installer = join(root, 'node_modules', 'electron', 'install.js');
  if (!existsSync(installer) || env['ELECTRON_SKIP_BINARY_DOWNLOAD'] === '1') return Promise.resolve();
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [installer], { stdio: 'ignore', detached: true, windowsHide: true, env });
    const timer = setTimeout(() => {
      endGroup(child.pid);
    }, limitMs);
    const done = () => {
      clearTimeout(timer);
      resolve();
    };
    child.once('error', done);
    child.once('exit', done);
  });
}

function endGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch (error) {
    const isGone = error instanceof Error && 'code' in error && error.code === 'ESRCH';
    if (!isGone) throw error; // it ended by itself a moment ago otherwise
  }
}

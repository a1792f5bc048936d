/** Asks the system to show an address. Where it cannot, the printed address is there to be opened by hand. */
import { spawn } from 'node:child_process';

/** True once a program has taken the address over. */
export function openBrowser(url: string, platform: string): Promise<boolean> {
  const [program, ...args] = browserCommand(url, platform);
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: 'ignore', detached: platform !== 'win32', windowsHide: true });
    child.once('error', () => {
      resolve(false); // there is no such program
    });
    child.once('exit', (code) => {
      resolve(code === 0);
    });
    child.unref();
  });
}

export function browserCommand(url: string, platform: string): readonly [program: string, ...args: string[]] {
  if (platform === 'darwin') return ['open', url];
  // The empty word is the window's title, for which `start` would take a quoted address.
  if (platform === 'win32') return ['cmd', '/c', 'start', '', url];
  return ['xdg-open', url];
}

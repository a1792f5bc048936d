/** Finds a Chromium for the end-to-end tests; on Debian as root it installs one. Never downloads a browser build. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'];
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** Path of a browser, or null. `LECTERN_BROWSER` overrides all. */
export function findBrowser(): string | null {
  const asked = process.env['LECTERN_BROWSER'];
  const onPath = (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)));
  const candidates = [asked, chromium.executablePath(), ...onPath, ...places];
  return candidates.find((path) => path !== undefined && isExecutable(path)) ?? null;
}

/** As `findBrowser`, after an attempt to install Debian's Chromium where that is possible. */
export function findOrInstallBrowser(): string | null {
  const found = findBrowser();
  if (found !== null || !existsSync('/etc/debian_version') || process.getuid?.() !== 0) return found;
  console.log('No Chromium here; installing the Debian package chromium.');
  for (const args of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', 'chromium'],
  ]) {
    spawnSync('apt-get', args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  }
  return findBrowser();
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false; // that is the answer
  }
}

import { defineConfig } from '@playwright/test';
import { findBrowser } from './find-browser.ts';
import { findElectron } from './find-electron.ts';

/** One set of specs, two shells: the browser always, Electron wherever its binary is. */
export interface ShellOptions {
  shell: 'browser' | 'electron';
  binary: string;
}

const browser = findBrowser();
const electron = findElectron();

export default defineConfig<ShellOptions>({
  testDir: 'specs',
  outputDir: '../test-results/e2e',
  fullyParallel: true,
  workers: 2,
  forbidOnly: process.env['CI'] !== undefined,
  // A shared machine may stall a browser; a second attempt in CI keeps that apart from a fault, and run.ts names it.
  retries: process.env['CI'] === undefined ? 0 : 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: '../test-results/e2e.json' }]],
  projects: [
    ...(browser === null ? [] : [{ name: 'browser', use: { shell: 'browser' as const, binary: browser } }]),
    ...(electron === null ? [] : [{ name: 'electron', use: { shell: 'electron' as const, binary: electron } }]),
  ],
});

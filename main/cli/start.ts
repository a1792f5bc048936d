/**
 * `npm start`: makes what is stale and opens the desktop app; where there is no Electron that can run, says so in one
 * line and opens the same reader in the browser.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { placesOf } from '../core/web/places.ts';
import { buildParts } from './build-parts.ts';
import { desktopObstacle } from './desktop-obstacle.ts';
import { fetchElectron, findElectron } from './electron-binary.ts';
import { exitCodeOf } from './exit-code.ts';
import { nodeTerminal } from './node-terminal.ts';
import { runLectern } from './run-lectern.ts';

const fetchLimitMs = 20_000;

const args = process.argv.slice(2);
const terminal = nodeTerminal();
const places = placesOf(import.meta.filename);

async function start(): Promise<number> {
  const built = await exitCodeOf(
    () => buildParts(places.root, ['collection', 'window', 'programs'], terminal.err),
    terminal,
  );
  if (built !== 0) return built;
  const electron = await findOrFetch();
  if (electron === null) return openInBrowser(noElectron);
  const obstacle = desktopObstacle(process.platform, terminal.env, process.getuid?.() ?? null);
  return obstacle === null ? runElectron(electron) : openInBrowser(obstacle);
}

function openInBrowser(why: string): Promise<number> {
  terminal.err(`${why} Lectern opens in your browser instead.\n`);
  return runLectern(['serve', '--open', ...args], places, terminal);
}

const noElectron =
  'There is no Electron binary here and none could be fetched: run `node node_modules/electron/install.js` when you are ' +
  'online, or name one in ELECTRON_PATH.';

async function findOrFetch(): Promise<string | null> {
  const found = findElectron(places.root, terminal.env);
  if (found !== null) return found;
  terminal.err('Fetching Electron, once; this takes at most 20 seconds.\n');
  await fetchElectron(places.root, terminal.env, fetchLimitMs);
  return findElectron(places.root, terminal.env);
}

async function runElectron(binary: string): Promise<number> {
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env;
  const child = spawn(binary, [places.root, ...args], { stdio: 'inherit', env });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  const [code] = (await once(child, 'exit')) as [number | null]; // as documented for "exit"; null after a signal
  return code ?? 1;
}

process.exitCode = await start();

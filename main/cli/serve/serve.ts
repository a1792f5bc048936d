/** `lectern serve`: the core in a thread beside the loopback server, until we are asked to stop. */
import { pathToFileURL } from 'node:url';
import { createClient } from '../../contract/client.ts';
import { AppError } from '../../contract/errors.ts';
import { startCoreHost, type CoreHost } from '../../core/host/core-host.ts';
import { receiveUpload } from '../../core/web/uploads.ts';
import { collectionFiles, libraryFiles, readWindowFiles } from '../../core/web/web-files.ts';
import { explain } from '../exit-code.ts';
import type { Terminal } from '../terminal.ts';
import { startServer } from './http-server.ts';
import { openBrowser } from './open-browser.ts';

export interface ServeOptions {
  /** 0 for any free one. */
  readonly port: number;
  readonly open: boolean;
  /** Whether links may lead into private networks. */
  readonly allowPrivate: boolean;
  readonly collectionDirectory: string;
  readonly dataDirectory: string;
  readonly windowDirectory: string;
  readonly coreEntry: string;
  readonly jobEntry: string;
  readonly version: string;
}

/** Resolves after a stop that was asked for; throws `AppError` for what keeps it from starting. */
export async function serve(options: ServeOptions, terminal: Terminal): Promise<void> {
  const files = [
    readWindowFiles(options.windowDirectory),
    collectionFiles(options.collectionDirectory),
    libraryFiles(options.dataDirectory),
  ];
  const core = startCoreHost({
    entry: pathToFileURL(options.coreEntry),
    collectionDirectory: options.collectionDirectory,
    dataDirectory: options.dataDirectory,
    version: options.version,
    jobEntry: options.jobEntry,
    allowPrivate: options.allowPrivate,
    report: (message) => {
      terminal.err(`lectern: ${message}\n`);
    },
  });
  try {
    const warning = await checkCore(core);
    const report = (error: unknown) => {
      terminal.err(`lectern: ${explain(error)}\n`);
    };
    const stopped = terminal.untilStopped();
    const receive = (body: AsyncIterable<Uint8Array>) => receiveUpload(options.dataDirectory, body);
    const server = await startServer({ port: options.port, core, files, receive, report });
    terminal.out(`${server.url}\n`);
    if (warning !== null) terminal.err(`lectern: ${warning}\n`);
    terminal.err('Lectern is open at this address, for this machine only. Ctrl+C ends it.\n');
    if (options.open) void showAddress(server.url, terminal);
    await stopped;
    await server.stop();
  } finally {
    await core.close();
  }
}

/** Faults with which one can still read, though nothing is kept. */
const survivable = ['store-damaged', 'disk-full'];

/** Throws what makes the reader useless; returns what one should know. */
async function checkCore(core: CoreHost): Promise<string | null> {
  const { collection, store } = await createClient(core.invoke)['app.status']({});
  if (!collection.ready)
    throw new AppError('collection-damaged', collection.message ?? 'The collection cannot be read.');
  if (store.ready) return null;
  const message = store.message ?? 'The data folder cannot be used.';
  if (!survivable.includes(store.code ?? '')) throw new AppError('store-unavailable', message);
  return `${message} Lectern opens for reading; nothing is kept until this is mended.`;
}

async function showAddress(url: string, { platform, err }: Terminal): Promise<void> {
  if (!(await openBrowser(url, platform))) err('No browser could be started: open the address above in one.\n');
}

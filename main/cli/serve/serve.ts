/** `lectern serve`: the core in a thread beside the loopback server, until we are asked to stop. */
import { pathToFileURL } from 'node:url';
import { createClient } from '../../contract/client.ts';
import { AppError } from '../../contract/errors.ts';
import { spawnCoreThread } from '../../core/host/core-host.ts';
import { createLibraryHost, type LibraryHost } from '../../core/host/library-host.ts';
import type { ChosenLibrary, LibraryRegister } from '../../core/host/library-register.ts';
import { outgoingFiles } from '../../core/web/outgoing.ts';
import { receiveUpload } from '../../core/web/uploads.ts';
import { collectionFiles, openLibraryFiles, readWindowFiles } from '../../core/web/web-files.ts';
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
  readonly register: LibraryRegister;
  readonly library: ChosenLibrary;
  readonly windowDirectory: string;
  readonly coreEntry: string;
  readonly jobEntry: string;
  /** Null for the usual folder. */
  readonly backupDirectory: string | null;
  readonly version: string;
}

/** Resolves after a stop that was asked for; throws `AppError` for what keeps it from starting. */
export async function serve(options: ServeOptions, terminal: Terminal): Promise<void> {
  const log = (message: string) => {
    terminal.err(`lectern: ${message}\n`);
  };
  const { collectionDirectory, version, jobEntry } = options;
  const core = createLibraryHost({
    register: options.register,
    opened: options.library,
    spawn: ({ directory, fault }) =>
      spawnCoreThread(
        pathToFileURL(options.coreEntry),
        {
          collectionDirectory,
          dataDirectory: directory,
          libraryFault: fault ?? undefined,
          version,
          jobEntry,
          backupDirectory: options.backupDirectory ?? undefined,
          allowPrivate: options.allowPrivate,
        },
        log,
      ),
    platform: terminal.platform,
    home: terminal.home,
    report: log,
  });
  const files = [
    readWindowFiles(options.windowDirectory),
    collectionFiles(collectionDirectory),
    openLibraryFiles(core.dataDirectory),
    outgoingFiles(core.dataDirectory),
  ];
  try {
    const warning = await checkCore(core, options.library.fault);
    const report = (error: unknown) => {
      log(explain(error));
    };
    const stopped = terminal.untilStopped();
    const receive = (body: AsyncIterable<Uint8Array>) => receiveUpload(core.dataDirectory(), body);
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
async function checkCore(core: LibraryHost, libraryFault: string | null): Promise<string | null> {
  const { collection, store } = await createClient(core.invoke)['app.status']({});
  if (!collection.ready)
    throw new AppError('collection-damaged', collection.message ?? 'The collection cannot be read.');
  if (store.ready) return null;
  const message = store.message ?? 'The data folder cannot be used.';
  if (libraryFault === null && !survivable.includes(store.code ?? '')) throw new AppError('store-unavailable', message);
  return `${message} Lectern opens for reading; nothing is kept until this is mended.`;
}

async function showAddress(url: string, { platform, err }: Terminal): Promise<void> {
  if (!(await openBrowser(url, platform))) err('No browser could be started: open the address above in one.\n');
}

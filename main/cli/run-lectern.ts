/** The `lectern` command, from its arguments to its exit code: 0 done, 1 something failed and says what, 2 wrong usage. */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chooseLibrary, libraryRegister } from '../core/host/choose-library.ts';
import { parseCommandLine } from './command-line.ts';
import type { Command } from './command.ts';
import { exitCodeOf } from './exit-code.ts';
import type { ChosenLibrary } from '../core/host/library-register.ts';
import type { Places } from '../core/web/places.ts';
import { runReadCommand } from './read-commands.ts';
import type { Terminal } from './terminal.ts';
import { helpText } from './usage.ts';

/** Never throws. Relative folders are those of the working directory. */
export async function runLectern(args: readonly string[], places: Places, terminal: Terminal): Promise<number> {
  const command = parseCommandLine(args);
  if (command.name === 'wrong-usage') {
    terminal.err(`lectern: ${command.why}\n${command.usage}\n`);
    return 2;
  }
  return exitCodeOf(() => run(command, places, terminal), terminal);
}

/** The folder of the collection to read: as asked for, by the environment, or the one that came along. */
export function collectionDirectoryFor(asked: string | null, places: Places, env: Terminal['env']): string {
  const override = asked ?? env['LECTERN_COLLECTION'];
  return override === undefined || override === '' ? places.collectionDirectory : resolve(override);
}

async function run(command: Command, places: Places, terminal: Terminal): Promise<void> {
  switch (command.name) {
    case 'version':
      terminal.out(`${places.version}\n`);
      return;
    case 'help':
      terminal.out(helpText(command.about));
      return;
    case 'content': {
      // Loaded here: the compiler is half of the program, and only this command needs it.
      const { keepMakingBundle, makeBundle } = await import('./content-command.ts');
      const make = command.watch ? keepMakingBundle : makeBundle;
      await make(resolve(command.source), resolve(command.out), terminal);
      return;
    }
    case 'new-content': {
      const { makeNewPublication } = await import('./content-command.ts');
      await makeNewPublication(resolve(command.directory), terminal);
      return;
    }
    case 'libraries': {
      const { runLibrariesCommand } = await import('./libraries-command.ts');
      await runLibrariesCommand(command, terminal);
      return;
    }
    case 'serve': {
      const { serve } = await import('./serve/serve.ts');
      const register = libraryRegister(terminal);
      await serve(
        {
          port: command.port,
          open: command.open,
          allowPrivate: command.allowPrivate,
          collectionDirectory: collectionDirectoryFor(command.collection, places, terminal.env),
          register,
          library: libraryFor(command.data, terminal),
          windowDirectory: places.windowDirectory,
          coreEntry: places.coreEntry,
          jobEntry: places.jobEntry,
          backupDirectory: command.backups === null ? null : resolve(command.backups),
          version: places.version,
        },
        terminal,
      );
      return;
    }
    case 'backup':
    case 'restore':
    case 'verify': {
      const { runBackupCommand } = await import('./backup-commands.ts');
      const { dataDirectory, version } = coreOptions(command, places, terminal);
      await runBackupCommand(command, { dataDirectory, version }, terminal);
      return;
    }
    case 'feeds': {
      const { runFeedsCommand } = await import('./feeds-command.ts');
      await runFeedsCommand(command, coreOptions(command, places, terminal), terminal);
      return;
    }
    case 'import':
    case 'export': {
      const { runLibraryCommand } = await import('./library-commands.ts');
      await runLibraryCommand(command, coreOptions(command, places, terminal), terminal);
      return;
    }
    case 'save':
    case 'fetch': {
      const { runLinkCommand } = await import('./link-commands.ts');
      await runLinkCommand(command, coreOptions(command, places, terminal), terminal);
      return;
    }
    default:
      await runReadCommand(command, coreOptions(command, places, terminal), terminal);
  }
}

function libraryFor(data: string | null, terminal: Terminal): ChosenLibrary {
  const library = chooseLibrary(libraryRegister(terminal), data, terminal.env);
  return { ...library, directory: resolve(library.directory) };
}

function coreOptions(
  { data, collection }: { readonly data: string | null; readonly collection: string | null },
  places: Places,
  terminal: Terminal,
) {
  const { directory, fault } = libraryFor(data, terminal);
  return {
    collectionDirectory: collectionDirectoryFor(collection, places, terminal.env),
    dataDirectory: directory,
    libraryFault: fault ?? undefined,
    version: places.version,
    jobEntry: pathToFileURL(places.jobEntry),
  };
}

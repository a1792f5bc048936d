/** `npm run -s lectern -- …`: the `lectern` command of a checkout, after whatever the command needs has been made. */
import { placesOf } from '../core/web/places.ts';
import { buildParts } from './build-parts.ts';
import { parseCommandLine } from './command-line.ts';
import { exitCodeOf } from './exit-code.ts';
import { nodeTerminal } from './node-terminal.ts';
import { collectionDirectoryFor, runLectern } from './run-lectern.ts';

const args = process.argv.slice(2);
const terminal = nodeTerminal();
const places = placesOf(import.meta.filename);

async function makeWhatIsNeeded(): Promise<void> {
  const command = parseCommandLine(args);
  const readsOurs =
    'collection' in command &&
    collectionDirectoryFor(command.collection, places, terminal.env) === places.collectionDirectory;
  if (readsOurs) await buildParts(places.root, ['collection'], terminal.err);
  if (command.name === 'serve') await buildParts(places.root, ['window'], terminal.err);
}

process.exitCode = (await exitCodeOf(makeWhatIsNeeded, terminal)) === 0 ? await runLectern(args, places, terminal) : 1;

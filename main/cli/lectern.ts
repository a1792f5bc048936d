/** Entry of the `lectern` command. */
import { nodeTerminal } from './node-terminal.ts';
import { placesOf } from '../core/web/places.ts';
import { runLectern } from './run-lectern.ts';

process.exitCode = await runLectern(process.argv.slice(2), placesOf(import.meta.filename), nodeTerminal());

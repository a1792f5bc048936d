/** The thread of an import that dies at every article called DIE: what a parser's crash looks like from outside. */
import { workerData } from 'node:worker_threads';
import { phases, progressPlaces, type ImportTask } from '../import-task.ts';

const { progress, poisoned } = workerData as ImportTask; // as import-process.ts has it
const places = new Uint32Array(progress);
const deadly = 1;

// Watches where the import is, since its code is not ours to change: at the deadly row the thread throws.
const store = Atomics.store.bind(Atomics);
Atomics.store = ((array: Uint32Array, place: number, value: number) => {
  const result = store(array, place, value);
  const isPreparing = places[progressPlaces.phase] === phases.preparing;
  if (isPreparing && places[progressPlaces.row] === deadly && !poisoned.has(deadly))
    throw new Error('the parser fell over');
  return result;
}) as typeof Atomics.store;

await import('../import-process.ts');

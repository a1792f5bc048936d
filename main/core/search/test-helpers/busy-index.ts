/** For the test that kills it: adds articles and flushes for ever, and prints how many a flush has promised. */
import { openIndexSet } from '../set/open-index-set.ts';
import { article } from './lunr-oracle.ts';

const set = openIndexSet({ bundled: null, directory: process.argv[2] ?? '' });
for (let number = 1; ; number += 1) {
  set.add([article(`n${number}`, { blocks: [`Worm number ${number}.`] })]);
  set.setNote(String(number));
  await set.flush();
  process.stdout.write(`${number}\n`);
  await new Promise(setImmediate);
}

/** A thread for the tests of the runner: does whatever odd thing its data names. */
import { parentPort, workerData } from 'node:worker_threads';
import { openJobLine } from '../job-line.ts';

if (parentPort === null) throw new Error('odd-jobs runs in a thread');
const line = openJobLine(parentPort);
const { deed, count } = workerData as { deed: string; count: number }; // given by the tests

for (let number = 1; number <= count; number += 1) await line.send(number);
if (deed === 'hang') for (;;) Math.sqrt(2);
if (deed === 'throw') throw new Error('the page is made of cheese');
if (deed === 'leave') process.exit(0);
if (deed === 'hoard') {
  const heap: unknown[] = [];
  for (;;) heap.push(Array.from({ length: 1000 }, (_, index) => ({ index })));
}
if (deed === 'toil') {
  const until = Date.now() + 900;
  while (Date.now() < until) line.alive();
}
await line.done();

/** The thread in which fetched pages are read, one after the other. Whatever a page does to it, the core goes on. */
import { parentPort } from 'node:worker_threads';
import type { PageReading, PageTask } from './page-task.ts';
import { readPage } from './read-page.ts';

if (parentPort === null) throw new Error('page-process runs in a worker thread, not by itself');
const port = parentPort;
port.on('message', (task: PageTask) => {
  void readPage(task).then((reading: PageReading) => {
    port.postMessage(reading);
  });
});

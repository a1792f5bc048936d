/** The thread in which an export reads the library and writes the file, so that nobody who reads has to wait for it. */
import { parentPort, workerData } from 'node:worker_threads';
import { AppError } from '../../contract/errors.ts';
import { exportedBytes, labelOf } from '../exporters/exporters.ts';
import { openJobLine } from '../jobs/job-line.ts';
import { openAssetFiles } from '../library/asset-files.ts';
import { openSqliteStore } from '../store/sqlite-store.ts';
import { writeOutgoing } from '../web/outgoing.ts';
import type { ExportParcel, ExportTask } from './export-task.ts';
import { readSource } from './read-source.ts';
import { storyTitles } from './story-titles.ts';

if (parentPort === null) throw new Error('export-process runs in a worker thread, not by itself');
const line = openJobLine(parentPort);
const task = workerData as ExportTask; // cloned from what exports.ts gives

/** In milliseconds. */
const betweenWords = 200;

let articles = 0;
let bytes = 0;
let saidAt = 0;

const tell = (parcel: ExportParcel) => line.send(parcel);

async function* counted(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    bytes += chunk.length;
    line.alive();
    if (Date.now() - saidAt > betweenWords) {
      saidAt = Date.now();
      await tell({ kind: 'progress', articles, bytes });
    }
    yield chunk;
  }
}

async function run(): Promise<ExportParcel> {
  const { dataDirectory, format, ids, outgoing, now } = task;
  const store = openSqliteStore({ directory: dataDirectory, now: () => new Date(now) });
  try {
    const source = readSource({
      store,
      assets: openAssetFiles(dataDirectory),
      ids,
      withTrash: format === 'all',
      titleOfStory: storyTitles(task.collectionDirectory),
      now,
      progress: (given) => {
        articles = given;
      },
    });
    const chunks = counted(exportedBytes(format, source));
    const file = await writeOutgoing(dataDirectory, labelOf(format, now), chunks, { outgoing });
    return { kind: 'done', file };
  } catch (error) {
    if (error instanceof AppError) return { kind: 'failed', message: error.message };
    throw error;
  } finally {
    store.close();
  }
}

await tell(await run());
await line.done();

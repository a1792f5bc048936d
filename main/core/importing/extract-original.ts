/** Reads the original of a saved article again, in a thread that can be ended, as an import would. */
import { AppError } from '../../contract/errors.ts';
import { startJob, type JobLimits } from '../jobs/job-runner.ts';
import type { PreparedArticle } from '../library/prepare-article.ts';
import type { GivenFile } from './file-set.ts';
import { progressBytes, type Extent, type ImportParcel, type ImportTask } from './import-task.ts';

export interface ExtractPorts {
  readonly jobEntry: URL;
  readonly limits?: JobLimits;
  readonly now: () => Date;
}

export interface ExtractRequest {
  readonly original: GivenFile;
  readonly extent: Extent;
  /** The article of the file that is meant, if it holds several. */
  readonly title: string;
  /** Where pictures are kept; null to keep none. */
  readonly dataDirectory: string | null;
}

/** Throws `AppError` if the file gives no text, with the reason. */
export async function extractOriginal(request: ExtractRequest, ports: ExtractPorts): Promise<PreparedArticle> {
  const { original, extent, title, dataDirectory } = request;
  const found: PreparedArticle[] = [];
  let reason = 'It holds no text.';
  const task: ImportTask = {
    inputs: [original],
    all: new Map([[original.name, original.path]]),
    from: 0,
    only: null,
    poisoned: new Map(),
    broken: new Map(),
    dataDirectory,
    keepOriginals: false,
    extent,
    now: ports.now().toISOString(),
    progress: new SharedArrayBuffer(progressBytes),
  };
  const { ended } = startJob({
    entry: ports.jobEntry,
    data: task,
    ...(ports.limits === undefined ? {} : { limits: ports.limits }),
    take: (parcel) => {
      const { rows } = parcel as ImportParcel; // from our own thread
      for (const row of rows) {
        if (row.kind === 'failed' || row.kind === 'no-content') reason = row.reason;
        else if (row.kind === 'article' && row.prepared.body !== null) found.push(row.prepared);
      }
    },
  });
  const end = await ended;
  if (end.kind === 'refused') throw end.error;
  if (end.kind === 'failed') reason = end.reason;
  const meant = found.length === 1 ? found[0] : found.find(({ row }) => row.title === title);
  if (meant !== undefined && end.kind === 'done') return meant;
  if (found.length > 1) reason = 'It holds several articles, and none of them has this title.';
  throw new AppError('invalid-input', `The original could not be read again. ${reason} The text stays as it is.`);
}

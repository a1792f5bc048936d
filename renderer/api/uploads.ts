/**
 * Sends files into the core's keeping, two at a time, each streamed from where it lies. What cannot be sent is told file
 * by file and costs the others nothing, but for a full disk: then none of the rest is tried.
 */
import { reply, type ErrorCode } from '../../main/contract/errors.ts';
import { uploadReceipt } from '../../main/contract/import-entities.ts';

/** A file of the reader's, under the name it has with the folders that were given along. */
export interface GivenFile {
  readonly file: Blob;
  readonly name: string;
}

export interface SentFile {
  readonly upload: string;
  readonly name: string;
}

export interface UnsentFile {
  readonly given: GivenFile;
  readonly code: ErrorCode;
  readonly message: string;
}

export interface UploadProgress {
  readonly files: number;
  readonly filesDone: number;
  readonly bytes: number;
  readonly bytesDone: number;
}

interface UploadOptions {
  readonly signal: AbortSignal;
  readonly progress: (progress: UploadProgress) => void;
  /** `fetch` of the window. */
  readonly post?: (address: string, request: RequestInit) => Promise<Pick<Response, 'json'>>;
}

/** Where both shells take files (core/web/uploads.ts). */
const address = '/uploads';
const atOnce = 2;

/** Keeps the order of `files`. Rejects with the signal's reason if it is aborted, and with nothing else. */
export async function uploadFiles(
  files: readonly GivenFile[],
  { signal, progress, post = (to, request) => fetch(to, request) }: UploadOptions,
): Promise<{ readonly sent: readonly SentFile[]; readonly unsent: readonly UnsentFile[] }> {
  const results = new Array<SentFile | UnsentFile>(files.length);
  const bytes = files.reduce((sum, { file }) => sum + file.size, 0);
  let filesDone = 0;
  let bytesDone = 0;
  let next = 0;
  let isFull: UnsentFile | null = null;

  const sendNext = async (): Promise<void> => {
    for (;;) {
      signal.throwIfAborted();
      const at = next;
      const given = files[at];
      if (given === undefined) return;
      next += 1;
      const result: SentFile | UnsentFile = isFull === null ? await send(given, post, signal) : { ...isFull, given };
      if ('code' in result && result.code === 'disk-full') isFull = result;
      results[at] = result;
      filesDone += 1;
      bytesDone += given.file.size;
      progress({ files: files.length, filesDone, bytes, bytesDone });
    }
  };

  progress({ files: files.length, filesDone, bytes, bytesDone });
  await Promise.all(Array.from({ length: atOnce }, sendNext));
  return {
    sent: results.filter((result) => 'upload' in result),
    unsent: results.filter((result) => 'code' in result),
  };
}

async function send(
  given: GivenFile,
  post: NonNullable<UploadOptions['post']>,
  signal: AbortSignal,
): Promise<SentFile | UnsentFile> {
  let answer: unknown;
  try {
    const response = await post(address, { method: 'POST', body: given.file, cache: 'no-store', signal });
    answer = await response.json();
  } catch {
    signal.throwIfAborted();
    return {
      given,
      code: 'unreachable',
      message:
        'It could not be read, or broke off on its way. See whether it is still where it was, and give it again.',
    };
  }
  const parsed = reply.safeParse(answer);
  if (!parsed.success)
    return { given, code: 'internal', message: 'Lectern gave an answer that cannot be read. Start it again.' };
  if (!parsed.data.ok) return { given, code: parsed.data.code, message: parsed.data.message };
  return { upload: uploadReceipt.parse(parsed.data.value).upload, name: given.name };
}

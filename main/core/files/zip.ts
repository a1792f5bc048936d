/** A ZIP archive as a stream, of any size: an entry is read when it is its turn, and no more of it than is taken. */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, statSync } from 'node:fs';
import { PassThrough, pipeline, Readable, Transform } from 'node:stream';
import { constants } from 'node:zlib';
import { ZipFile, type ReadStreamOptions } from 'yazl';

/** A file in an archive or a folder: its name with slashes, and its bytes or where they lie. */
export interface FileEntry {
  readonly name: string;
  readonly content: string | { readonly path: string };
  /** Of what does not get smaller by packing. */
  readonly isPacked?: boolean;
}

/** What was read of a file while it was put in. */
export interface WrittenEntry {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

export interface ZipOptions {
  readonly mtime: Date;
  /** Stands at the very end, so that an archive of ours is known. */
  readonly comment?: string;
  /** Packs less, in a fraction of the time. */
  readonly isFast?: boolean;
  /** Told of every file, before the next entry is asked for. */
  readonly written?: (entry: WrittenEntry) => void;
}

const chunkBytes = 1 << 18;

/** Throws what reading an entry throws, and for a name that would leave the folder it is unpacked to. */
export async function* zipOf(entries: Iterable<FileEntry>, options: ZipOptions): AsyncGenerator<Uint8Array> {
  const zip = new ZipFile();
  const output = new PassThrough();
  zip.outputStream.pipe(output);
  const feed = async (): Promise<void> => {
    for (const entry of entries) await add(zip, entry, options);
    zip.end({ comment: options.comment ?? '', forceZip64Format: false });
  };
  const fed = feed();
  const fail = (error: unknown) => output.destroy(error instanceof Error ? error : new Error(String(error)));
  zip.on('error', fail);
  fed.catch(fail);
  try {
    yield* output as AsyncIterable<Buffer>; // without an encoding it gives bytes
    await fed;
  } finally {
    output.destroy();
  }
}

/** Resolves when the archive has taken all of it. */
async function add(
  zip: ZipFile,
  { name, content, isPacked = false }: FileEntry,
  { mtime, isFast = false, written }: ZipOptions,
): Promise<void> {
  if (typeof content === 'string' && isPacked) {
    // Its size stands before it, as it must for the entry by which a book is known.
    zip.addBuffer(Buffer.from(content), name, { mtime, compress: false });
    return;
  }
  const level = isFast ? constants.Z_BEST_SPEED : constants.Z_DEFAULT_COMPRESSION;
  const options = { mtime, ...(isPacked ? { compress: false } : { compressionLevel: level }) };
  if (typeof content === 'string') {
    await take(zip, name, Readable.from([Buffer.from(content)]), options);
    return;
  }
  // A file may have grown since it was looked at: half of what takes wide sizes is near enough.
  const forFile = { ...options, forceZip64Format: statSync(content.path).size > 0x7fff_ffff };
  const file = createReadStream(content.path, { highWaterMark: chunkBytes });
  if (written === undefined) {
    await take(zip, name, file, forFile);
    return;
  }
  const counter = createCounter();
  // A fault of reading ends the counter with it, and is thrown by whoever takes its bytes.
  pipeline(file, counter.stream, () => undefined);
  await take(zip, name, counter.stream, forFile);
  written({ name, ...counter.result() });
}

async function take(zip: ZipFile, name: string, stream: Readable, options: Partial<ReadStreamOptions>): Promise<void> {
  const taken = once(stream, 'close');
  zip.addReadStreamLazy(name, options, (give) => {
    give(null, stream);
  });
  await taken;
}

/** Lets bytes through and says afterwards which they were. */
function createCounter(): { readonly stream: Transform; readonly result: () => Omit<WrittenEntry, 'name'> } {
  const hash = createHash('sha256');
  let bytes = 0;
  const stream = new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      hash.update(chunk);
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  return { stream, result: () => ({ bytes, sha256: hash.digest('hex') }) };
}

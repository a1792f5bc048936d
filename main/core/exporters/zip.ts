/** An archive as a stream, of any size: an entry is read when it is its turn, and no more of it than is taken. */
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { PassThrough, Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { FileEntry } from './export-source.ts';

/** Stands at the very end, so that an archive of ours is known. */
export const archiveComment = 'Lectern export';

/** `plain` is stored first and as it is: the media type by which a book is known. Throws what reading an entry throws. */
export async function* zipOf(
  entries: Iterable<FileEntry>,
  mtime: Date,
  plain?: { readonly name: string; readonly content: string },
): AsyncGenerator<Uint8Array> {
  const zip = new ZipFile();
  const output = new PassThrough();
  zip.outputStream.pipe(output);
  if (plain !== undefined) zip.addBuffer(Buffer.from(plain.content), plain.name, { mtime, compress: false });
  const feed = async (): Promise<void> => {
    for (const entry of entries) await add(zip, entry, mtime);
    zip.end({ comment: archiveComment, forceZip64Format: false });
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
async function add(zip: ZipFile, { name, content, isPacked = false }: FileEntry, mtime: Date): Promise<void> {
  const stream = typeof content === 'string' ? Readable.from([Buffer.from(content)]) : createReadStream(content.path);
  const taken = once(stream, 'close');
  zip.addReadStreamLazy(name, { mtime, compress: !isPacked }, (give) => {
    give(null, stream);
  });
  await taken;
}

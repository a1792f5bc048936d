/** Archives for tests, made in a folder of the test's own. */
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';

/** Writes `name` in `folder`, with these files in this order, and answers its path. */
export async function makeArchive(
  folder: string,
  name: string,
  files: Readonly<Record<string, string | Uint8Array>>,
  options: { readonly compress?: boolean; readonly forceZip64Format?: boolean } = {},
): Promise<string> {
  const zip = new ZipFile();
  for (const [entry, content] of Object.entries(files)) zip.addBuffer(Buffer.from(content), entry, options);
  zip.end({ comment: '', forceZip64Format: options.forceZip64Format === true });
  const path = join(folder, name);
  await pipeline(zip.outputStream, createWriteStream(path));
  return path;
}

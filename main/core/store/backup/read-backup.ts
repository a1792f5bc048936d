/**
 * Reads a backup file without believing it: every entry is compared with the digest that the manifest has of it, and the
 * manifest with the archive's own checksum. What is damaged is named; what is whole can be taken all the same.
 */
import { createHash } from 'node:crypto';
import { createWriteStream, rmSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { AppError } from '../../../contract/errors.ts';
import { archiveLimits, openArchive, type ArchiveReader } from '../../importers/archive/archive-reader.ts';
import { InputFault } from '../../importers/input-fault.ts';
import { libraryFile } from '../open-database.ts';
import { schemaVersion } from '../migrations.ts';
import { manifest as manifestSchema, manifestName, type Manifest } from './backup-manifest.ts';

export interface Backup {
  readonly manifest: Manifest;
  /** Writes an entry to a path; a sentence if it is not what the manifest says, and then nothing is left there. */
  extract(name: string, path: string): Promise<string | null>;
  close(): Promise<void>;
}

export interface CheckedBackup {
  readonly manifest: Manifest | null;
  /** In sentences; empty for a whole backup. */
  readonly problems: readonly string[];
}

const largestManifest = 512 * 1024 * 1024;
/** Our own writer's: no text of a library packs better than that, and no backup is refused for its size. */
const limits = { ...archiveLimits, entryBytes: 2 ** 50, totalBytes: 2 ** 50, ratio: 1100 };

/** Throws `AppError` for what is no backup, or one whose manifest cannot be trusted. */
export async function openBackup(path: string): Promise<Backup> {
  const opened = await openArchive(path, limits).catch((cause: unknown) => {
    throw new AppError('not-found', `${path} cannot be read.`, undefined, { cause });
  });
  if (!opened.ok) throw refusal(opened.reason);
  const { archive } = opened;
  try {
    const manifest = await readManifest(archive);
    if (manifest.schema > schemaVersion)
      throw new AppError(
        'invalid-input',
        'This backup was made by a newer Lectern. Install that one to restore it. Nothing was changed.',
      );
    return {
      manifest,
      extract: (name, target) => extract(archive, manifest, name, target),
      close: archive.close,
    };
  } catch (error) {
    await archive.close();
    throw error;
  }
}

/** Reads all of it. */
export async function checkBackup(path: string, progress: (share: number) => void): Promise<CheckedBackup> {
  const opened = await tryOpen(path);
  if (opened instanceof AppError) return { manifest: null, problems: [opened.message] };
  const { archive, manifest } = opened;
  try {
    const problems: string[] = [];
    const total = manifest.entries.reduce((sum, { bytes }) => sum + bytes, 0);
    let done = 0;
    for (const { name, bytes } of manifest.entries) {
      const problem = await compare(archive, manifest, name, async (content) => {
        for await (const _ of content);
      });
      if (problem !== null) problems.push(problem);
      done += bytes;
      progress(done / Math.max(1, total));
    }
    return { manifest, problems };
  } finally {
    await archive.close();
  }
}

async function tryOpen(path: string): Promise<{ archive: ArchiveReader; manifest: Manifest } | AppError> {
  const opened = await openArchive(path, limits);
  if (!opened.ok) return refusal(opened.reason);
  try {
    return { archive: opened.archive, manifest: await readManifest(opened.archive) };
  } catch (error) {
    await opened.archive.close();
    if (error instanceof AppError) return error;
    throw error;
  }
}

async function readManifest(archive: ArchiveReader): Promise<Manifest> {
  try {
    const bytes = await archive.bytes(manifestName, largestManifest);
    const read = manifestSchema.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
    if (!read.entries.some(({ name }) => name === libraryFile)) throw refusal('It holds no library.');
    return read;
  } catch (error) {
    if (error instanceof InputFault || error instanceof SyntaxError || error instanceof z.ZodError)
      throw refusal(error instanceof InputFault ? error.message : 'Its manifest is not one of a backup.');
    throw error;
  }
}

async function extract(archive: ArchiveReader, manifest: Manifest, name: string, path: string): Promise<string | null> {
  const problem = await compare(archive, manifest, name, (content) =>
    pipeline(Readable.from(content, { objectMode: false }), createWriteStream(path)),
  );
  if (problem !== null) rmSync(path, { force: true });
  return problem;
}

async function compare(
  archive: ArchiveReader,
  { entries }: Manifest,
  name: string,
  take: (content: AsyncIterable<Uint8Array>) => Promise<void>,
): Promise<string | null> {
  const wanted = entries.find((entry) => entry.name === name);
  if (wanted === undefined) return `${name} is not in the backup.`;
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    await take(
      (async function* () {
        for await (const chunk of archive.read(name)) {
          hash.update(chunk);
          bytes += chunk.length;
          yield chunk;
        }
      })(),
    );
  } catch (error) {
    if (error instanceof InputFault) return `${name}: ${error.message}`;
    throw error;
  }
  const isSame = bytes === wanted.bytes && hash.digest('hex') === wanted.sha256;
  return isSame ? null : `${name} is not what the backup says it is.`;
}

function refusal(why: string): AppError {
  return new AppError('invalid-input', `This is no backup that can be trusted: ${why} Nothing was changed.`);
}

/** A format that is an archive: recognised by its entries, which are read one after the other. */
import { openArchive, type ArchiveReader } from '../../archive/archive-reader.ts';
import { isZip } from '../../detect/refusals.ts';
import type { Sample } from '../../format.ts';
import type { ImportRecord } from '../../import-record.ts';
import { InputFault } from '../../input-fault.ts';
import type { SourceFile } from '../../source-file.ts';
import type { StreamFormat } from '../../stream-format.ts';
import { accounted } from './record.ts';
import { columnsOfHead } from './table.ts';

export interface ArchiveKind {
  readonly name: string;
  readonly service: string;
  readonly recognise: (archive: ArchiveReader) => string | null | Promise<string | null>;
  /** Faults of the archive may be thrown as `InputFault`. */
  readonly read: (archive: ArchiveReader, inputOf: (entry: string) => string) => AsyncIterable<ImportRecord>;
}

export function archiveFormat({ name, service, recognise, read }: ArchiveKind): StreamFormat {
  return { name, service, recognise: recogniseArchive, read: (source) => accounted(source.name, records(source)) };

  async function recogniseArchive({ bytes }: Sample, { path }: SourceFile): Promise<string | null> {
    if (!isZip(bytes)) return null;
    const opened = await openArchive(path);
    if (!opened.ok) return null;
    try {
      return await recognise(opened.archive);
    } catch (error) {
      if (error instanceof InputFault) return null;
      throw error;
    } finally {
      await opened.archive.close();
    }
  }

  async function* records(source: SourceFile): AsyncGenerator<ImportRecord> {
    const opened = await openArchive(source.path);
    if (!opened.ok) throw new InputFault(opened.reason);
    try {
      yield* read(opened.archive, (entry) => `${source.name}/${entry}`);
    } finally {
      await opened.archive.close();
    }
  }
}

/** What stands in the archive and is not read: each is accounted for, with why. */
export function* passedOver(
  archive: ArchiveReader,
  inputOf: (entry: string) => string,
  isRead: (name: string) => boolean,
  reason: string,
): Generator<ImportRecord> {
  for (const { name, fault } of archive.entries) {
    if (isLitter(name)) continue;
    const place = { input: inputOf(name), row: 1 };
    if (fault !== null) yield { ...place, kind: 'failed', reason: fault };
    else if (!isRead(name)) yield { ...place, kind: 'no-content', reason: isArchive(name) ? nested : reason };
  }
}

/** The columns of a table in the archive, of which no more than the beginning is unpacked. */
export async function columnsOfEntry(archive: ArchiveReader, name: string): Promise<ReadonlySet<string>> {
  try {
    for await (const chunk of archive.read(name)) return await columnsOfHead(Buffer.from(chunk).toString('utf8'));
  } catch (error) {
    if (!(error instanceof InputFault)) throw error; // it is said when the entry is read, or passed over
  }
  return new Set();
}

const nested = 'It is an archive in the archive, which is not opened. Unpack it and import it by itself.';

function isArchive(name: string): boolean {
  return /\.(?:zip|gz|tgz|7z|rar|tar)$/i.test(name);
}

/** What systems leave in archives that they make. */
function isLitter(name: string): boolean {
  return /(?:^|\/)(?:__MACOSX\/.*|\.DS_Store|Thumbs\.db|desktop\.ini)$/.test(name);
}

/** An archive that no format has taken and in which something is wrong: it is said what, rather than that it is unknown. */
import { isZip } from '../detect/refusals.ts';
import { holdsAscii } from '../detect/sample.ts';
import type { ImportRecord } from '../import-record.ts';
import type { StreamFormat } from '../stream-format.ts';
import { openArchive } from './archive-reader.ts';

export const faultyArchive: StreamFormat = {
  name: 'Damaged archive',
  service: 'archive',
  recognise: async ({ bytes }, { path }) => {
    const isDocument = ['application/epub+zip', '[Content_Types].xml', 'vnd.oasis'].some((mark) =>
      holdsAscii(bytes, mark, 4096),
    );
    if (!isZip(bytes) || isDocument) return null;
    const opened = await openArchive(path);
    if (!opened.ok) return opened.reason;
    await opened.archive.close();
    return opened.archive.entries.find(({ fault }) => fault !== null)?.fault ?? null;
  },
  read: async function* (source): AsyncGenerator<ImportRecord> {
    const opened = await openArchive(source.path);
    if (!opened.ok) {
      yield { input: source.name, row: 1, kind: 'failed', reason: opened.reason };
      return;
    }
    await opened.archive.close();
    for (const { name, fault } of opened.archive.entries)
      yield { input: `${source.name}/${name}`, row: 1, kind: 'failed', reason: fault ?? unknown };
  },
};

const unknown = 'The archive is none of the exports that are known. Unpack it and import the folder.';

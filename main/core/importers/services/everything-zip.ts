/** The whole library as Lectern writes it (exporters/everything.ts): articles with their pictures, the trash, marks. */
import type { ArchiveReader } from '../archive/archive-reader.ts';
import { ownService, type ImportRecord, type Resources } from '../import-record.ts';
import { InputFault } from '../input-fault.ts';
import { readJsonLines } from '../jsonl.ts';
import type { StreamFormat } from '../stream-format.ts';
import { archiveFormat, passedOver } from './read/archive-format.ts';
import { accounted } from './read/record.ts';

const lines = /^(?:articles\/\d+|stories)\.jsonl$/;
const largestPicture = 64 * 1024 * 1024;

export const everythingZipFormat: StreamFormat = archiveFormat({
  name: 'Lectern library',
  service: ownService,
  recognise: ({ entries }) =>
    entries.some(({ name }) => name === 'lectern.json') ? 'It says that it is a library of Lectern.' : null,
  read: readEverything,
});

async function* readEverything(
  archive: ArchiveReader,
  inputOf: (entry: string) => string,
): AsyncGenerator<ImportRecord> {
  const names = archive.entries.filter(({ fault }) => fault === null).map(({ name }) => name);
  const held = new Set(names);
  const filesOf = async ({ html }: Readonly<Record<string, unknown>>): Promise<Resources> => {
    const files = new Map<string, Uint8Array>();
    for (const [, name = ''] of typeof html === 'string' ? html.matchAll(/\ssrc="\/(assets\/[^"]+)"/g) : []) {
      if (held.has(name) && !files.has(name)) files.set(name, await pictureIn(archive, name));
    }
    return (address) => {
      const bytes = files.get(address.replace(/^\//, ''));
      return bytes === undefined ? null : { mediaType: '', bytes };
    };
  };
  for (const name of names.filter((entry) => lines.test(entry)).sort())
    yield* accounted(inputOf(name), readJsonLines(inputOf(name), archive.read(name), filesOf));
  const isRead = (name: string) => lines.test(name) || name === 'lectern.json' || name.startsWith('assets/');
  yield* passedOver(archive, inputOf, isRead, 'It is no part of a library of Lectern.');
}

/** A damaged picture costs itself alone. */
async function pictureIn(archive: ArchiveReader, name: string): Promise<Uint8Array> {
  try {
    return await archive.bytes(name, largestPicture);
  } catch (error) {
    if (error instanceof InputFault) return new Uint8Array();
    throw error;
  }
}

/**
 * Karakeep's export. Its lists stand after the bookmarks that name them, so the file is read twice. Texts of pages,
 * highlights and files are not in it.
 */
import type { ImportedContent, ImportRecord } from '../import-record.ts';
import { InputFault } from '../input-fault.ts';
import type { SourceFile } from '../source-file.ts';
import type { StreamFormat } from '../stream-format.ts';
import { fieldsOf, isSet, listOf, textIn, type Fields } from './read/fields.ts';
import { hasPaths, shapeOf } from './read/json-shape.ts';
import { readJson } from './read/json-stream.ts';
import { namesOf } from './read/lists.ts';
import { accounted, recordOf } from './read/record.ts';
import { shelfPaths, type Shelf } from './read/shelves.ts';
import { savedTime } from './read/times.ts';

export const karakeepJsonFormat: StreamFormat = {
  name: 'Karakeep export (JSON)',
  service: 'karakeep',
  recognise: ({ head }) =>
    hasPaths(shapeOf(head), 'bookmarks[]', 'bookmarks[].content') ? 'Its fields are those of a Karakeep export.' : null,
  read: (source) => accounted(source.name, records(source)),
};

async function* records(source: SourceFile): AsyncGenerator<ImportRecord> {
  const shelves = await listsIn(source);
  for await (const { index: row, value } of readJson(source.stream(), '$.bookmarks.*')) {
    const place = { input: source.name, row };
    const fields = fieldsOf(value);
    if (fields === null) {
      yield { ...place, kind: 'failed', reason: `Entry ${row} is no object of JSON.` };
      continue;
    }
    const { address, content, isFile } = contentOf(fieldsOf(fields['content']));
    const note = textIn(fields, 'note').trim();
    if (isFile && note === '') {
      yield {
        ...place,
        kind: 'no-content',
        reason: 'It is a picture or a file, which Karakeep leaves out of its export.',
      };
      continue;
    }
    yield recordOf(place, {
      address,
      content,
      title: textIn(fields, 'title'),
      note,
      tags: namesOf(fields['tags']),
      savedAt: savedTime(fields['createdAt']),
      state: isSet(fields['archived']) ? 'archive' : 'inbox',
      shelves: listOf(fields['lists']).flatMap((id) => shelves.get(String(id)) ?? []),
    });
  }
}

function contentOf(fields: Fields | null): { address: string; content: ImportedContent | null; isFile: boolean } {
  if (fields === null) return { address: '', content: null, isFile: true };
  const text = textIn(fields, 'text');
  return {
    address: textIn(fields, 'url', 'sourceUrl'),
    content: text === '' ? null : { kind: 'text', text },
    isFile: false,
  };
}

/** The ways to the lists by their ids. A fault of the file is met again, and said, among the bookmarks. */
async function listsIn(source: SourceFile): Promise<ReadonlyMap<string, readonly string[][]>> {
  const lists: Shelf[] = [];
  try {
    for await (const { value } of readJson(source.stream(), '$.lists.*')) {
      const fields = fieldsOf(value) ?? {};
      lists.push({ id: textIn(fields, 'id'), name: textIn(fields, 'name').trim(), parent: textIn(fields, 'parentId') });
    }
  } catch (error) {
    if (!(error instanceof InputFault)) throw error;
  }
  return shelfPaths(lists);
}

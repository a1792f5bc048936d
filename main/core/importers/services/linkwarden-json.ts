/**
 * Linkwarden's export: collections with their links. The names stand before or behind the links, which may bring their
 * whole text along; so the file is read twice, and never a whole collection at once.
 */
import type { ImportRecord } from '../import-record.ts';
import { InputFault } from '../input-fault.ts';
import type { SourceFile } from '../source-file.ts';
import type { StreamFormat } from '../stream-format.ts';
import { fieldsOf, listOf, textIn } from './read/fields.ts';
import { hasPaths, shapeOf } from './read/json-shape.ts';
import { readJson } from './read/json-stream.ts';
import { namesOf } from './read/lists.ts';
import { accounted, highlightOf, recordOf } from './read/record.ts';
import { shelfPaths } from './read/shelves.ts';
import { savedTime } from './read/times.ts';

export const linkwardenJsonFormat: StreamFormat = {
  name: 'Linkwarden export (JSON)',
  service: 'linkwarden',
  recognise: ({ head }) =>
    hasPaths(shapeOf(head), 'collections[]', 'collections[].links[]')
      ? 'Its fields are those of a Linkwarden export.'
      : null,
  read: (source) => accounted(source.name, records(source)),
};

async function* records(source: SourceFile): AsyncGenerator<ImportRecord> {
  const shelves = await collectionsIn(source);
  for await (const { index: row, keys, value } of readJson(source.stream(), '$.collections.*.links.*')) {
    const place = { input: source.name, row };
    const fields = fieldsOf(value);
    if (fields === null) {
      yield { ...place, kind: 'failed', reason: `Entry ${row} is no object of JSON.` };
      continue;
    }
    const text = textIn(fields, 'textContent');
    yield recordOf(place, {
      address: textIn(fields, 'url'),
      externalId: textIn(fields, 'id') || null,
      title: textIn(fields, 'name', 'title'),
      standfirst: textIn(fields, 'description').trim(),
      tags: namesOf(fields['tags']),
      savedAt: savedTime(fields['createdAt'] ?? fields['importDate']),
      shelves: shelves.get(String(keys[1])) ?? [],
      favourite: listOf(fields['pinnedBy']).length > 0,
      highlights: listOf(fields['highlights'])
        .map((item) => {
          const highlight = fieldsOf(item) ?? {};
          return highlightOf(textIn(highlight, 'text'), {
            note: textIn(highlight, 'comment').trim(),
            colour: textIn(highlight, 'color') || null,
            createdAt: savedTime(highlight['createdAt']),
          });
        })
        .filter((highlight) => highlight !== null),
      content: text === '' ? null : { kind: 'text', text },
    });
  }
}

/** The ways to the collections by their places in the file. A fault of the file is met again among the links. */
async function collectionsIn(source: SourceFile): Promise<ReadonlyMap<string, readonly string[][]>> {
  const found = new Map<string, { id: string; name: string; parent: string }>();
  const fields = ['id', 'name', 'parentId'].map((field) => `$.collections.*.${field}`);
  try {
    for await (const { keys, value } of readJson(source.stream(), ...fields)) {
      const [, place, field] = keys.map(String);
      if (place === undefined) continue;
      const collection = found.get(place) ?? { id: `place ${place}`, name: '', parent: '' };
      const text = textIn({ value }, 'value').trim();
      if (field === 'id' && text !== '') collection.id = text;
      else if (field === 'name') collection.name = text;
      else if (field === 'parentId') collection.parent = text;
      found.set(place, collection);
    }
  } catch (error) {
    if (!(error instanceof InputFault)) throw error;
  }
  const paths = shelfPaths([...found.values()]);
  return new Map([...found].map(([place, { id }]) => [place, paths.get(id) ?? []]));
}

/** Sessions of Tab Session Manager: windows of tabs, of which each is a row. */
import type { ImportRecord } from '../import-record.ts';
import { InputFault } from '../input-fault.ts';
import type { SourceFile } from '../source-file.ts';
import type { StreamFormat } from '../stream-format.ts';
import { fieldsOf, textIn } from './read/fields.ts';
import { hasPaths, shapeOf } from './read/json-shape.ts';
import { readJson } from './read/json-stream.ts';
import { accounted, recordOf } from './read/record.ts';
import { savedTime } from './read/times.ts';

export const tabSessionsJsonFormat: StreamFormat = {
  name: 'Tab sessions (JSON)',
  service: 'tabs',
  recognise: ({ head }) =>
    hasPaths(shapeOf(head), '[]', '[].windows', '[].date') ? 'Its fields are those of sessions of tabs.' : null,
  read: (source) => accounted(source.name, records(source)),
};

async function* records(source: SourceFile): AsyncGenerator<ImportRecord> {
  const sessions = await sessionsIn(source);
  for await (const { index: row, keys, value } of readJson(source.stream(), '$.*.windows.*.*')) {
    const place = { input: source.name, row };
    const session = sessions.get(String(keys[0])) ?? {};
    const fields = fieldsOf(value) ?? {};
    const name = textIn(session, 'name').trim();
    yield recordOf(place, {
      address: textIn(fields, 'url'),
      title: textIn(fields, 'title'),
      savedAt: savedTime(session['date']) ?? savedTime(fields['lastAccessed']),
      shelves: name === '' ? [] : [[name]],
    });
  }
}

/** Date and name of each session, by its place. A fault of the file is met again among the tabs. */
async function sessionsIn(source: SourceFile): Promise<ReadonlyMap<string, Readonly<Record<string, unknown>>>> {
  const sessions = new Map<string, Record<string, unknown>>();
  try {
    for await (const { keys, value } of readJson(source.stream(), '$.*.date', '$.*.name')) {
      const [place = '', field = ''] = keys.map(String);
      sessions.set(place, { ...sessions.get(place), [field]: value });
    }
  } catch (error) {
    if (!(error instanceof InputFault)) throw error;
  }
  return sessions;
}

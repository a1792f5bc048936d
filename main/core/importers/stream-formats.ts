/** The formats that are read piece by piece, in the order in which they are asked. */
import { faultyArchive } from './archive/faulty-archive.ts';
import { readJsonLines } from './jsonl.ts';
import { instapaperCsvFormat } from './services/instapaper-csv.ts';
import { netscapeBookmarksFormat } from './services/netscape-bookmarks.ts';
import { pocketCsvFormat } from './services/pocket-csv.ts';
import { pocketHtmlFormat } from './services/pocket-html.ts';
import { pocketZipFormat } from './services/pocket-zip.ts';
import { wallabagJsonFormat } from './services/wallabag-json.ts';
import type { StreamFormat } from './stream-format.ts';

const jsonLines: StreamFormat = {
  name: 'JSON Lines',
  service: 'lectern',
  recognise: ({ head, ending }) => {
    if (ending === 'jsonl' || ending === 'ndjson') return 'Its name says so.';
    const [first = '', second = ''] = head.split('\n', 2).map((line) => line.trim());
    return isObject(first) && (second === '' || second.startsWith('{')) ? 'Its first line is a JSON object.' : null;
  },
  read: (source) => readJsonLines(source.name, source.stream()),
};

export const streamFormats: readonly StreamFormat[] = [
  pocketZipFormat,
  wallabagJsonFormat,
  pocketHtmlFormat,
  netscapeBookmarksFormat,
  jsonLines,
  pocketCsvFormat,
  instapaperCsvFormat,
  faultyArchive,
];

function isObject(line: string): boolean {
  if (!line.startsWith('{')) return false;
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}

/**
 * The file of bookmarks that every browser writes since Netscape, and many services too: folders within folders, with
 * tags and descriptions. Hardly any element in it is ever closed.
 */
import type { Handler } from 'htmlparser2';
import type { ImportRecord } from '../import-record.ts';
import type { StreamFormat } from '../stream-format.ts';
import { isSet } from './read/fields.ts';
import { readMarkup } from './read/markup-stream.ts';
import { accounted, recordOf } from './read/record.ts';
import { savedTime } from './read/times.ts';

interface Bookmark {
  readonly attributes: Readonly<Record<string, string>>;
  readonly title: string;
  readonly description: string;
  readonly folders: readonly string[];
}

export const netscapeBookmarksFormat: StreamFormat = {
  name: 'Bookmarks (HTML)',
  service: 'bookmarks',
  recognise: ({ head }) => {
    if (/<!doctype\s+netscape-bookmark-file/i.test(head)) return 'It says that it is a file of bookmarks.';
    const isList = /<dt>\s*<(?:a|h3)\b[^>]*\sadd_date\s*=/i.test(head) || /<dl>\s*<p>\s*<dt>\s*<(?:a|h3)\b/i.test(head);
    return isList ? 'It is a list as files of bookmarks have it.' : null;
  },
  read: ({ name, stream }) => accounted(name, records(name, stream())),
};

async function* records(input: string, stream: AsyncIterable<Uint8Array>): AsyncGenerator<ImportRecord> {
  let row = 0;
  for await (const { attributes, title, description, folders } of readMarkup(stream, {}, bookmarks)) {
    row += 1;
    const date = attributes['add_date']?.trim() ?? '';
    const savedAt = savedTime(date);
    const isWrong = savedAt === null && date !== '' && date !== '0';
    yield recordOf(
      { input, row },
      {
        address: attributes['href'] ?? '',
        title,
        savedAt,
        tags: (attributes['tags'] ?? '').split(','),
        shelves: folders.length === 0 ? [] : [folders],
        // So Raindrop marks its favourites.
        favourite: isSet(attributes['data-important']),
        note: description.trim(),
        remarks: isWrong ? [`Its date of saving, ${date.slice(0, 30)}, is no date.`] : [],
      },
    );
  }
}

const boundaries = new Set(['a', 'dt', 'dd', 'dl', 'h1', 'h3', 'hr']);

function bookmarks(emit: (bookmark: Bookmark) => void): Partial<Handler> {
  /** Empty for a list that belongs to no folder. */
  const folders: string[] = [];
  let text = '';
  let reading: 'title' | 'description' | 'folder' | null = null;
  /** The name of the folder whose list is about to begin. */
  let next = '';
  let open: { attributes: Readonly<Record<string, string>>; title: string; description: string } | null = null;

  const takeText = () => {
    if (open !== null && reading === 'title') open.title = text;
    if (open !== null && reading === 'description') open.description = text;
    if (reading === 'folder') next = text.replace(/\s+/g, ' ').trim();
    reading = null;
    text = '';
  };
  const finish = () => {
    if (open !== null) emit({ ...open, folders: folders.filter((folder) => folder !== '') });
    open = null;
  };
  return {
    onopentag: (name, attributes) => {
      if (boundaries.has(name)) {
        takeText();
        if (name !== 'dd') finish();
      }
      if (name === 'dl') {
        folders.push(next);
        next = '';
      } else if (name === 'a') {
        open = { attributes, title: '', description: '' };
        reading = 'title';
      } else if (name === 'dd') reading = 'description';
      else if (name === 'h3') reading = 'folder';
    },
    ontext: (more) => (text += more),
    onclosetag: (name) => {
      if (name === 'a' || name === 'h3') takeText();
      if (name === 'dl') {
        takeText();
        finish();
        folders.pop();
      }
    },
    onend: () => {
      takeText();
      finish();
    },
  };
}

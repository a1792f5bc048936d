/** Lists of subscriptions. A feed is no article, so each is accounted for as such; a link in an outline is one. */
import type { Handler } from 'htmlparser2';
import type { ImportRecord } from '../import-record.ts';
import type { StreamFormat } from '../stream-format.ts';
import { readMarkup } from './read/markup-stream.ts';
import { rootOf } from './read/markup-root.ts';
import { accounted, recordOf } from './read/record.ts';
import { savedTime } from './read/times.ts';

export interface Outline {
  readonly attributes: Readonly<Record<string, string>>;
  readonly folders: readonly string[];
}

export const opmlFormat: StreamFormat = {
  name: 'Subscriptions (OPML)',
  service: 'opml',
  recognise: ({ head }) => (rootOf(head) === 'opml' ? 'It begins as a list of subscriptions does.' : null),
  read: ({ name, stream }) => accounted(name, records(name, stream())),
};

async function* records(input: string, stream: AsyncIterable<Uint8Array>): AsyncGenerator<ImportRecord> {
  let row = 0;
  for await (const { attributes, folders } of readOutlines(stream)) {
    row += 1;
    const title = attributes['text'] ?? attributes['title'] ?? '';
    const feed = attributes['xmlurl'];
    const place = { input, row };
    if (feed !== undefined) {
      const name = title.trim() === '' ? feed : title.trim();
      yield {
        ...place,
        kind: 'no-content',
        reason: `It is a feed, not an article: ${name.slice(0, 200).toWellFormed()}.`,
      };
      continue;
    }
    yield recordOf(place, {
      address: attributes['url'] ?? attributes['htmlurl'] ?? '',
      title,
      note: (attributes['_note'] ?? '').trim(),
      savedAt: savedTime(attributes['created']),
      shelves: folders.length === 0 ? [] : [folders],
    });
  }
}

/** Names of attributes are in lower case. */
export function readOutlines(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Outline> {
  return readMarkup(stream, { xmlMode: true }, leaves);
}

/** Outlines that hold no others; those that do are the folders of theirs. */
function leaves(emit: (outline: Outline) => void): Partial<Handler> {
  const open: { attributes: Record<string, string>; name: string; hasChildren: boolean }[] = [];
  return {
    onopentag: (tag, written) => {
      if (tag.toLowerCase() !== 'outline') return;
      const attributes = Object.fromEntries(Object.entries(written).map(([key, value]) => [key.toLowerCase(), value]));
      const parent = open.at(-1);
      if (parent !== undefined) parent.hasChildren = true;
      open.push({ attributes, name: (attributes['text'] ?? attributes['title'] ?? '').trim(), hasChildren: false });
    },
    onclosetag: (tag) => {
      if (tag.toLowerCase() !== 'outline') return;
      const outline = open.pop();
      if (outline === undefined) return;
      const isLeaf = !outline.hasChildren || 'xmlurl' in outline.attributes || 'url' in outline.attributes;
      const folders = open.map(({ name }) => name).filter((name) => name !== '');
      if (isLeaf) emit({ attributes: outline.attributes, folders });
    },
  };
}

/**
 * Pocket's older export, `ril_export.html`: two lists of links under headings that are their state, with tags parted by
 * commas.
 */
import type { Handler } from 'htmlparser2';
import type { ImportRecord } from '../import-record.ts';
import type { StreamFormat } from '../stream-format.ts';
import { readMarkup } from './read/markup-stream.ts';
import { accounted, recordOf } from './read/record.ts';
import { savedTime } from './read/times.ts';

interface Link {
  readonly attributes: Readonly<Record<string, string>>;
  readonly title: string;
  readonly section: string;
}

export const pocketHtmlFormat: StreamFormat = {
  name: 'Pocket export (HTML)',
  service: 'pocket',
  recognise: ({ head }) => {
    if (/<title>\s*Pocket Export\b/i.test(head)) return 'Its title is that of a Pocket export.';
    return /<a\s[^>]*\btime_added\s*=/i.test(head) ? 'Its links are those of a Pocket export.' : null;
  },
  read: ({ name, stream }) => accounted(name, records(name, stream())),
};

async function* records(input: string, stream: AsyncIterable<Uint8Array>): AsyncGenerator<ImportRecord> {
  let row = 0;
  for await (const { attributes, title, section } of readMarkup(stream, {}, linksUnderHeadings)) {
    row += 1;
    yield recordOf(
      { input, row },
      {
        address: attributes['href'] ?? '',
        title,
        savedAt: savedTime(attributes['time_added']),
        tags: (attributes['tags'] ?? '').split(','),
        state: /archive/i.test(section) ? 'archive' : 'inbox',
      },
    );
  }
}

function linksUnderHeadings(emit: (link: Link) => void): Partial<Handler> {
  let section = '';
  let text = '';
  let open: Readonly<Record<string, string>> | null = null;
  const finish = () => {
    if (open !== null) emit({ attributes: open, title: text, section });
    open = null;
  };
  return {
    onopentag: (name, attributes) => {
      if (name === 'a' || name === 'h1' || name === 'li') {
        finish();
        text = '';
      }
      if (name === 'a') open = attributes;
    },
    ontext: (more) => (text += more),
    onclosetag: (name) => {
      if (name === 'h1') section = text;
      if (name === 'a') finish();
    },
    onend: finish,
  };
}

/** Subscriptions as OPML: what is written is read again as it was. Folders are one deep, as ours are. */
import { readOutlines } from '../importers/services/opml.ts';

export interface Subscription {
  readonly url: string;
  /** Empty for the feed's own. */
  readonly title: string;
  readonly site: string | null;
  /** Empty for none. */
  readonly folder: string;
}

/** Folders within folders become one, parted by " / ". Throws `InputFault` for a file that breaks off. */
export async function readOpml(content: string): Promise<Subscription[]> {
  const found: Subscription[] = [];
  for await (const { attributes, folders } of readOutlines(pieces(content))) {
    const url = (attributes['xmlurl'] ?? '').trim();
    if (url === '') continue;
    found.push({
      url,
      title: oneLine(attributes['title'] ?? attributes['text'] ?? '').slice(0, 300),
      site: attributes['htmlurl'] ?? null,
      folder: oneLine(folders.join(' / ')).slice(0, 200),
    });
  }
  return found;
}

export function writeOpml(subscriptions: readonly Subscription[], date: Date): string {
  const folders = Map.groupBy(subscriptions, ({ folder }) => folder);
  const body = [...folders].flatMap(([folder, feeds]) =>
    folder === ''
      ? feeds.map((feed) => `    ${outline(feed)}`)
      : [
          `    <outline text="${escaped(folder)}" title="${escaped(folder)}">`,
          ...feeds.map((feed) => `      ${outline(feed)}`),
          '    </outline>',
        ],
  );
  return `${[
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<opml version="2.0">',
    `  <head><title>Subscriptions</title><dateCreated>${date.toUTCString()}</dateCreated></head>`,
    '  <body>',
    ...body,
    '  </body>',
    '</opml>',
  ].join('\n')}\n`;
}

function outline({ url, title, site }: Subscription): string {
  const home = site === null ? '' : ` htmlUrl="${escaped(site)}"`;
  return `<outline type="rss" text="${escaped(title)}" title="${escaped(title)}" xmlUrl="${escaped(url)}"${home}/>`;
}

async function* pieces(content: string): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(Buffer.from(content));
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** The formats that are read piece by piece, in the order in which they are asked. */
import { faultyArchive } from './archive/faulty-archive.ts';
import { readJsonLines } from './jsonl.ts';
import { everythingZipFormat } from './services/everything-zip.ts';
import { feedFormat } from './services/feed.ts';
import { instapaperCsvFormat } from './services/instapaper-csv.ts';
import { jsonFeedFormat } from './services/json-feed.ts';
import { karakeepJsonFormat } from './services/karakeep-json.ts';
import { linksCsvFormat } from './services/links-csv.ts';
import { linkwardenJsonFormat } from './services/linkwarden-json.ts';
import { matterCsvFormat } from './services/matter-csv.ts';
import { matterHighlightsCsvFormat } from './services/matter-highlights-csv.ts';
import { omnivoreMetadataFormat } from './services/omnivore-metadata.ts';
import { pocketAnnotationsFormat } from './services/pocket-annotations.ts';
import { matterZipFormat } from './services/matter-zip.ts';
import { mymindCsvFormat } from './services/mymind-csv.ts';
import { netscapeBookmarksFormat } from './services/netscape-bookmarks.ts';
import { omnivoreCsvFormat } from './services/omnivore-csv.ts';
import { omnivoreZipFormat } from './services/omnivore-zip.ts';
import { opmlFormat } from './services/opml.ts';
import { pagesZipFormat } from './services/pages-zip.ts';
import { pinboardJsonFormat } from './services/pinboard-json.ts';
import { pocketCsvFormat } from './services/pocket-csv.ts';
import { pocketDumpJsonFormat } from './services/pocket-dump-json.ts';
import { pocketHtmlFormat } from './services/pocket-html.ts';
import { pocketZipFormat } from './services/pocket-zip.ts';
import { raindropCsvFormat } from './services/raindrop-csv.ts';
import { readwiseHighlightsCsvFormat } from './services/readwise-highlights-csv.ts';
import { readwiseReaderCsvFormat } from './services/readwise-reader-csv.ts';
import { tabSessionsJsonFormat } from './services/tab-sessions-json.ts';
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
  everythingZipFormat,
  pocketZipFormat,
  omnivoreZipFormat,
  matterZipFormat,
  pagesZipFormat,
  wallabagJsonFormat,
  pocketAnnotationsFormat,
  omnivoreMetadataFormat,
  pinboardJsonFormat,
  tabSessionsJsonFormat,
  karakeepJsonFormat,
  linkwardenJsonFormat,
  jsonFeedFormat,
  pocketDumpJsonFormat,
  feedFormat,
  opmlFormat,
  pocketHtmlFormat,
  netscapeBookmarksFormat,
  jsonLines,
  pocketCsvFormat,
  instapaperCsvFormat,
  omnivoreCsvFormat,
  readwiseReaderCsvFormat,
  readwiseHighlightsCsvFormat,
  mymindCsvFormat,
  raindropCsvFormat,
  matterCsvFormat,
  matterHighlightsCsvFormat,
  linksCsvFormat,
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

/** The featured downloads: files of the collection's own, and editions made of it here. */
import type { Download } from '../../main/contract/entities.ts';
import type { PlainSummary } from '../../main/core/collection/collection.ts';
import type { SoundSource } from './catalogue.ts';
import { toEditionHtml } from './edition-html.ts';
import { toEditionMarkdown } from './edition-markdown.ts';
import type { ProblemList } from './problems.ts';
import { sourceFiles } from './read-collection.ts';
import type { DownloadSource } from './source-schemas.ts';

type DownloadFile = DownloadSource['files'][number];

/** Everything an edition is made of. */
export interface Edition {
  readonly source: SoundSource;
  /** Newest first. */
  readonly summaries: readonly PlainSummary[];
}

export function makeDownloads(edition: Edition, list: ProblemList): Download[] {
  return (edition.source.downloads?.value ?? []).map((download, index) => ({
    id: download.id,
    title: download.title,
    about: download.about,
    extent: download.extent ?? extentOf(edition),
    files: download.files.flatMap((file, at) => makeFile(file, [index, 'files', at, 'file'], edition, list) ?? []),
  }));
}

function makeFile(
  file: DownloadFile,
  path: readonly PropertyKey[],
  edition: Edition,
  list: ProblemList,
): Download['files'][number] | null {
  const { shelf, downloads } = edition.source;
  const place = downloads?.place(...path) ?? { line: 1 };
  const name = 'file' in file ? file.file : file.name;
  const bytes =
    'file' in file ? shelf.download(file.file, { file: sourceFiles.downloads, place }) : makers[file.kind](edition);
  if (bytes === null) return null;
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  const mediaType = mediaTypes[ending];
  if (mediaType === undefined) {
    list.problem(
      sourceFiles.downloads,
      place,
      `"${name}" is no kind of file that readers can open`,
      `Offer one of: ${Object.keys(mediaTypes).join(', ')}.`,
    );
    return null;
  }
  return { name, label: file.label, mediaType, bytes: bytes.length, asset: shelf.keep(bytes, mediaType, ending) };
}

const makers: Readonly<Record<Extract<DownloadFile, { kind: string }>['kind'], (edition: Edition) => Buffer>> = {
  'edition-html': (edition) => Buffer.from(toEditionHtml(edition)),
  'edition-markdown': (edition) => Buffer.from(toEditionMarkdown(edition)),
};

const mediaTypes: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  epub: 'application/epub+zip',
  html: 'text/html',
  json: 'application/json',
  md: 'text/markdown',
  pdf: 'application/pdf',
  png: 'image/png',
  txt: 'text/plain',
  zip: 'application/zip',
};

function extentOf({ source, summaries }: Edition): string {
  const { language } = source.publication.value;
  const number = new Intl.NumberFormat(language);
  const words = summaries.reduce((sum, summary) => sum + summary.words, 0);
  return `${number.format(summaries.length)} stories, ${number.format(Math.round(words / 100) * 100)} words`;
}

/** The featured downloads: files of the collection's own, and editions made of it here. */
import type { Download } from '../../main/contract/entities.ts';
import type { Edition } from './edition.ts';
import { toEditionEpub } from './edition-epub.ts';
import { toEditionHtml } from './edition-html.ts';
import { toEditionMarkdown } from './edition-markdown.ts';
import { toSourcesMarkdown } from './sources-markdown.ts';
import { endingOf, mediaTypes } from './media-types.ts';
import type { DownloadSource } from './source-schemas.ts';

type DownloadFile = DownloadSource['files'][number];

export function makeDownloads(edition: Edition): Download[] {
  return (edition.source.downloads?.value ?? []).map((download) => ({
    id: download.id,
    title: download.title,
    about: download.about,
    extent: download.extent ?? extentOf(edition),
    files: download.files.map((file) => makeFile(file, edition)),
  }));
}

function makeFile(file: DownloadFile, edition: Edition): Download['files'][number] {
  const name = 'file' in file ? file.file : file.name;
  const bytes = 'file' in file ? edition.source.shelf.read(`downloads/${file.file}`) : makers[file.kind](edition);
  const ending = endingOf(name);
  const mediaType = mediaTypes[ending];
  return {
    name,
    label: file.label,
    mediaType,
    bytes: bytes.length,
    asset: edition.source.shelf.keep(bytes, mediaType, ending),
  };
}

const makers: Readonly<Record<Extract<DownloadFile, { kind: string }>['kind'], (edition: Edition) => Buffer>> = {
  'edition-html': (edition) => Buffer.from(toEditionHtml(edition)),
  'edition-epub': (edition) => Buffer.from(toEditionEpub(edition)),
  'edition-markdown': (edition) => Buffer.from(toEditionMarkdown(edition)),
  'sources-markdown': (edition) => Buffer.from(toSourcesMarkdown(edition)),
};

function extentOf({ source, summaries }: Edition): string {
  const { language } = source.publication.value;
  const number = new Intl.NumberFormat(language);
  const words = summaries.reduce((sum, summary) => sum + summary.words, 0);
  return `${number.format(summaries.length)} stories, ${number.format(Math.round(words / 100) * 100)} words`;
}

/** The featured downloads: files of the collection's own, and editions made of it here. */
import { createHash } from 'node:crypto';
import { closeSync, openSync, writeSync } from 'node:fs';
import type { Download } from '../../main/contract/entities.ts';
import { digest } from '../../main/core/collection/bundle-schema.ts';
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
    files: download.files.map((file) => ('file' in file ? ownFile(file, edition) : madeFile(file, edition))),
  }));
}

function ownFile(
  { file, label }: Extract<DownloadFile, { file: string }>,
  { source }: Edition,
): Download['files'][number] {
  const path = `downloads/${file}`;
  const ending = endingOf(file);
  const mediaType = mediaTypes[ending];
  const bytes = source.shelf.read(path);
  const asset = source.shelf.keepFile(path, digest(bytes), mediaType, ending);
  return { name: file, label, mediaType, bytes: bytes.length, asset };
}

type MadeFile = Extract<DownloadFile, { kind: string }>;

/** Written piece by piece: an edition of thousands of stories is never in memory whole. */
function madeFile({ kind, name, label }: MadeFile, edition: Edition): Download['files'][number] {
  const ending = endingOf(name);
  const mediaType = mediaTypes[ending];
  const path = edition.cache.scratch(`edition.${ending}`);
  const hash = createHash('sha256');
  let bytes = 0;
  const file = openSync(path, 'w');
  try {
    for (const piece of makers[kind](edition)) {
      const chunk = Buffer.from(piece);
      hash.update(chunk);
      bytes += writeSync(file, chunk);
    }
  } finally {
    closeSync(file);
  }
  return {
    name,
    label,
    mediaType,
    bytes,
    asset: edition.source.shelf.keepMade(path, hash.digest('hex'), mediaType, ending),
  };
}

const makers: Readonly<Record<MadeFile['kind'], (edition: Edition) => Iterable<string | Uint8Array>>> = {
  'edition-html': toEditionHtml,
  'edition-epub': (edition) => [toEditionEpub(edition)],
  'edition-markdown': toEditionMarkdown,
  'sources-markdown': (edition) => [toSourcesMarkdown(edition)],
};

function extentOf({ source, summaries }: Edition): string {
  const { language } = source.publication.value;
  const number = new Intl.NumberFormat(language);
  const words = summaries.reduce((sum, summary) => sum + summary.words, 0);
  return `${number.format(summaries.length)} stories, ${number.format(Math.round(words / 100) * 100)} words`;
}

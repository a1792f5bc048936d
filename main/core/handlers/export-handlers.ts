/** A story or a saved article on its way out: as a file, as a citation. */
import { readFileSync } from 'node:fs';
import type { CoreHandlers } from '../../contract/methods.ts';
import type { Assets } from '../collection/assets.ts';
import type { Collection } from '../collection/collection.ts';
import { bibtex, citation } from '../exporters/citation.ts';
import { toEpub } from '../exporters/epub/epub.ts';
import type { EpubFrame } from '../exporters/epub/documents.ts';
import { linkTo, type ExportedArticle } from '../exporters/exported-article.ts';
import { toHtml } from '../exporters/html.ts';
import { toMarkdown } from '../exporters/markdown.ts';
import { toPlainText } from '../exporters/plain-text.ts';

import { exportedSaved } from '../library/exported-saved.ts';
import { fileStem } from '../library/file-stem.ts';
import type { Library } from '../library/library.ts';
import type { Summaries } from './summaries.ts';

type ExportHandlers = Pick<CoreHandlers, 'articles.export' | 'articles.cite'>;

interface ExportPorts {
  readonly bundle: () => Collection;
  readonly library: Library;
  readonly summaries: Summaries;
  readonly assets: Assets;
}

export function createExportHandlers({ bundle, library, summaries, assets }: ExportPorts): ExportHandlers {
  const gather = (id: string): ExportedArticle => {
    const saved = summaries.saved(id);
    if (saved !== null) return exportedSaved(library, saved);
    const summary = bundle().summary(id);
    return { summary, body: bundle().body(id), publication: bundle().publication, link: linkTo(summary) };
  };
  return {
    'articles.export': ({ id, format }) => {
      const exported = gather(id);
      const { source, title } = exported.summary;
      const stem = source === 'collection' ? id : fileStem(title, id);
      const text = (extension: string, mediaType: string, content: string) => ({
        fileName: `${stem}.${extension}`,
        mediaType,
        encoding: 'utf-8' as const,
        content,
      });
      if (format === 'markdown') return text('md', 'text/markdown', toMarkdown(exported));
      if (format === 'html') return text('html', 'text/html', toHtml(exported, assets));
      if (format === 'text') return text('txt', 'text/plain', toPlainText(exported));
      const book = toEpub([exported], { frame: bookFrame(exported), readAsset: readFrom(assets) });
      return {
        fileName: `${stem}.epub`,
        mediaType: 'application/epub+zip',
        encoding: 'base64' as const,
        content: Buffer.from(book).toString('base64'),
      };
    },
    'articles.cite': ({ id }) => {
      const exported = gather(id);
      return { citation: citation(exported), bibtex: bibtex(exported), link: exported.link };
    },
  };
}

function readFrom(assets: Assets): (name: string) => { mediaType: string; bytes: Uint8Array } | null {
  return (name) => {
    const asset = assets.resolve(name);
    return asset === null ? null : { mediaType: asset.mediaType, bytes: readFileSync(asset.path) };
  };
}

/** A book of one story. */
function bookFrame({ summary, publication, link }: ExportedArticle): EpubFrame {
  return {
    identifier: `urn:${link}`,
    title: summary.title,
    subtitle: summary.standfirst,
    language: summary.language,
    publisher: publication.name,
    issued: summary.updated ?? summary.published ?? publication.issued,
  };
}

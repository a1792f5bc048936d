/**
 * The library as one EPUB 3 of any size: chapters first, each forgotten once it is written, then the documents that list
 * them. Pictures that readers of books need not know are left out with their words in their place.
 */
import type { FileEntry } from '../../files/zip.ts';
import { bodyHtml } from '../../library/article-tree.ts';
import type { Exporter, ArticleToExport, ExportSource } from '../export-source.ts';
import { isPacked } from '../everything.ts';
import { ownMeta, ownWordsHtml, textBegins, textEnds, withoutControls } from '../own-page.ts';
import { bylineHtml, shown } from '../web-pages.ts';
import {
  chapterDocument,
  containerXml,
  navigationDocument,
  packageDocument,
  styleSheet,
  type EpubFrame,
  type EpubItem,
} from './documents.ts';
import { toXhtml, type XhtmlBody } from './xhtml.ts';

/** Stands first and as it is: by that a book is known. */
const mediaType: FileEntry = { name: 'mimetype', content: 'application/epub+zip', isPacked: true };

/** The core media types of EPUB 3.3 for pictures. */
const pictures: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/svg+xml']);

export const bookExporter: Exporter = { kind: 'files', files: bookFiles };

function* bookFiles(source: ExportSource): Generator<FileEntry> {
  const frame = frameOf(source);
  const items: EpubItem[] = [
    { id: 'nav', href: 'nav.xhtml', mediaType: 'application/xhtml+xml', properties: ['nav'] },
    { id: 'style', href: 'style.css', mediaType: 'text/css' },
  ];
  const chapters: { readonly title: string; readonly href: string; readonly id: string }[] = [];
  const written = new Set<string>();
  yield mediaType;
  yield { name: 'META-INF/container.xml', content: containerXml };
  for (const exported of source.articles) {
    const id = `chapter-${chapters.length + 1}`;
    const body = bodyOf(exported, source);
    for (const name of body.assets) {
      const asset = written.has(name) ? null : source.assets.resolve(name);
      if (asset === null) continue;
      written.add(name);
      items.push({ id: `picture-${written.size}`, href: `assets/${name}`, mediaType: asset.mediaType });
      yield { name: `OEBPS/assets/${name}`, content: { path: asset.path }, isPacked: isPacked(asset) };
    }
    const title = exported.article.title || 'Untitled';
    const properties = [...(body.hasMathml ? ['mathml'] : []), ...(body.hasSvg ? ['svg'] : [])];
    items.push({ id, href: `${id}.xhtml`, mediaType: 'application/xhtml+xml', properties });
    chapters.push({ title: withoutControls(title), href: `${id}.xhtml`, id });
    yield { name: `OEBPS/${id}.xhtml`, content: chapterOf(exported, body) };
  }
  yield { name: 'OEBPS/style.css', content: styleSheet };
  yield { name: 'OEBPS/nav.xhtml', content: navigationDocument(frame, [{ title: 'Articles', entries: chapters }]) };
  yield { name: 'OEBPS/package.opf', content: packageDocument(frame, items, ['nav', ...chapters.map(({ id }) => id)]) };
}

function frameOf({ now }: ExportSource): EpubFrame {
  return {
    identifier: `urn:lectern:export:${now}`,
    title: 'Articles',
    subtitle: `Saved in Lectern, ${now.slice(0, 10)}`,
    language: 'en',
    publisher: 'Lectern',
    issued: now,
  };
}

function bodyOf({ body }: ArticleToExport, { assets }: ExportSource): XhtmlBody {
  const isKnown = (name: string): boolean => pictures.has(assets.resolve(name)?.mediaType ?? '');
  return toXhtml(body === null ? '' : withoutControls(bodyHtml(body)), {
    fileOfStory: () => null,
    hrefOfAsset: (name) => (isKnown(name) ? `assets/${name}` : null),
  });
}

function chapterOf(exported: ArticleToExport, { xml }: XhtmlBody): string {
  const { title, standfirst, language, direction } = exported.article;
  const line = (name: string, html: string) => (html === '' ? '' : `<p class="${name}">${html}</p>`);
  const head = `<h1>${shown(title) || 'Untitled'}</h1>${line('standfirst', shown(standfirst))}${line('byline', bylineHtml(exported))}`;
  const body = `${head}${textBegins}${xml}${textEnds}${ownWordsHtml(exported)}`;
  return chapterDocument({ title: withoutControls(title || 'Untitled'), language, direction }, body, ownMeta(exported));
}

/**
 * Stories as an EPUB 3: a title page, a contents list by section, a chapter a story. The same stories give the same
 * bytes. Pictures that are files are put in; drawings stay in the text.
 */
import { strToU8, zipSync, type Zippable, type ZipOptions } from 'fflate';
import { byline, type ExportedArticle } from '../exported-article.ts';
import { escapeHtml } from '../html.ts';
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

export interface EpubOptions {
  readonly frame: EpubFrame;
  /** The bytes of a picture that a story names; null leaves it out. */
  readonly readAsset: (name: string) => { readonly mediaType: string; readonly bytes: Uint8Array } | null;
  /** For whoever makes nearly the same book again: answers with what `make` gave for this story in a book
   * of the same stories. */
  readonly recall?: (story: ExportedArticle, make: () => XhtmlBody) => XhtmlBody;
}

/** In the order given; sections come in the order of their first story. */
export function toEpub(stories: readonly ExportedArticle[], { frame, readAsset, recall }: EpubOptions): Uint8Array {
  const files = new Map(stories.map(({ summary }) => [summary.id, `${summary.id}.xhtml`]));
  const chapters = stories.map((story) => {
    const make = (): XhtmlBody =>
      toXhtml(chapterHtml(story), {
        fileOfStory: (id) => files.get(id) ?? null,
        hrefOfAsset: (name) => `assets/${name}`,
      });
    const body = recall === undefined ? make() : recall(story, make);
    return { story, body, href: `${story.summary.id}.xhtml` };
  });
  const pictures = resolvePictures(
    chapters.flatMap(({ body }) => body.assets),
    readAsset,
  );

  const items: EpubItem[] = [
    { id: 'nav', href: 'nav.xhtml', mediaType: 'application/xhtml+xml', properties: ['nav'] },
    { id: 'style', href: 'style.css', mediaType: 'text/css' },
    ...chapters.map(({ story, body, href }) => ({
      id: `story-${story.summary.id}`,
      href,
      mediaType: 'application/xhtml+xml',
      properties: chapterProperties(body),
    })),
    ...pictures.map(({ name, mediaType }, index) => ({ id: `picture-${index}`, href: `assets/${name}`, mediaType })),
  ];

  // The archive's first entry must be the media type, stored as it is: that is how an EPUB is known.
  const archive: Zippable = {
    mimetype: [strToU8('application/epub+zip'), { level: 0 }],
    'META-INF/container.xml': text(containerXml),
    'OEBPS/package.opf': text(
      packageDocument(frame, items, ['nav', ...chapters.map(({ story }) => `story-${story.summary.id}`)]),
    ),
    'OEBPS/nav.xhtml': text(navigationDocument(frame, groupBySection(stories))),
    'OEBPS/style.css': text(styleSheet),
  };
  for (const { story, body, href } of chapters)
    archive[`OEBPS/${href}`] = text(chapterDocument(story.summary, body.xml));
  for (const { name, bytes } of pictures) archive[`OEBPS/assets/${name}`] = bytes;

  return zipSync(archive, archiveAttributes(frame));
}

/** ZIP has no time zones and begins in 1980; fflate reads a Date in local time, so noon keeps the day everywhere. */
function archiveAttributes({ issued }: EpubFrame): ZipOptions {
  return { mtime: new Date(`${issued.slice(0, 10)}T12:00:00`), level: 9 };
}

function chapterHtml(story: ExportedArticle): string {
  const { summary, body } = story;
  const sources = body.sources.map(
    ({ title, publication, year }) => `<li>${escapeHtml(title)}, ${escapeHtml(publication)}, ${year}</li>`,
  );
  return [
    `<h1>${escapeHtml(summary.title)}</h1>`,
    `<p class="standfirst">${escapeHtml(summary.standfirst)}</p>`,
    `<p class="byline">${escapeHtml(byline(story))}</p>`,
    heroHtml(story),
    body.html,
    sources.length === 0 ? '' : `<h2>Sources</h2><ul>${sources.join('')}</ul>`,
  ].join('\n');
}

function heroHtml({ body: { hero } }: ExportedArticle): string {
  if (hero === null) return '';
  const drawing = hero.svg ?? `<img src="/assets/${escapeHtml(hero.asset ?? '')}" alt="${escapeHtml(hero.alt)}">`;
  const caption = [hero.caption, hero.credit]
    .filter((part) => part !== null)
    .map(escapeHtml)
    .join(' ');
  return `<figure>${drawing}${caption === '' ? '' : `<figcaption>${caption}</figcaption>`}</figure>`;
}

function chapterProperties(body: XhtmlBody): string[] {
  return [...(body.hasMathml ? ['mathml'] : []), ...(body.hasSvg ? ['svg'] : [])];
}

function groupBySection(stories: readonly ExportedArticle[]) {
  const groups = Map.groupBy(stories, ({ summary, publication }) => summary.section?.name ?? publication.name);
  return [...groups].map(([title, members]) => ({
    title,
    entries: members.map(({ summary }) => ({ title: summary.title, href: `${summary.id}.xhtml` })),
  }));
}

function resolvePictures(names: readonly string[], readAsset: EpubOptions['readAsset']) {
  return [...new Set(names)].flatMap((name) => {
    const asset = readAsset(name);
    return asset === null ? [] : [{ name, ...asset }];
  });
}

function text(content: string): Uint8Array {
  return strToU8(content);
}

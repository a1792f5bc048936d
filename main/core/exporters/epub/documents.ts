/** The documents that make a folder of chapters an EPUB 3: package, navigation, container, style sheet. */
import { escapeHtml } from '../html.ts';

export interface EpubItem {
  readonly id: string;
  readonly href: string;
  readonly mediaType: string;
  /** Manifest properties such as `svg`, `mathml`, `nav`, `cover-image`. */
  readonly properties?: readonly string[];
}

export interface EpubFrame {
  readonly identifier: string;
  readonly title: string;
  readonly subtitle: string;
  readonly language: string;
  readonly publisher: string;
  /** ISO 8601 date of the edition; also the time of every file in the archive, so that the same book is the same bytes. */
  readonly issued: string;
}

export interface NavGroup {
  readonly title: string;
  readonly entries: readonly { readonly title: string; readonly href: string }[];
}

const xmlHeader = '<?xml version="1.0" encoding="UTF-8"?>\n';

export const containerXml = `${xmlHeader}<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="OEBPS/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`;

export function packageDocument(frame: EpubFrame, items: readonly EpubItem[], spine: readonly string[]): string {
  const manifest = items.map(({ id, href, mediaType, properties = [] }) => {
    const extra = properties.length === 0 ? '' : ` properties="${properties.join(' ')}"`;
    return `<item id="${id}" href="${escapeHtml(href)}" media-type="${mediaType}"${extra}/>`;
  });
  return `${xmlHeader}<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="book" xml:lang="${escapeHtml(frame.language)}">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="book">${escapeHtml(frame.identifier)}</dc:identifier>
<dc:title>${escapeHtml(frame.title)}</dc:title>
<dc:language>${escapeHtml(frame.language)}</dc:language>
<dc:publisher>${escapeHtml(frame.publisher)}</dc:publisher>
<dc:description>${escapeHtml(frame.subtitle)}</dc:description>
<dc:date>${escapeHtml(frame.issued.slice(0, 10))}</dc:date>
<meta property="dcterms:modified">${escapeHtml(frame.issued.slice(0, 10))}T00:00:00Z</meta>
</metadata>
<manifest>
${manifest.join('\n')}
</manifest>
<spine>
${spine.map((id) => `<itemref idref="${id}"/>`).join('\n')}
</spine>
</package>
`;
}

export function navigationDocument(frame: EpubFrame, groups: readonly NavGroup[]): string {
  const list = groups.map(
    ({ title, entries }) =>
      `<li><span>${escapeHtml(title)}</span><ol>${entries.map((entry) => `<li><a href="${escapeHtml(entry.href)}">${escapeHtml(entry.title)}</a></li>`).join('')}</ol></li>`,
  );
  return chapterDocument(
    { title: frame.title, language: frame.language, direction: 'ltr' },
    `<h1>${escapeHtml(frame.title)}</h1><p class="standfirst">${escapeHtml(frame.subtitle)}</p><nav epub:type="toc" id="toc" role="doc-toc"><ol>${list.join('')}</ol></nav>`,
  );
}

export function chapterDocument(
  { title, language, direction }: { title: string; language: string; direction: 'ltr' | 'rtl' },
  body: string,
  head = '',
): string {
  const tag = escapeHtml(language);
  return `${xmlHeader}<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" xml:lang="${tag}" lang="${tag}" dir="${direction}">
<head><title>${escapeHtml(title)}</title>${head}<link rel="stylesheet" type="text/css" href="style.css"/></head>
<body>${body}</body>
</html>
`;
}

export const styleSheet = `
body { font-family: Georgia, serif; line-height: 1.5; }
h1 { line-height: 1.15; margin: 0 0 0.5em; } h2 { line-height: 1.2; margin: 1.6em 0 0.4em; }
p { margin: 0; } p + p { text-indent: 1.4em; }
.standfirst { font-size: 1.15em; color: #514940; margin: 0 0 1em; } .byline { font-size: 0.85em; color: #685e53; margin: 0 0 2em; }
figure { margin: 1.5em 0; } figcaption { font-style: italic; font-size: 0.9em; } .credit { display: block; font-style: normal; font-size: 0.85em; }
img, svg.art { max-width: 100%; height: auto; }
aside.sidenote { font-size: 0.85em; margin: 0.8em 0 0.8em 1.5em; padding-left: 0.8em; border-left: 2px solid #ddd4c3; }
aside.pull { font-size: 1.4em; margin: 1.2em 0; color: #a3321a; } a.fn { font-size: 0.7em; vertical-align: super; line-height: 0; }
pre { font-size: 0.8em; white-space: pre-wrap; } blockquote { margin: 1em 1.5em; } dd { margin: 0 0 0.6em 1.5em; }
table { border-collapse: collapse; width: 100%; font-size: 0.9em; } th, td { text-align: left; vertical-align: top; padding: 0.3em 0.8em 0.3em 0; border-top: 1px solid #ddd4c3; }
.endmark svg { width: 0.75em; height: 0.75em; stroke: #a3321a; stroke-width: 2.4; fill: none; }
th.align-right, td.align-right { text-align: right; } th.align-center, td.align-center { text-align: center; }
nav ol { list-style: none; padding-left: 1em; }
`;

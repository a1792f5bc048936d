/** Addresses as every browser takes them in since Netscape: folders for shelves, tags, dates, notes as descriptions. */
import type { ArticleToExport, Exporter } from './export-source.ts';
import { shown } from './web-pages.ts';

interface Folder {
  readonly folders: Map<string, Folder>;
  readonly lines: string[];
}

export const bookmarksExporter: Exporter = {
  kind: 'text',
  *text({ articles }): Generator<string> {
    yield `<!DOCTYPE NETSCAPE-Bookmark-file-1>
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
<TITLE>Bookmarks</TITLE>
<H1>Bookmarks</H1>
`;
    // A line for each address is all that is held: folders cannot be written before everything in them is known.
    const root = emptyFolder();
    for (const exported of articles) {
      const line = bookmark(exported);
      if (line === null) continue;
      const places = exported.shelves.length === 0 ? [[]] : exported.shelves;
      for (const path of places) folderAt(root, path).lines.push(line);
    }
    yield* folderLines(root);
  },
};

function emptyFolder(): Folder {
  return { folders: new Map(), lines: [] };
}

function folderAt(root: Folder, path: readonly string[]): Folder {
  return path.reduce((folder, name) => {
    const inner = folder.folders.get(name) ?? emptyFolder();
    folder.folders.set(name, inner);
    return inner;
  }, root);
}

function* folderLines({ folders, lines }: Folder): Generator<string> {
  yield '<DL><p>\n';
  for (const [name, folder] of folders) {
    yield `<DT><H3>${shown(name)}</H3>\n`;
    yield* folderLines(folder);
  }
  yield* lines;
  yield '</DL><p>\n';
}

/** Null for what has no address. */
function bookmark({ article, tags }: ArticleToExport): string | null {
  if (article.url === null) return null;
  const seconds = Math.floor(Date.parse(article.savedAt) / 1000);
  const named = tags.map((tag) => tag.replaceAll(',', ' ').trim()).filter((tag) => tag !== '');
  const attributes = [
    `HREF="${shown(article.url)}"`,
    `ADD_DATE="${seconds}"`,
    named.length === 0 ? '' : `TAGS="${named.map(shown).join(',')}"`,
    article.favourite ? 'DATA-IMPORTANT="true"' : '',
  ].filter((attribute) => attribute !== '');
  const note = article.note === '' ? '' : `<DD>${shown(article.note)}\n`;
  return `<DT><A ${attributes.join(' ')}>${shown(article.title)}</A>\n${note}`;
}

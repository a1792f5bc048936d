/**
 * The whole library in one archive: the articles as JSON Lines, the trash among them, the files that belong to them, the
 * marks on stories of the collection. importers/everything reads it back.
 */
import type { FileEntry } from '../files/zip.ts';
import type { StoredAsset } from '../store/library-store.ts';
import { filled, markFields } from './article-fields.ts';
import type { Exporter, StoryToExport } from './export-source.ts';
import { toJsonLine } from './jsonl.ts';

/** Lines of one file in the archive: few enough to be held, many enough for few files. */
const linesInFile = 1000;

export const everythingExporter: Exporter = {
  kind: 'files',
  *files({ articles, stories, assets }): Generator<FileEntry> {
    yield { name: 'lectern.json', content: `${JSON.stringify({ format: 'lectern', version: 1 })}\n` };
    const written = new Set<string>();
    let lines: string[] = [];
    let file = 0;
    const close = (): FileEntry => {
      file += 1;
      const entry = { name: `articles/${String(file).padStart(4, '0')}.jsonl`, content: lines.join('') };
      lines = [];
      return entry;
    };
    for (const article of articles) {
      lines.push(toJsonLine(article));
      for (const { name } of article.files) {
        const found = written.has(name) ? null : assets.resolve(name);
        if (found === null) continue;
        written.add(name);
        yield { name: `assets/${name}`, content: { path: found.path }, isPacked: isPacked(found) };
      }
      if (lines.length >= linesInFile) yield close();
    }
    if (lines.length > 0) yield close();
    const marks = Array.from(stories, storyLine);
    if (marks.length > 0) yield { name: 'stories.jsonl', content: marks.join('') };
  },
};

function storyLine({ id, title, mark, answer }: StoryToExport): string {
  const { progress, readAt } = mark;
  return `${JSON.stringify({ story: id, ...filled({ title, progress, readAt }), ...markFields(mark, answer, null) })}\n`;
}

/** Whether the bytes are compressed as they stand. */
export function isPacked({ mediaType }: Pick<StoredAsset, 'mediaType'>): boolean {
  return mediaType !== 'image/svg+xml' && !mediaType.startsWith('text/');
}

/** Markdown files: notes of Obsidian, posts of Jekyll and Hugo, clippings. */
import { bareArticle } from '../bare-article.ts';
import { decodeText } from '../decode/decode-text.ts';
import type { Format, ImportContext, ImportFile } from '../format.ts';
import { ownService, type ImportRecord } from '../import-record.ts';
import { nameWithoutEnding } from './file-title.ts';
import { splitFrontMatter } from './front-matter.ts';
import { ownNote } from './own-note.ts';

export const markdownFormat: Format = {
  name: 'markdown',
  recognise: ({ head, ending }) => {
    if (head === '') return null;
    if (/^(?:md|markdown|mdown|mkd|mkdn|qmd|rmd)$/.test(ending)) return 'Its name says Markdown, and it is text.';
    return splitFrontMatter(head).matter !== null ? 'It is text that begins with front matter.' : null;
  },
  read: readNote,
};

async function* readNote(
  { name, bytes }: ImportFile,
  { beside, charset }: ImportContext,
): AsyncGenerator<ImportRecord> {
  await Promise.resolve(); // a stream of one
  const { matter, fields, body } = splitFrontMatter(decodeText(bytes, charset).text);
  const place = { input: name, row: 1 } as const;
  const own = ownNote(fields, body, beside);
  if (own !== null) {
    yield { kind: 'article', ...place, article: own, service: ownService };
    return;
  }
  if (body.trim() === '' && matter?.url == null) {
    yield { kind: 'no-content', ...place, reason: 'The note holds no text.' };
    return;
  }
  const { isArchived, ...known } = matter ?? { isArchived: false };
  const content = body.trim() === '' ? null : ({ kind: 'markdown', markdown: body, resources: beside } as const);
  const title = [matter?.title, headingOf(body)].find(Boolean) ?? nameWithoutEnding(name);
  yield {
    kind: 'article',
    ...place,
    article: bareArticle(content, { ...known, title, state: isArchived ? 'archive' : 'inbox' }),
  };
}

function headingOf(markdown: string): string {
  const match = /^\s*#[ \t]+([^\n]+?)[ \t]*#*[ \t]*(?:\r?\n|$)/.exec(markdown);
  return match?.[1]?.replace(/[*_`]/g, '').trim() ?? '';
}

/** Notes that Lectern wrote (exporters/markdown-notes.ts), perhaps edited since: all that was known comes back. */
import { obsidianTag } from '../../text/obsidian-tag.ts';
import { shelfPath } from '../../text/shelf-text.ts';
import { articleOf } from '../jsonl-fields.ts';
import type { ImportedArticle, Resources } from '../import-record.ts';

const endOfText = '\n<!-- lectern: end of the text -->\n';

type Fields = Readonly<Record<string, unknown>>;

/** Null for any other note. `fields` are those of its front matter. */
export function ownNote(fields: Fields, body: string, resources: Resources): ImportedArticle | null {
  if (typeof fields['lectern'] !== 'string') return null;
  const { description, published, saved, read, highlights } = fields;
  const article = articleOf({
    ...fields,
    ...{ id: fields['lectern'], standfirst: description, publishedAt: published, savedAt: saved, readAt: read },
    tags: tagsOf(fields),
    shelves: listOf(fields['shelves']).map((shelf) => (typeof shelf === 'string' ? shelfPath(shelf) : [])),
    highlights: listOf(highlights).map((one) => (isFields(one) ? { ...one, createdAt: one['created'] } : one)),
    ...{ html: undefined, text: undefined, body: undefined, content: undefined },
  });
  const hasWords = article.highlights.length > 0 || article.note !== '';
  const end = hasWords ? `\n${body}`.lastIndexOf(endOfText) : -1;
  const markdown = end === -1 ? body : body.slice(0, end);
  return { ...article, content: markdown.trim() === '' ? null : { kind: 'markdown', markdown, resources } };
}

/** As they are really called, and those that were added in Obsidian. */
function tagsOf(fields: Fields): string[] {
  const shown = namesIn(fields['tags']);
  const real = namesIn(fields['lectern-tags']);
  const known = new Set(real.map(obsidianTag));
  return [...real, ...shown.filter((tag) => real.length === 0 || !known.has(tag))];
}

function namesIn(value: unknown): string[] {
  return listOf(value).flatMap((name) => (typeof name === 'string' || typeof name === 'number' ? [String(name)] : []));
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : typeof value === 'string' ? [value] : [];
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The fields of one line of JSON Lines, read with patience: numbers for texts, strings for lists, dates in any form. */
import { z } from 'zod';
import { articleId, recommendation } from '../../contract/entities.ts';
import type {
  ImportedArticle,
  ImportedContent,
  ImportedHighlight,
  ImportedMarks,
  ImportedStory,
  Resources,
} from './import-record.ts';
import { isoTime } from './iso-time.ts';

type Fields = Readonly<Record<string, unknown>>;

const noResources: Resources = () => null;

/** `resources` are the files that came along. */
export function articleOf(fields: Fields, resources: Resources = noResources): ImportedArticle {
  const progress = numberOf(fields['progress']);
  return {
    externalId: textOf(fields, 'id').trim() || null,
    url: webAddress(textOf(fields, 'url', 'link')),
    title: textOf(fields, 'title'),
    standfirst: textOf(fields, 'standfirst', 'summary', 'description', 'excerpt'),
    author: authorOf(fields['author'] ?? fields['authors'] ?? fields['byline']),
    site: textOf(fields, 'site'),
    published: isoTime(first(fields, 'publishedAt', 'published', 'published_at', 'date')),
    savedAt: isoTime(first(fields, 'savedAt', 'saved_at', 'added_at')),
    language: textOf(fields, 'language', 'lang') || null,
    tags: tagsOf(fields['tags']),
    shelves: listOf(fields['shelves'])
      .map((path) => listOf(path).map(asText).filter(isFilled))
      .filter(isFilled),
    state: fields['state'] === 'archive' ? 'archive' : 'inbox',
    favourite: fields['favourite'] === true,
    progress: progress === null ? null : Math.min(1, Math.max(0, progress)),
    readAt: isoTime(fields['readAt']),
    highlights: listOf(fields['highlights'])
      .map(highlightOf)
      .filter(({ quote, note }) => quote !== '' || note !== ''),
    note: textOf(fields, 'note'),
    content: contentOf(fields, resources),
    ...(isMarked(fields) ? { marks: marksOf(fields) } : {}),
  };
}

function isMarked(fields: Fields): boolean {
  return ['bookmarkedAt', 'block', 'finished', 'answer', 'trashedAt'].some((name) => fields[name] !== undefined);
}

/** What Lectern writes of a story of its collection; null for what is none. */
export function storyOf(fields: Fields): ImportedStory | null {
  const id = articleId.safeParse(fields['story']);
  if (!id.success) return null;
  const progress = Math.min(1, Math.max(0, numberOf(fields['progress']) ?? 0));
  const readAt = isoTime(fields['readAt']);
  return { id: id.data, title: textOf(fields, 'title'), progress, readAt, marks: marksOf(fields) };
}

function marksOf(fields: Fields): ImportedMarks {
  const block = numberOf(fields['block']) ?? 0;
  const answer = answerSchema.safeParse(fields['answer']);
  return {
    bookmarkedAt: isoTime(fields['bookmarkedAt']),
    block: Number.isInteger(block) && block > 0 ? block : 0,
    finishedAt: fields['finished'] === true ? (isoTime(fields['readAt']) ?? isoTime(fields['savedAt'])) : null,
    answer: answer.success ? answer.data : null,
    trashedAt: isoTime(fields['trashedAt']),
  };
}

/** Fields that say nothing are left out where it is written. */
const answerSchema = recommendation.omit({ articleId: true }).extend({
  reasons: recommendation.shape.reasons.default([]),
  opinion: z.string().default(''),
});

/** The richer of what is there. */
function contentOf(fields: Fields, resources: Resources): ImportedContent | null {
  const html = textOf(fields, 'html', 'content_html');
  if (html.trim() !== '') {
    return {
      kind: 'html',
      html,
      extent: 'article',
      baseUrl: webAddress(textOf(fields, 'url')),
      resources,
    };
  }
  const text = textOf(fields, 'text', 'body', 'content');
  return text.trim() === '' ? null : { kind: 'text', text };
}

function highlightOf(value: unknown): ImportedHighlight {
  const fields: Fields = isFields(value) ? value : { quote: value };
  return {
    quote: textOf(fields, 'quote', 'text'),
    note: textOf(fields, 'note'),
    createdAt: isoTime(first(fields, 'createdAt', 'created_at')),
    colour: textOf(fields, 'colour', 'color') || null,
    tags: tagsOf(fields['tags']),
  };
}

/** A list, or one text: parted by commas if it has any, else by spaces. */
function tagsOf(value: unknown): string[] {
  if (typeof value !== 'string') return listOf(value).map(asText).filter(isFilled);
  const parts = /[,;]/.test(value) ? value.split(/[,;]/) : value.split(/\s+/);
  return parts.map((part) => part.trim()).filter(isFilled);
}

/** A name, an object that has one, or several of either. */
function authorOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(authorOf).filter(isFilled).join(', ');
  return isFields(value) ? textOf(value, 'name') : asText(value);
}

function webAddress(text: string): string | null {
  const url = URL.parse(text.trim());
  return url !== null && ['http:', 'https:'].includes(url.protocol) ? text.trim() : null;
}

function first(fields: Fields, ...names: readonly string[]): unknown {
  return names.map((name) => fields[name]).find((value) => value !== undefined && value !== null);
}

/** The first of `names` that holds text. */
function textOf(fields: Fields, ...names: readonly string[]): string {
  return names.map((name) => asText(fields[name])).find(isFilled) ?? '';
}

function asText(value: unknown): string {
  // Lone halves of surrogate pairs cannot be written as UTF-8.
  if (typeof value === 'string') return value.toWellFormed();
  return typeof value === 'number' || typeof value === 'bigint' ? String(value) : '';
}

function numberOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isFilled(value: { readonly length: number }): boolean {
  return value.length > 0;
}

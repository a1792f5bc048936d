/** What a Markdown file says of itself between its first lines, by the names that Obsidian, Jekyll, Hugo and clippers use. */
import { parseDocument } from 'yaml';
import { z } from 'zod';
import { webAddress } from '../html/addresses.ts';
import { readDate } from '../html/dates.ts';

export interface FrontMatter {
  readonly title: string;
  readonly standfirst: string;
  readonly author: string;
  readonly site: string;
  readonly url: string | null;
  readonly published: string | null;
  readonly savedAt: string | null;
  readonly language: string | null;
  readonly tags: readonly string[];
  readonly shelves: readonly (readonly string[])[];
  readonly favourite: boolean;
  readonly isArchived: boolean;
}

/** In characters: what was marked in a long text stands there too. */
const mostMatter = 2_000_000;

const fieldsSchema = z.record(z.string(), z.unknown());

export interface SplitText {
  readonly matter: FrontMatter | null;
  /** The front matter as it stands; empty for none. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly body: string;
}

/** The body without its front matter. Front matter that cannot be read is none, and stays in the body. */
export function splitFrontMatter(text: string): SplitText {
  const match = /^\uFEFF?---[ \t]*\r?\n([^]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.exec(text);
  if (match !== null) {
    const fields = readYaml(match[1] ?? '');
    if (fields === null) return { matter: null, fields: {}, body: text };
    return { matter: read(fields), fields, body: text.slice(match[0].length) };
  }
  const toml = /^\uFEFF?\+\+\+[ \t]*\r?\n([^]*?)\r?\n\+\+\+[ \t]*(?:\r?\n|$)/.exec(text);
  if (toml === null) return { matter: null, fields: {}, body: text };
  const fields = readTomlLines(toml[1] ?? '');
  return { matter: read(fields), fields, body: text.slice(toml[0].length) };
}

/** Null for what is no YAML, no mapping, or one that refers to itself to grow. */
function readYaml(source: string): Record<string, unknown> | null {
  if (source.length > mostMatter) return null;
  const document = parseDocument(source, { prettyErrors: false, schema: 'core', logLevel: 'silent' });
  if (document.errors.length > 0) return null;
  try {
    const fields = fieldsSchema.safeParse(document.toJS({ maxAliasCount: 20 }) ?? {});
    return fields.success ? fields.data : null;
  } catch (error) {
    if (error instanceof ReferenceError || error instanceof RangeError) return null; // aliases without end, or without an anchor
    throw error;
  }
}

/** Hugo's other form: plain texts and lists of them; tables are left out. */
function readTomlLines(source: string): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const [, name = '', value = ''] of source.matchAll(/^([\w-]+)[ \t]*=[ \t]*(.*)$/gm)) {
    const texts = Array.from(
      value.matchAll(/"((?:[^"\\]|\\.)*)"|'([^']*)'/g),
      ([, double, single]) => double ?? single ?? '',
    );
    fields[name] = value.startsWith('[') ? texts : (texts[0] ?? value.trim());
  }
  return fields;
}

function read(fields: Readonly<Record<string, unknown>>): FrontMatter {
  const lower = new Map(
    Object.entries(fields).map(([name, value]) => [name.toLowerCase().replaceAll('-', '_'), value]),
  );
  const texts = (...names: string[]): string[] =>
    names.map((name) => textsIn(lower.get(name))).find((found) => found.length > 0) ?? [];
  const first = (...names: string[]): string => texts(...names)[0] ?? '';
  const date = (...names: string[]): string | null =>
    names.map((name) => readDate(first(name))).find((found) => found !== null) ?? null;
  const yes = (...names: string[]): boolean => names.some((name) => /^(?:true|yes|1)$/i.test(first(name)));
  return {
    title: first('title'),
    standfirst: first('description', 'excerpt', 'summary', 'subtitle', 'standfirst', 'dek'),
    author: texts('author', 'authors', 'creator', 'by').map(withoutBrackets).join(', '),
    site: withoutBrackets(first('site', 'site_name', 'publisher', 'publication', 'website')),
    url: webAddress(first('url', 'source', 'source_url', 'link', 'permalink', 'canonical_url', 'original_url'), null),
    published: date('published', 'date_published', 'publish_date', 'pubdate', 'date'),
    savedAt: date('saved', 'date_saved', 'saved_at', 'clipped', 'created', 'date_created', 'date_added', 'added'),
    language: first('lang', 'language') || null,
    tags: tagsIn(texts('tags', 'tag', 'keywords', 'labels')),
    shelves: texts('categories', 'category', 'folder', 'collection').map((name) => [withoutBrackets(name)]),
    favourite: yes('favorite', 'favourite', 'starred'),
    isArchived: yes('archived', 'read') || /^archived?$/i.test(first('state', 'status')),
  };
}

function textsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsIn).slice(0, 200);
  if (value instanceof Date) return [value.toISOString()];
  if (typeof value === 'object' && value !== null) return 'name' in value ? textsIn(value.name) : [];
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? [String(value).trim()].filter(Boolean)
    : [];
}

/** One text is a list with commas, or with spaces and number signs. */
function tagsIn(texts: readonly string[]): string[] {
  const [only = ''] = texts;
  const separator = only.includes(',') ? ',' : only.includes('#') ? /\s+/ : ',';
  const tags = texts.length === 1 ? only.split(separator) : texts;
  return [...new Set(tags.map((tag) => withoutBrackets(tag.trim().replace(/^#/, ''))).filter(Boolean))];
}

/** Obsidian's clipper writes names as links to notes. */
function withoutBrackets(name: string): string {
  return name.replace(/^\[\[(?:[^\]|]*\|)?([^\]]*)\]\]$/, '$1');
}

/** The two development sets of the relevance bench. Neither is for judging: ranking is tuned on them. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { openCollection } from '../../collection/open-collection.ts';
import type { IndexedArticle } from '../index-set.ts';
import type { JudgedQuery } from './measures.ts';

export interface JudgedSet {
  readonly name: string;
  readonly articles: readonly IndexedArticle[];
  /** The compiled bundle, for a set that is one. */
  readonly bundle: string | null;
  readonly queries: readonly JudgedQuery[];
}

const root = join(import.meta.dirname, '..', '..', '..', '..');

/** Manual pages, each to be found by its own description, which was taken out of it; null where the file is not. */
export function readManualPages(corpus: string): JudgedSet | null {
  const file = join(dirname(corpus), 'relevance-dev.json.gz');
  if (!existsSync(file)) return null;
  const { name, docs, queries } = JSON.parse(gunzipSync(readFileSync(file)).toString()) as ManualPages; // README of the corpus
  return {
    name,
    bundle: null,
    articles: oncePerId(docs).map(({ id, title, body, author, tags }) => ({
      ...plain,
      id,
      title,
      author,
      tags: tags.split(' ').filter((tag) => tag !== ''),
      blocks: body.split('\n').filter((block) => block.trim() !== ''),
      words: body.split(/\s+/).length,
    })),
    queries: queries.map(({ q, rel }) => ({
      text: q,
      misspelt: false,
      relevant: new Map(rel.map((id) => [id, 3])),
    })),
  };
}

/** The bundled collection, compiled into `directory`, with the queries of content/relevance. */
export function readThePatch(directory: string): JudgedSet {
  const program = join(root, 'main', 'cli', 'from-source.ts');
  const source = join(root, 'content', 'the-patch');
  const { status, stderr } = spawnSync(process.execPath, [program, 'content', source, '--out', directory], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`The Patch does not compile: ${stderr}`);
  const collection = openCollection(directory);
  const lines = readFileSync(join(root, 'content', 'relevance', 'the-patch.jsonl'), 'utf8')
    .trim()
    .split('\n');
  return {
    name: collection.publication.name,
    bundle: directory,
    articles: collection.summaries.map((summary) => {
      const { blocks, headings } = collection.body(summary.id);
      return {
        ...plain,
        id: summary.id,
        language: summary.language,
        title: summary.title,
        standfirst: summary.standfirst,
        tags: summary.tags,
        author: summary.author?.name ?? '',
        section: summary.section?.name ?? '',
        headings: headings.map(({ text }) => text),
        blocks,
        source: 'collection',
        published: summary.published,
        words: summary.words,
      };
    }),
    queries: lines.map((line) => {
      const { query, kind, relevant } = JSON.parse(line) as JudgedLine; // content/relevance/README.md
      return { text: query, misspelt: kind === 'misspelt', relevant: new Map(Object.entries(relevant)) };
    }),
  };
}

type Page = Readonly<Record<'id' | 'title' | 'body' | 'author' | 'tags', string>>;

/** Six pages are in the set in two versions under one id: they become one, with both texts. */
function oncePerId(pages: readonly Page[]): Page[] {
  return [...Map.groupBy(pages, ({ id }) => id).values()].flatMap((versions) => {
    const [first] = versions;
    return first === undefined ? [] : [{ ...first, body: versions.map(({ body }) => body).join('\n') }];
  });
}

interface ManualPages {
  readonly name: string;
  readonly docs: readonly Page[];
  readonly queries: readonly { readonly q: string; readonly rel: readonly string[] }[];
}

interface JudgedLine {
  readonly query: string;
  readonly kind: string;
  readonly relevant: Record<string, number>;
}

const plain = {
  language: 'en',
  standfirst: '',
  section: '',
  headings: [],
  site: '',
  source: 'library',
  published: null,
} as const;

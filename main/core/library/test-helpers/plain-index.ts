/**
 * The least that answers to `WritableIndexSet`: a list of articles, kept as one file of JSON. What is tested with it is
 * who calls the index and when, not how an index finds.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IndexedArticle, WritableIndexSet } from '../../search/index-set.ts';

export function openPlainIndex(directory: string): WritableIndexSet {
  const path = join(directory, 'plain.json');
  const kept = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as IndexedArticle[]) : []; // written below
  const articles = new Map(kept.map((article) => [article.id, article]));
  let generation = 0;
  const ids = () => [...articles.keys()];
  return {
    get generation() {
      return generation;
    },
    get documentCount() {
      return articles.size;
    },
    get capacity() {
      return articles.size;
    },
    search: () => ({
      total: 0,
      documents: new Uint32Array(),
      scores: new Float32Array(),
      met: new Uint32Array(),
    }),
    idOf: (document) => ids()[document] ?? '',
    vectorOf: () => [],
    documentOf: (id) => (articles.has(id) ? ids().indexOf(id) : null),
    columns: {
      source: () => 'library',
      published: () => null,
      words: () => 0,
      language: () => 'en',
      author: () => '',
      section: () => '',
      site: () => '',
      tags: () => [],
    },
    vocabulary: { has: () => false, frequency: () => 0, completions: () => [], nearest: () => [] },
    add: (added) => {
      generation += 1;
      for (const article of added) articles.set(article.id, article);
    },
    remove: (gone) => {
      generation += 1;
      for (const id of gone) articles.delete(id);
    },
    flush: () => {
      writeFileSync(path, JSON.stringify([...articles.values()]));
      return Promise.resolve();
    },
    close: () => Promise.resolve(),
  };
}

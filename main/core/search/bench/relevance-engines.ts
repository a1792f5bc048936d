/** Engines as the relevance bench asks them: a query as a reader types it, ids back. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { analyse } from '../analysis.ts';
import type { IndexedArticle } from '../index-set.ts';
import { isFunctionWord } from '../lunr.ts';
import type { BenchDocument, BenchWord, Peer, PeerKind } from './peer.ts';

export interface AskedEngine {
  readonly name: string;
  /** Ids, best first, at most `limit`. */
  ask(query: string, limit: number): Promise<readonly string[]>;
  close(): Promise<void>;
}

/**
 * Engines that sum a score a field favour short fields by themselves, and lose by heavy weights (MiniSearch 0.66 even, 0.54
 * steep on the manual pages); FTS5, which weighs occurrences in one sum, gains by them. Each gets what is kinder to it.
 */
const relevanceWeights = {
  even: { title: 1, standfirst: 1, tags: 1, headings: 1, author: 1, section: 1, body: 1 },
  steep: { title: 5, standfirst: 2, tags: 3, headings: 2, author: 1, section: 1, body: 1 },
} as const;

/**
 * A peer, asked as a good page would: function words left out, and a word that it does not know looked for with one
 * typing error where it can.
 */
export async function openPeer(
  kind: PeerKind,
  articles: readonly IndexedArticle[],
  directory: string,
): Promise<AskedEngine> {
  const weights: Readonly<Record<string, number>> = relevanceWeights[kind.weighing];
  const documents = articles.map(documentOf);
  const filled = Object.keys(weights).filter((field) => documents.some(({ fields }) => fields[field] !== ''));
  const own = join(directory, kind.name);
  mkdirSync(own, { recursive: true });
  const peer = kind.create({
    directory: own,
    weights: Object.fromEntries(filled.map((field) => [field, weights[field] ?? 1])),
  });
  await peer.build(documents);
  return {
    name: kind.name,
    ask: (query, limit) => {
      const words = wordsOf(query).map((text) => asKnown(peer, kind, text));
      return Promise.resolve(words.length === 0 ? [] : peer.search({ words, mode: 'any' }, limit));
    },
    close: async () => {
      await peer.close();
    },
  };
}

function documentOf(article: IndexedArticle): BenchDocument {
  return {
    id: article.id,
    fields: {
      title: article.title,
      standfirst: article.standfirst,
      tags: article.tags.join(' '),
      headings: article.headings.join('\n'),
      author: article.author,
      section: article.section,
      body: article.blocks.join('\n'),
    },
  };
}

function wordsOf(query: string): string[] {
  const words = analyse(query)
    .filter(({ isWord }) => isWord)
    .map(({ start, end }) => query.slice(start, end));
  const telling = words.filter((word) => !isFunctionWord(word.toLowerCase()));
  return telling.length > 0 ? telling : words;
}

function asKnown(peer: Peer, kind: PeerKind, text: string): BenchWord {
  const word: BenchWord = { text, as: 'word' };
  if (kind.cannot.fuzzy !== undefined) return word;
  return peer.search({ words: [word], mode: 'any' }, 1).length > 0 ? word : { text, as: 'fuzzy' };
}

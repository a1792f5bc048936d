/**
 * FlexSearch 0.8. It ranks by where in a text a word stands and knows no weights, so the fields are put one after the
 * other, the heaviest first. Every word of its `forward` index can be found by its beginnings; a sign after the end of
 * each lets a query ask for a whole word too.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Index } from 'flexsearch';
import type { BenchDocument, BenchWord, PeerKind } from '../peer.ts';
import { queryWord, termsOf } from '../terms.ts';

const end = '$';

export const flexSearchPeer: PeerKind = {
  name: 'FlexSearch',
  settings:
    'FlexSearch 0.8.212: our words and stems, forward, fields in order of weight, suggest for some of the words',
  weighing: 'even',
  cannot: { fuzzy: 'no' },
  create: ({ directory, weights }) => {
    const file = join(directory, 'flexsearch.json');
    const byWeight = Object.keys(weights).sort((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0));
    const textOf = ({ fields }: BenchDocument): string => byWeight.map((field) => fields[field] ?? '').join('\n');
    // A query comes as terms already, after this sign.
    const encode = (text: string): string[] =>
      text.startsWith(asTerms) ? text.slice(1).split(' ') : termsOf(text).map((term) => term + end);
    const index = new Index({ tokenize: 'forward', encode });
    return {
      build: (documents) => {
        for (const document of documents) index.add(document.id, textOf(document));
      },
      add: (document) => void index.add(document.id, textOf(document)),
      save: () => {
        const parts: Record<string, string> = {};
        index.export((key, data) => {
          parts[key] = data;
        });
        writeFileSync(file, JSON.stringify(parts));
      },
      load: () => {
        const parts = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>; // written by `save`
        for (const [key, data] of Object.entries(parts)) index.import(key, data);
      },
      search: ({ words, mode }, limit) =>
        index.search(asTerms + words.map(termOf).join(' '), { limit, suggest: mode === 'any' }).map(String),
      close: () => undefined,
    };
  },
};

const asTerms = '\u0001';

function termOf({ text, as }: BenchWord): string {
  const { stem, typed } = queryWord(text);
  return as === 'prefix' ? typed : stem + end;
}

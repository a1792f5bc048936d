/**
 * Orama 3. It finds every word by its beginning and offers no other way (its `exact` reads the texts of all hits), so a
 * sign after the end of each indexed word lets a query ask for a whole word. It keeps the texts with its index.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { create, insert, load, save, search, type RawData, type Results, type Tokenizer } from '@orama/orama';
import type { BenchDocument, PeerKind } from '../peer.ts';
import { queryWord, termsOf } from '../terms.ts';

const end = '$';

export const oramaPeer: PeerKind = {
  name: 'Orama',
  settings:
    'Orama 3.1.18: our words and stems, texts kept as it always does, v8.serialize since its JSON outgrows a string',
  weighing: 'even',
  cannot: {},
  create: ({ directory, weights }) => {
    const file = join(directory, 'orama.bin');
    const index = create({
      schema: { id: 'string', ...Object.fromEntries(Object.keys(weights).map((field) => [field, 'string' as const])) },
      components: { tokenizer },
    });
    const insertOne = ({ id, fields }: BenchDocument): void => void insert(index, { id, ...fields });
    return {
      build: (documents) => documents.forEach(insertOne),
      add: insertOne,
      save: () => writeFileSync(file, serialize(save(index))),
      load: () => load(index, deserialize(readFileSync(file)) as RawData), // written by `save`
      search: ({ words, mode }, limit) => {
        const terms = words.map(({ text, as }) => {
          const { stem, typed } = queryWord(text);
          return as === 'prefix' ? typed : stem + end;
        });
        const fuzzy = words.some(({ as }) => as === 'fuzzy');
        const found = search(index, {
          term: terms.join(' '),
          properties: '*', // the id is a text too, and its tokenizer gives nothing
          boost: { ...weights },
          limit,
          threshold: mode === 'all' ? 0 : 1,
          ...(fuzzy ? { tolerance: 1 } : {}),
        }) as Results<unknown>; // a promise only with hooks, of which there are none
        return found.hits.map(({ id }) => id);
      },
      close: () => undefined,
    };
  },
};

/** Orama names the field when it indexes, and none when it searches: a query's words are terms already. */
const tokenizer: Tokenizer = {
  language: 'english',
  normalizationCache: new Map(),
  tokenize: (raw, _language, field) => {
    if (field === undefined) return raw.split(' ');
    return field === 'id' ? [] : termsOf(raw).map((term) => term + end);
  },
};

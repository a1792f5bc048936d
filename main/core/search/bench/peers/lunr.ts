/**
 * lunr 2.3.9.
 *
 * Its `TokenSet` confuses nodes when it makes them few: the key of a node joins the label of an edge and the id of the
 * node that it leads to without a separator, so that "1" + "23" and "12" + "3" are one, and with digits as labels some
 * terms are lost and wildcards can throw. `mendTokenSet` puts a separator in, from outside, so that lunr is measured as it
 * was meant.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import lunr from 'lunr';
import type { BenchQuery, PeerKind } from '../peer.ts';
import { queryWord, termsOf } from '../terms.ts';

export const lunrPeer: PeerKind = {
  name: 'lunr',
  settings: 'lunr 2.3.9: our words and stems, no positions, JSON, digit labels of its TokenSet mended',
  weighing: 'even',
  cannot: {
    add: 'no: an index is built once',
    'all-prefix': 'no: a required wildcard takes seconds even at 10,000',
  },
  create: ({ directory, weights }) => {
    mendTokenSet();
    const file = join(directory, 'lunr.json');
    let index: lunr.Index | undefined;
    const opened = (): lunr.Index => {
      if (index === undefined) throw new Error('lunr has no index yet');
      return index;
    };
    return {
      build: (documents) => {
        const builder = new lunr.Builder();
        builder.ref('id');
        builder.pipeline.reset();
        builder.searchPipeline.reset();
        // The tokenizer's type knows only what lunr's own gives.
        builder.tokenizer = ((text: string) =>
          termsOf(text).map((term) => new lunr.Token(term, {}))) as unknown as typeof lunr.tokenizer;
        for (const [field, boost] of Object.entries(weights)) builder.field(field, { boost });
        for (const { id, fields } of documents) builder.add({ id, ...fields });
        index = builder.build();
      },
      add: () => {
        throw new Error('lunr adds nothing to an index');
      },
      save: () => writeFileSync(file, JSON.stringify(opened())),
      load: () => {
        index = lunr.Index.load(JSON.parse(readFileSync(file, 'utf8')) as object); // written by `save`
      },
      search: (query, limit) =>
        opened()
          .query((asked) => addClauses(asked, query))
          .slice(0, limit)
          .map(({ ref }) => ref),
      close: () => undefined,
    };
  },
};

function addClauses(asked: lunr.Query, { words, mode }: BenchQuery): void {
  const presence = mode === 'all' ? lunr.Query.presence.REQUIRED : lunr.Query.presence.OPTIONAL;
  for (const { text, as } of words) {
    const { stem, typed } = queryWord(text);
    if (as === 'prefix') {
      asked.term(typed, { usePipeline: false, wildcard: lunr.Query.wildcard.TRAILING });
      if (!stem.startsWith(typed)) asked.term(stem, { usePipeline: false });
    } else if (as === 'fuzzy') asked.term(stem, { usePipeline: false, editDistance: 1 });
    else asked.term(stem, { usePipeline: false, presence });
  }
}

interface TokenSetNode {
  _str?: string;
  final: boolean;
  edges: Record<string, { id: number }>;
}

function mendTokenSet(): void {
  lunr.TokenSet.prototype.toString = function (this: TokenSetNode): string {
    if (this._str !== undefined) return this._str;
    const edges = Object.entries(this.edges).sort(([a], [b]) => (a < b ? -1 : 1));
    return (this.final ? '1' : '0') + edges.map(([label, { id }]) => `${label}${id};`).join('');
  }; // its type hides the fields that its own method reads
}

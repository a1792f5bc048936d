import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { BenchDocument, BenchQuery, BenchWord, Peer, PeerKind } from './peer.ts';
import { peers } from './peers/all.ts';

const scratch = mkdtempSync(join(tmpdir(), 'lectern-peers-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const weights = { title: 2, body: 1 };
const documents: BenchDocument[] = [
  { id: 'a', fields: { title: 'Transcoding video', body: 'A transcoder turns one format into another.' } },
  { id: 'b', fields: { title: 'Formats', body: 'Pictures have many formats, and so has sound.' } },
  { id: 'c', fields: { title: 'Sound', body: 'Microphones and rooms.' } },
];

let folders = 0;

async function reopened(kind: PeerKind, of: readonly BenchDocument[] = documents): Promise<Peer> {
  const directory = join(scratch, String((folders += 1)));
  mkdirSync(directory);
  const built = kind.create({ directory, weights });
  await built.build(of);
  await built.save();
  await built.close();
  const loaded = kind.create({ directory, weights });
  await loaded.load();
  return loaded;
}

function asked(text: string, as: BenchWord['as'] = 'word', mode: BenchQuery['mode'] = 'any'): BenchQuery {
  const words = text.split(' ');
  return { mode, words: words.map((word, index) => ({ text: word, as: index === words.length - 1 ? as : 'word' })) };
}

describe.each(Object.values(peers))('$name', (kind) => {
  it('finds by stem, by any and by all of the words, once built, saved and loaded', async () => {
    const peer = await reopened(kind);
    const ids = (query: BenchQuery) => [...peer.search(query, 10)].sort();
    expect({
      stem: ids(asked('format')),
      any: ids(asked('microphones pictures')),
      all: ids(asked('sound formats', 'word', 'all')),
      none: ids(asked('trans')),
    }).toEqual({ stem: ['a', 'b'], any: ['b', 'c'], all: ['b'], none: [] });
    await peer.close();
  });

  it('finds by a beginning, by a typing error and what was added, or says that it cannot', async () => {
    const peer = await reopened(kind);
    const ids = (query: BenchQuery) => [...peer.search(query, 10)].sort();
    if (kind.cannot.prefix === undefined) expect(ids(asked('tran', 'prefix'))).toEqual(['a']);
    if (kind.cannot['all-prefix'] === undefined) expect(ids(asked('sound pic', 'prefix', 'all'))).toEqual(['b']);
    if (kind.cannot.fuzzy === undefined) expect(ids(asked('picturs', 'fuzzy'))).toContain('b');
    if (kind.cannot.add === undefined) {
      await peer.add({ id: 'd', fields: { title: 'Zebras', body: 'Striped.' } });
      expect(ids(asked('zebra'))).toEqual(['d']);
    }
    await peer.close();
  });
});

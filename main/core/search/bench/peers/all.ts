/** Every engine that the benches know, ours first. */
import type { PeerKind } from '../peer.ts';
import { flexSearchPeer } from './flexsearch.ts';
import { fts5ColumnPeer, fts5Peer } from './fts5.ts';
import { lecternPeer } from './lectern.ts';
import { lunrPeer } from './lunr.ts';
import { miniSearchPeer } from './minisearch.ts';
import { oramaPeer } from './orama.ts';

export const peers: Readonly<Record<string, PeerKind>> = {
  lectern: lecternPeer,
  fts5: fts5Peer,
  'fts5-column': fts5ColumnPeer,
  minisearch: miniSearchPeer,
  lunr: lunrPeer,
  flexsearch: flexSearchPeer,
  orama: oramaPeer,
};

/** What fetching a link needs of the rest of the core. */
import type { PageReader } from '../importing/page-reader.ts';
import type { AssetFiles } from '../library/asset-files.ts';
import type { Library } from '../library/library.ts';
import type { Network } from '../network/network-port.ts';
import type { FeedStore } from '../store/feed-store.ts';
import type { LinkStore } from '../store/link-store.ts';

export interface FetchPorts {
  readonly network: Network;
  readonly links: LinkStore;
  readonly feeds: Pick<FeedStore, 'page' | 'putPage'>;
  readonly library: Library;
  readonly assets: AssetFiles;
  readonly reader: PageReader;
  readonly dataDirectory: string;
  readonly now: () => Date;
  readonly signal: AbortSignal;
}

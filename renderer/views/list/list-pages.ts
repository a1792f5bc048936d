/**
 * The pages of a list, as far as they are wanted. Going on asks for the next page alone; anything that has changed, for
 * all of them again, so that what is shown is of one moment.
 */
import type { Client } from '../../../main/contract/client.ts';
import type { ArticleSummary } from '../../../main/contract/entities.ts';
import { sameList, type PlainList } from '../../lib/list-ref.ts';
import { listInput } from './list-query.ts';

export const pageSize = 100;

/** The most that the contract gives at once. */
const largestPage = 1000;

export interface LoadedList {
  readonly list: PlainList;
  readonly items: readonly ArticleSummary[];
  /** Of all pages together. */
  readonly total: number;
  /** Where the next page begins; null if all are loaded. */
  readonly next: string | null;
}

export class ListPages {
  readonly #client: Pick<Client, 'articles.list'>;
  #kept: { readonly revision: number; readonly loaded: LoadedList } | null = null;

  constructor(client: Pick<Client, 'articles.list'>) {
    this.#client = client;
  }

  async load(list: PlainList, revision: number, wanted: number): Promise<LoadedList> {
    const isKept = this.#kept?.revision === revision && sameList(this.#kept.loaded.list, list);
    let loaded: LoadedList =
      isKept && this.#kept !== null ? this.#kept.loaded : { list, items: [], total: 0, next: null };
    let isMore = !isKept || loaded.next !== null;
    while (isMore && loaded.items.length < wanted) {
      const limit = Math.min(largestPage, wanted - loaded.items.length);
      const cursor = loaded.next === null ? {} : { cursor: loaded.next };
      const page = await this.#client['articles.list']({ ...listInput(list), ...cursor, limit });
      loaded = { list, items: [...loaded.items, ...page.items], total: page.total, next: page.next };
      isMore = page.next !== null;
    }
    this.#kept = { revision, loaded };
    return loaded;
  }
}

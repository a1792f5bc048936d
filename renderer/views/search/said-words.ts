/** Words for what was done with a query. Pure. */
import type { IndexStatus } from '../../../main/contract/search-entities.ts';

const lists = {
  and: new Intl.ListFormat('en-GB', { type: 'conjunction' }),
  or: new Intl.ListFormat('en-GB', { type: 'disjunction' }),
};

export function listOfWords(words: readonly string[], by: 'and' | 'or'): string {
  return lists[by].format(words);
}

export function percentDone({ done, total }: IndexStatus): number {
  return total === 0 ? 0 : Math.min(99, Math.floor((done / total) * 100));
}

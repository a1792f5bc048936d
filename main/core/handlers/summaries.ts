/** Puts the reader's marks on what the collection says of a story. */
import type { ArticleSummary } from '../../contract/entities.ts';
import type { Collection, PlainSummary } from '../collection/collection.ts';
import { noMark, type Store, type StoredMark } from '../store/store.ts';

export interface Summaries {
  one(id: string): ArticleSummary;
  /** In the order of `ids`; marks are read once for all of them. */
  many(ids: readonly string[]): ArticleSummary[];
  marks(): ReadonlyMap<string, StoredMark>;
  dress(plain: PlainSummary, mark: StoredMark | undefined): ArticleSummary;
}

export function createSummaries(bundle: () => Collection, store: Store): Summaries {
  const dress = (plain: PlainSummary, stored: StoredMark = noMark): ArticleSummary => {
    const { bookmarkedAt: _, ...marks } = stored;
    return { ...plain, marks };
  };
  return {
    one: (id) => dress(bundle().summary(id), store.mark(id)),
    many: (ids) => {
      const marks = store.marks();
      return ids.map((id) => dress(bundle().summary(id), marks.get(id)));
    },
    marks: () => store.marks(),
    dress,
  };
}

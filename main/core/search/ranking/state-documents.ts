/** Which documents are in a state, kept as long as neither the reader nor the index has changed anything. */
import type { IndexSet } from '../index-set.ts';
import type { ArticleState } from './filters.ts';

interface Kept {
  readonly ids: ReadonlySet<string>;
  readonly generation: number;
  readonly documents: Uint8Array;
}

/** `idsIn` answers the same set as long as it has not changed. By document, 1 for those in the state. */
export function createStateDocuments(
  index: IndexSet,
  idsIn: (state: ArticleState) => ReadonlySet<string>,
): (state: ArticleState) => Uint8Array {
  const kept = new Map<ArticleState, Kept>();
  return (state) => {
    const { generation } = index;
    const ids = idsIn(state);
    const known = kept.get(state);
    if (known?.ids === ids && known.generation === generation) return known.documents;
    const documents = new Uint8Array(index.capacity);
    for (const id of ids) {
      const document = index.documentOf(id);
      if (document !== null) documents[document] = 1;
    }
    kept.set(state, { ids, generation, documents });
    return documents;
  };
}

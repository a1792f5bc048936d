/** Everything that is not in the trash, on its way out, the oldest first; one article in memory at a time. */
import { toJsonLine } from '../exporters/jsonl.ts';
import type { LibraryCursor, LibraryReader } from '../store/library-store.ts';
import type { Store } from '../store/store.ts';
import { shownBody } from './hidden-blocks.ts';

const pageSize = 500;

export function* exportJsonLines(store: Store): Generator<string> {
  for (const article of allArticles(store.library)) {
    const { library } = store;
    const stored = library.body(article.key);
    yield toJsonLine({
      article,
      body: stored === null ? null : shownBody(stored),
      mark: store.mark(article.id),
      ...library.belongings(article),
    });
  }
}

function* allArticles(library: LibraryReader) {
  let after: LibraryCursor | null = null;
  for (;;) {
    const page = library.list({ query: {}, order: 'oldest', after, limit: pageSize });
    for (const { article } of page) yield article;
    const last = page.at(-1);
    if (last === undefined) return;
    after = { at: last.at, id: last.article.id };
  }
}

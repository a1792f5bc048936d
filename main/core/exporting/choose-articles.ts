/** Which saved articles a selection means. */
import type { ExportSelection } from '../../contract/export-methods.ts';
import type { CoreHandlers } from '../../contract/methods.ts';
import type { LibraryCursor, LibraryQuery, LibraryReader } from '../store/library-store.ts';

interface ChoosingPorts {
  readonly library: Pick<LibraryReader, 'list' | 'article'>;
  readonly find: CoreHandlers['search.find'];
  /** Ids of the collection's stories are no saved articles. */
  readonly isStory: (id: string) => boolean;
}

const hitsAtOnce = 100;
const rowsAtOnce = 1000;

/** Null for all there are. What is named and not there is passed over. */
export async function chooseArticles(
  selection: ExportSelection,
  { library, find, isStory }: ChoosingPorts,
): Promise<readonly string[] | null> {
  if ('everything' in selection) return null;
  if ('ids' in selection) return selection.ids.filter((id) => !isStory(id) && library.article(id) !== null);
  if ('query' in selection) return found(selection.query);
  return listed('tag' in selection ? { tag: selection.tag } : { shelf: selection.shelf });

  async function found(query: string): Promise<string[]> {
    const ids: string[] = [];
    for (let offset = 0; ; offset += hitsAtOnce) {
      const { hits, total } = await find({ query, limit: hitsAtOnce, offset, exactly: true });
      ids.push(...hits.flatMap(({ article }) => (article.source === 'library' ? [article.id] : [])));
      if (hits.length === 0 || offset + hits.length >= total) return ids;
      // Thousands of hits are no reason for anybody else to wait.
      await new Promise(setImmediate);
    }
  }

  function listed(query: LibraryQuery): string[] {
    const ids: string[] = [];
    let after: LibraryCursor | null = null;
    for (;;) {
      const page = library.list({ query, order: 'oldest', after, limit: rowsAtOnce });
      ids.push(...page.map(({ article }) => article.id));
      const last = page.at(-1);
      if (last === undefined) return ids;
      after = { at: last.at, id: last.article.id };
    }
  }
}

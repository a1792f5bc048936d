/** Keeping saved articles in order, as the window asks for it. */
import { AppError } from '../../contract/errors.ts';
import type { CoreHandlers } from '../../contract/methods.ts';
import type { upkeepMethods } from '../../contract/upkeep-methods.ts';
import { quoteFinder } from '../highlights/anchor-quote.ts';
import { extractOriginal, type ExtractPorts } from '../importing/extract-original.ts';
import type { Extent } from '../importing/import-task.ts';
import { bodyHtml } from '../library/article-tree.ts';
import type { AssetFiles } from '../library/asset-files.ts';
import { hiddenNumbers } from '../library/hidden-blocks.ts';
import type { Library } from '../library/library.ts';
import type { PreparedArticle } from '../library/prepare-article.ts';
import type { Upkeep } from '../library/upkeep.ts';
import type { ArticleBody, SavedArticle } from '../store/library-store.ts';

type UpkeepHandlers = Pick<CoreHandlers, keyof typeof upkeepMethods>;

interface UpkeepHandlerPorts {
  readonly library: Library;
  readonly upkeep: Upkeep;
  readonly assets: Pick<AssetFiles, 'resolve'>;
  readonly dataDirectory: string;
  readonly job: ExtractPorts;
}

export function createUpkeepHandlers(ports: UpkeepHandlerPorts): UpkeepHandlers {
  const { library, upkeep } = ports;
  return {
    'articles.edit': ({ id, set, putBack = [] }) => {
      const { note, ...fields } = set;
      // A field that is left out is absent, whatever the parser makes of it.
      const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
      upkeep.edit(id, { set: given, putBack, note: note ?? null });
      return { revision: library.rows.revision() };
    },
    'articles.versions': ({ id }) => ({ items: upkeep.versions(id) }),
    'articles.version': ({ id, version }) => upkeep.version(id, version),
    'articles.compare': ({ id, before, after }) => upkeep.compare(id, before, after),
    'articles.restoreVersion': ({ id, version }) => ({ replaced: upkeep.restoreVersion(id, version) }),
    'articles.removeVersion': ({ id, version }) => ({ left: upkeep.removeVersion(id, version) }),
    'articles.text': ({ id }) => {
      const { html, blocks, hidden } = library.body(library.article(id));
      return { html: bodyHtml({ html, blocks }), hidden: [...hidden], blockCount: blocks.length };
    },
    'articles.hide': ({ id, blocks, hidden }) => ({ hidden: upkeep.hide(id, blocks, hidden) }),
    'articles.extract': async ({ id, method }) => {
      const article = library.article(id);
      const { row, body } = await extract(ports, article, method, null);
      return {
        comparison: upkeep.compareWith(id, body.blocks),
        words: row.words,
        imagesWanted: row.imagesWanted,
        imagesKept: row.imagesKept,
        lostHighlights: lostIn(library, article, body.blocks),
      };
    },
    'articles.takeExtract': async ({ id, method }) => {
      const { row, body, given } = await extract(ports, library.article(id), method, ports.dataDirectory);
      const { imagesWanted, imagesKept } = row;
      return { replaced: upkeep.takeText(id, { body, imagesWanted, imagesKept, assets: given.assets }) };
    },
  };
}

async function extract(
  { library, assets, job }: UpkeepHandlerPorts,
  article: SavedArticle,
  extent: Extent,
  dataDirectory: string | null,
): Promise<PreparedArticle & { readonly body: ArticleBody }> {
  const original = library.rows.upkeep.originalOf(article.key);
  if (original === null) {
    throw new AppError(
      'invalid-input',
      'The original of this article was not kept, so its text cannot be made anew. ' +
        'Import the page again and choose to keep originals.',
    );
  }
  const file = assets.resolve(original.name);
  if (file === null) {
    throw new AppError('not-found', 'The original of this article is not in the data folder any more.');
  }
  const title = library.rows.upkeep.saidOf(article.key).title ?? article.title;
  const request = { original: { path: file.path, name: original.name }, extent, title, dataDirectory };
  const { body, ...rest } = await extractOriginal(request, job);
  if (body === null) throw new Error('only articles with a text are given back');
  return { ...rest, body };
}

/** Passages that stand in the text as it is shown, and not in the one that would be. */
function lostIn({ rows }: Library, article: SavedArticle, blocks: readonly string[]): string[] {
  const quotes = rows.upkeep.quotesOf(article.id);
  const gone = new Set(hiddenNumbers(blocks, rows.upkeep.hiddenOf(article.key)));
  const findNow = quoteFinder(rows.text(article.id)?.blocks ?? []);
  const findThen = quoteFinder(blocks.map((block, number) => (gone.has(number) ? '' : block)));
  return quotes.filter((quote) => findNow(quote) !== null && findThen(quote) === null).map(({ quote }) => quote);
}

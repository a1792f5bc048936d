/**
 * The reader's own articles: saves what importers deliver, finds what is there already, and tells everybody. All
 * writing of articles begins here or in upkeep.ts.
 */
import { AppError } from '../../contract/errors.ts';
import type { LibraryChange } from '../../contract/organise-entities.ts';
import type { ImportedStory } from '../importers/import-record.ts';
import type { EventSource } from '../event-source.ts';
import type { ArticleMatch, LibraryReader, LibraryStore, LibraryWriter, SavedArticle } from '../store/library-store.ts';
import type { StoredBody } from '../store/upkeep-store.ts';
import type { AssetFiles } from './asset-files.ts';
import { dropNeedless } from './drop-needless.ts';
import { mergeArticle } from './merge-article.ts';
import { createNearDuplicates, type NearDuplicates } from './near-duplicates.ts';
import { writeText } from './write-text.ts';
import { idsFor, prepareArticle, type ArticleToSave, type PreparedArticle } from './prepare-article.ts';

export interface SaveOutcome {
  /** `no-content` for a link that was kept as a link, and for what held nothing to keep: that has no `articleId`. */
  readonly outcome: 'imported' | 'merged' | 'no-content' | 'failed';
  /** Of what was not imported, in words. */
  readonly reason: string | null;
  readonly articleId: string | null;
}

export interface Library {
  readonly rows: LibraryReader;
  /** In one transaction. Throws `AppError` for a fault of the disk; then none of these was saved. */
  save(articles: readonly ArticleToSave[], service: string): SaveOutcome[];
  /** The same for what was prepared elsewhere, with what an undo needs. */
  savePrepared(articles: readonly PreparedArticle[]): SavedRow[];
  /** What the reader had left on stories of a collection; it is added to what is there. */
  saveMarks(stories: readonly ImportedStory[]): void;
  /** The same for what a feed brings: what waits goes on waiting. */
  saveOffered(articles: readonly PreparedArticle[]): SavedRow[];
  /** Whether the reader has done anything to it that leaves its text and tags as they are: a bookmark, an answer, a shelf. */
  isWorkedWith(id: string): boolean;
  /** Puts articles back as they were when `savePrepared` found them. */
  restoreSnapshots(snapshots: readonly string[]): void;
  /** Throws `not-found`. The trash counts as there. */
  article(id: string): SavedArticle;
  has(id: string): boolean;
  /** Whether an id belongs to the collection; then it is not ours, whatever is saved under it. */
  isStory(id: string): boolean;
  body(article: SavedArticle): StoredBody;
  /** As the reader would, to articles that are there; those that are not are passed over. */
  change(ids: readonly string[], change: LibraryChange): void;
  moveToTrash(ids: readonly string[]): void;
  /** For good; only what lies in the trash. Answers how many. */
  purge(ids: readonly string[]): number;
}

/** What became of one row, and of the article that it met. */
export interface SavedRow extends SaveOutcome {
  /** Whether the article was made by it. */
  readonly isNew: boolean;
  /** The article as it was, if it was there. */
  readonly before: string | null;
  /** Of the article afterwards. */
  readonly revision: number | null;
}

interface LibraryPorts {
  readonly store: LibraryStore;
  readonly assets: Pick<AssetFiles, 'remove'>;
  readonly events: EventSource;
  readonly now: () => Date;
  /** Ids of the collection's stories are theirs. */
  readonly isStory: (id: string) => boolean;
}

const linkOnly: StoredBody = { html: null, blocks: [], headings: [], hidden: [] };

export function createLibrary({ store, assets, events, now, isStory }: LibraryPorts): Library {
  const near = createNearDuplicates(store);
  const article = (id: string): SavedArticle => {
    const found = store.article(id);
    if (found !== null) return found;
    throw new AppError('not-found', 'There is no such article in your library. It may have been removed for good.', {
      id,
    });
  };

  const change = (ids: readonly string[], given: LibraryChange): void => {
    store.write(({ many }) => many.change(store.views.keysOf(ids), given));
    events.libraryChanged();
  };

  const saveAll = (
    articles: readonly (PreparedArticle | SaveOutcome)[],
    options: Pick<Saving, 'takesSnapshots' | 'isWanted'>,
  ): SavedRow[] => {
    try {
      const saved = store.write((writer) => {
        const into = { store, writer, near, isStory, ...options };
        return articles.map((one) => ('outcome' in one ? notSaved(one) : saveRow(into, one)));
      });
      events.libraryChanged();
      return saved;
    } catch (error) {
      near.forget();
      throw error;
    }
  };

  return {
    rows: store,
    save: (articles, service) => {
      const time = now().toISOString();
      const prepared = articles.map((given) => tryPrepare(given, service, time));
      const rows = saveAll(prepared, { takesSnapshots: false, isWanted: true });
      return rows.map(({ outcome, reason, articleId }) => ({ outcome, reason, articleId }));
    },
    savePrepared: (articles) => saveAll(articles, { takesSnapshots: true, isWanted: true }),
    saveOffered: (articles) => saveAll(articles, { takesSnapshots: false, isWanted: false }),
    saveMarks: (stories) => {
      if (stories.length === 0) return;
      store.write((writer) => {
        for (const { id, progress, readAt, marks } of stories) {
          if (progress > 0) writer.raiseProgress(id, progress, readAt ?? now().toISOString());
          writer.addMarks(id, marks);
        }
      });
      for (const { id } of stories) events.marksChanged(id);
    },
    isWorkedWith: (id) => store.isMarked(id),
    restoreSnapshots: (snapshots) => {
      store.write((writer) => {
        for (const snapshot of snapshots) writer.restoreSnapshot(snapshot);
      });
      events.libraryChanged();
    },
    article,
    has: (id) => store.article(id) !== null,
    isStory,
    body: ({ key }) => store.body(key) ?? linkOnly,
    change,
    moveToTrash: (ids) => {
      change(ids, { kind: 'trash' });
    },
    purge: (ids) => {
      const gone = [...new Set(ids)].map(article).filter(({ deletedAt }) => deletedAt !== null);
      dropNeedless({ rows: store, assets, events }, (writer) => {
        for (const { key } of gone) writer.purge(key);
      });
      return gone.length;
    },
  };
}

const emptyOutcome: SaveOutcome = {
  outcome: 'no-content',
  reason: 'It holds neither a text nor an address.',
  articleId: null,
};

function tryPrepare(given: ArticleToSave, service: string, time: string): PreparedArticle | SaveOutcome {
  try {
    return prepareArticle(given, service, time);
  } catch (error) {
    // The stack ran out: the only RangeError that parsing, cleaning and counting a tree can end in.
    if (!(error instanceof RangeError)) throw error;
    const reason = 'Its HTML is nested too deeply to be read.';
    return { outcome: 'failed', reason, articleId: null };
  }
}

function notSaved(outcome: SaveOutcome): SavedRow {
  return { ...outcome, isNew: false, before: null, revision: null };
}

interface Saving {
  readonly store: LibraryStore;
  readonly writer: LibraryWriter;
  readonly near: NearDuplicates;
  readonly isStory: (id: string) => boolean;
  /** For an undo. */
  readonly takesSnapshots: boolean;
  /** Whether the reader asked for these, which a feed's articles are not. */
  readonly isWanted: boolean;
}

function saveRow(into: Saving, prepared: PreparedArticle): SavedRow {
  const { store, writer, near, takesSnapshots, isWanted } = into;
  const match = store.find(prepared.traces) ?? near.find(prepared);
  const before = match === null || !takesSnapshots ? null : store.snapshot(match.article);
  if (match !== null && isWanted) writer.keep(match.article.key);
  const outcome = match === null ? saveNew(into, prepared) : mergeOne(store, writer, prepared, match);
  const revision = outcome.articleId === null ? null : writer.revision;
  return { ...outcome, isNew: match === null && outcome.articleId !== null, before, revision };
}

function saveNew({ store, writer, near, isStory }: Saving, prepared: PreparedArticle): SaveOutcome {
  const { row, body, highlights } = prepared;
  if (body === null && row.url === null && row.note === '' && highlights.length === 0) return emptyOutcome;
  const id = idsFor(prepared).find((candidate) => !isStory(candidate) && store.article(candidate) === null);
  if (id === undefined) throw new Error('ids never run out');
  const key = writer.insert({ ...row, id });
  if (body !== null) writer.setBody(key, body, null);
  near.add(key, row.simhash);
  addBelongings(writer, { key, id }, prepared);
  for (const highlight of highlights) writer.addHighlight(id, highlight);
  if (body !== null) return { outcome: 'imported', reason: null, articleId: id };
  return { outcome: 'no-content', reason: 'It holds no text, so only what stands around it was kept.', articleId: id };
}

function mergeOne(
  store: LibraryStore,
  writer: LibraryWriter,
  prepared: PreparedArticle,
  match: ArticleMatch,
): SaveOutcome {
  const { article, by } = match;
  const said = store.upkeep.saidOf(article.key);
  const merge = mergeArticle(match, prepared, store.highlightsOf(article.id), said);
  if (merge.takesBody && prepared.body !== null) {
    const title = said.title ?? article.title;
    const old = merge.keepsVersion ? { title, words: article.words } : null;
    writeText(writer, store, merge.row, prepared.body, old);
  } else writer.update(merge.row);
  writer.setSaid(article.key, merge.said);
  addBelongings(writer, article, prepared);
  for (const highlight of merge.newHighlights) writer.addHighlight(article.id, highlight);
  const why = { id: 'It is there by this id', address: 'It is there by this address', text: 'The same text is there' };
  return { outcome: 'merged', reason: `${why[by]}: “${article.title}”.`, articleId: article.id };
}

/** Of either outcome; what is there already stays. */
function addBelongings(
  writer: LibraryWriter,
  { key, id }: Pick<SavedArticle, 'key' | 'id'>,
  { given, traces, tags, shelves, row }: PreparedArticle,
): void {
  for (const urlKey of traces.urlKeys) writer.addAddress(key, urlKey);
  const { origin } = traces;
  // An article's own id finds it without.
  if (origin !== null && origin.externalId !== id) writer.addOrigin(key, origin.service, origin.externalId);
  for (const tag of tags) writer.addTag(key, tag);
  for (const path of shelves) writer.addToShelf(key, path);
  for (const asset of given.assets) writer.addAsset(key, asset);
  const progress = given.progress ?? 0;
  if (progress > 0) writer.raiseProgress(id, Math.min(1, progress), given.readAt ?? row.savedAt);
  if (given.marks !== undefined) writer.addMarks(id, given.marks);
}

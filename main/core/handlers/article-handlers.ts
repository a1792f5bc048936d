/** Lists of articles, one article whole, and what is related to it. */
import type { Article } from '../../contract/entities.ts';
import type { CoreHandlers } from '../../contract/methods.ts';
import { editedField } from '../../contract/upkeep-entities.ts';
import type { Collection, RelatedStory } from '../collection/collection.ts';
import { quoteFinder } from '../highlights/anchor-quote.ts';
import { bodyHtml } from '../library/article-tree.ts';
import { shownBody } from '../library/hidden-blocks.ts';
import type { Library } from '../library/library.ts';
import type { Searchable } from '../library/searchable.ts';
import { relateInIndex, type RelatedInIndex } from '../related/relate-in-index.ts';
import type { SavedArticle } from '../store/library-store.ts';
import { listArticles } from './list-articles.ts';
import type { Summaries } from './summaries.ts';

type ArticleHandlers = Pick<CoreHandlers, 'articles.list' | 'articles.get' | 'articles.related'>;

interface ArticlePorts {
  readonly bundle: () => Collection;
  readonly library: Library;
  readonly summaries: Summaries;
  readonly searchable: Pick<Searchable, 'index' | 'textOf'>;
}

const relatedLimit = 6;
/** Of the reader's own articles, behind those that the compiler chose for a story. */
const ownAmongRelated = 2;
const clearlyAlike = 0.15;

export function createArticleHandlers({ bundle, library, summaries, searchable }: ArticlePorts): ArticleHandlers {
  const inIndex = (id: string, limit: number, isOnlySaved: boolean): RelatedInIndex[] => {
    const index = searchable.index();
    const isWanted = isOnlySaved ? (one: number) => index.columns.source(one) === 'library' : null;
    return relateInIndex(index, id, { limit, isWanted, textOf: searchable.textOf });
  };
  /** What the compiler chose for a story, and the likest of the reader's own behind it; for a saved article what is like it. */
  const relatedTo = (id: string, limit: number): readonly RelatedStory[] => {
    if (summaries.saved(id) !== null) return inIndex(id, limit, false);
    const chosen = bundle().related(id);
    const { inbox, archive } = library.rows.counts();
    if (inbox + archive === 0) return chosen.slice(0, limit);
    const own = inIndex(id, ownAmongRelated, true).filter(({ score }) => score >= clearlyAlike);
    return [...chosen.slice(0, limit - own.length), ...own];
  };
  return {
    'articles.list': (input) => listArticles({ bundle, rows: library.rows, summaries }, input),
    'articles.get': ({ id }) => {
      const saved = summaries.saved(id);
      return saved === null ? getStory(bundle(), summaries, id) : getSaved(library, summaries, saved);
    },
    'articles.related': ({ id, limit = relatedLimit }) => ({
      items: relatedTo(id, limit).map(({ id: other, score, reasons }) => ({
        article: summaries.one(other),
        score,
        reasons: [...reasons],
      })),
    }),
  };
}

function getStory(collection: Collection, summaries: Summaries, id: string): Article {
  const summary = summaries.one(id);
  const body = collection.body(id);
  const sameSection = collection.summaries.filter((story) => story.section?.id === summary.section?.id);
  const place = sameSection.findIndex((story) => story.id === id);
  const neighbour = (offset: number) => {
    const story = sameSection[place + offset];
    return story === undefined ? null : summaries.one(story.id);
  };
  return {
    ...summary,
    html: body.html,
    hero: body.hero,
    writer: collection.persons.find((person) => person.id === summary.author?.id) ?? null,
    editor: collection.publication.editor,
    sources: [...body.sources],
    headings: [...body.headings],
    blockCount: body.blocks.length,
    imageCount: body.imageCount,
    previous: place > 0 ? neighbour(-1) : null,
    next: neighbour(1),
    own: null,
    threads: threadsOf(collection, summaries, id),
  };
}

function getSaved(library: Library, summaries: Summaries, saved: SavedArticle): Article {
  const stored = library.body(saved);
  const body = shownBody(stored);
  return {
    ...summaries.ofSaved(saved),
    html: bodyHtml(body),
    hero: null,
    writer: null,
    editor: null,
    sources: [],
    headings: [...body.headings],
    blockCount: body.blocks.length,
    imageCount: saved.imagesKept,
    previous: null,
    next: null,
    own: ownOf(library, saved, stored.hidden.length, body.blocks),
    threads: [],
  };
}

function ownOf({ rows }: Library, saved: SavedArticle, hiddenCount: number, blocks: readonly string[]): Article['own'] {
  const { upkeep } = rows;
  const { shelves, highlights } = rows.belongings(saved);
  const versions = upkeep.versions(saved.key);
  const find = quoteFinder(highlights.length === 0 ? [] : blocks);
  const places = upkeep.quotesOf(saved.id).map(find);
  return {
    note: saved.note,
    shelves: shelves.map((path) => [...path]),
    highlights: highlights.map((highlight, at) => ({
      ...highlight,
      tags: [...highlight.tags],
      place: places[at] ?? null,
    })),
    edited: Object.entries(upkeep.saidOf(saved.key)).map(([field, said]) => ({
      field: editedField.parse(field),
      said,
    })),
    versionCount: versions.length,
    textChangedAt: versions[0]?.replacedAt ?? null,
    hiddenCount,
    hasOriginal: upkeep.originalOf(saved.key) !== null,
  };
}

function threadsOf(collection: Collection, summaries: Summaries, id: string): Article['threads'] {
  return collection.threads.flatMap(({ title, stories }) => {
    const place = stories.indexOf(id);
    if (place === -1) return [];
    const at = (index: number) => {
      const other = stories[index];
      return other === undefined ? null : summaries.one(other);
    };
    return [
      {
        title,
        earlier: place > 0 ? at(place - 1) : null,
        later: at(place + 1),
        position: place + 1,
        length: stories.length,
      },
    ];
  });
}

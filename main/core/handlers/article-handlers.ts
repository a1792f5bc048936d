/** Lists of articles, one article whole, and what is related to it. */
import type { Article } from '../../contract/entities.ts';
import type { CoreHandlers } from '../../contract/methods.ts';
import type { Collection } from '../collection/collection.ts';
import { bodyHtml } from '../library/article-tree.ts';
import type { Library } from '../library/library.ts';
import type { SavedArticle } from '../store/library-store.ts';
import { listArticles } from './list-articles.ts';
import type { Summaries } from './summaries.ts';

type ArticleHandlers = Pick<CoreHandlers, 'articles.list' | 'articles.get' | 'articles.related'>;

interface ArticlePorts {
  readonly bundle: () => Collection;
  readonly library: Library;
  readonly summaries: Summaries;
}

const relatedLimit = 6;

export function createArticleHandlers({ bundle, library, summaries }: ArticlePorts): ArticleHandlers {
  return {
    'articles.list': (input) => listArticles({ bundle, rows: library.rows, summaries }, input),
    'articles.get': ({ id }) => {
      const saved = summaries.saved(id);
      return saved === null ? getStory(bundle(), summaries, id) : getSaved(library, summaries, saved);
    },
    'articles.related': ({ id, limit = relatedLimit }) => ({
      items: (summaries.saved(id) === null ? bundle().related(id) : [])
        .slice(0, limit)
        .map(({ id: other, score, reasons }) => ({ article: summaries.one(other), score, reasons: [...reasons] })),
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
  const body = library.body(saved);
  const { shelves, highlights } = library.rows.belongings(saved);
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
    own: {
      note: saved.note,
      shelves: shelves.map((path) => [...path]),
      highlights: highlights.map((highlight) => ({ ...highlight, tags: [...highlight.tags] })),
    },
    threads: [],
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

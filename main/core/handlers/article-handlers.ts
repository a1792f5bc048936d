/** Lists of articles, one article whole, and what is related to it. */
import type { Article, ArticleSummary } from '../../contract/entities.ts';
import type { CoreHandlers, ParsedInput } from '../../contract/methods.ts';
import type { Collection } from '../collection/collection.ts';
import type { StoredMark } from '../store/store.ts';
import type { Summaries } from './summaries.ts';

type ArticleHandlers = Pick<CoreHandlers, 'articles.list' | 'articles.get' | 'articles.related'>;

interface ArticlePorts {
  readonly bundle: () => Collection;
  readonly summaries: Summaries;
}

const relatedLimit = 6;

export function createArticleHandlers({ bundle, summaries }: ArticlePorts): ArticleHandlers {
  return {
    'articles.list': (input) => ({ items: listArticles(bundle(), summaries, input) }),
    'articles.get': ({ id }) => getArticle(bundle(), summaries, id),
    'articles.related': ({ id, limit = relatedLimit }) => ({
      items: bundle()
        .related(id)
        .slice(0, limit)
        .map(({ id: other, score, reasons }) => ({ article: summaries.one(other), score, reasons: [...reasons] })),
    }),
  };
}

function listArticles(
  collection: Collection,
  summaries: Summaries,
  { section, tag, author, only, order = 'newest' }: ParsedInput<'articles.list'>,
): ArticleSummary[] {
  const marks = summaries.marks();
  const wanted = collection.summaries.filter(
    (story) =>
      (section === undefined || story.section?.id === section) &&
      (tag === undefined || story.tags.includes(tag)) &&
      (author === undefined || story.author?.id === author) &&
      (only === undefined || isMarked(marks.get(story.id), only)),
  );
  if (order === 'oldest') wanted.reverse();
  if (order === 'marked') wanted.sort((a, b) => markedAt(marks.get(b.id)).localeCompare(markedAt(marks.get(a.id))));
  return wanted.map((story) => summaries.dress(story, marks.get(story.id)));
}

function isMarked(mark: StoredMark | undefined, only: NonNullable<ParsedInput<'articles.list'>['only']>): boolean {
  if (mark === undefined) return false;
  if (only === 'bookmarked') return mark.bookmarked;
  if (only === 'recommended') return mark.recommended === 'yes';
  if (only === 'finished') return mark.finished;
  return mark.progress > 0 && !mark.finished;
}

/** When the reader last had a hand on it: the bookmark's time, else the last reading. */
function markedAt(mark: StoredMark | undefined): string {
  return mark?.bookmarkedAt ?? mark?.readAt ?? '';
}

function getArticle(collection: Collection, summaries: Summaries, id: string): Article {
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
    threads: threadsOf(collection, summaries, id),
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

/**
 * The full pages of what feeds bring as a teaser. They are fetched by the queue of links, which says when and how often;
 * here it is decided whose page is asked for, and what becomes of the text that the feed gave.
 */
import type { FeedPage } from '../../contract/feed-entities.ts';
import { AppError } from '../../contract/errors.ts';
import type { Library } from '../library/library.ts';
import type { PreparedArticle } from '../library/prepare-article.ts';
import { urlKey } from '../library/url-key.ts';
import type { FeedStore, StoredFeed } from '../store/feed-store.ts';
import type { LinkStore } from '../store/link-store.ts';
import type { SavedArticle } from '../store/saved-article.ts';
import { countWords } from '../text/count-words.ts';

export interface FullPagesPorts {
  readonly feeds: FeedStore;
  readonly links: LinkStore;
  readonly library: Library;
  readonly now: () => Date;
  /** Has the queue look for what there is to do. */
  readonly wake: () => void;
}

export interface FullPages {
  /** Of an article that a feed brought; null for any other. */
  of(articleId: string): FeedPage | null;
  /** Throws `invalid-input` for an article whose address is not that of its own page. */
  fetch(articleId: string): void;
  /** Those of a refresh, within its transaction; `wake` is for afterwards. */
  want(articleIds: readonly string[]): void;
  /** The setting of a feed was changed, or the feed was removed. */
  settingChanged(feed: StoredFeed, isOn: boolean): void;
  wake(): void;
}

export function createFullPages({ feeds, links, library, now, wake }: FullPagesPorts): FullPages {
  /** Null where several items lead to one page, or to none: it is no item's own. */
  const addressOf = (articleId: string): string | null => {
    const { url } = library.article(articleId);
    const key = url === null ? null : urlKey(url);
    if (key === null) return null;
    const found = library.rows.find({ id: null, urlKeys: [key], origin: null, textDigest: null });
    return found?.article.id === articleId ? url : null;
  };

  /** Leave to enter a private network was given for the feed's own host. */
  const mayBePrivate = (articleId: string, url: string): boolean =>
    feeds.feedsWith(articleId).some((feed) => feed.allowPrivate && URL.parse(feed.url)?.host === URL.parse(url)?.host);

  const enqueue = (articleId: string, byHand: boolean): boolean => {
    const url = addressOf(articleId);
    if (url === null) return false;
    const before = feeds.page(articleId);
    feeds.putPage(articleId, before ?? { feedWords: wordsOf(library.article(articleId)), isShown: false });
    if (links.find(articleId)?.state !== 'fetching') links.forgetParts(articleId, 'all');
    const allowPrivate = mayBePrivate(articleId, url);
    links.enqueue([{ articleId, url, byHand, allowPrivate }], now().toISOString());
    return true;
  };

  return {
    of: (articleId) => {
      if (!library.has(articleId) || feeds.feedsWith(articleId).length === 0) return null;
      const link = feeds.page(articleId) === null ? null : links.find(articleId);
      return {
        shows: feeds.page(articleId)?.isShown === true ? 'page' : 'feed',
        state: link?.state ?? null,
        message: link?.message ?? '',
        isOffered: addressOf(articleId) !== null,
      };
    },
    fetch: (articleId) => {
      if (feeds.feedsWith(articleId).length === 0)
        throw new AppError('not-found', 'No feed that you follow has this article.', { id: articleId });
      if (!feeds.within(() => enqueue(articleId, true)))
        throw new AppError('invalid-input', 'The feed gives no address that leads to this article alone.');
      wake();
    },
    want: (articleIds) => {
      // Once: a feed that says something else every hour would have its site asked for every page as often.
      for (const id of articleIds) if (links.find(id) === null) enqueue(id, false);
    },
    settingChanged: (feed, isOn) => {
      if (isOn) feeds.within(() => feeds.withoutPage(feed.key).map((id) => enqueue(id, false)));
      else {
        const ids = feeds.pagesQueued(feed.key);
        if (ids.length > 0) links.cancel(ids);
      }
      wake();
    },
    wake,
  };
}

/** Of a text, or of the summary that stands for it. */
function wordsOf({ hasContent, words, standfirst, language }: Omit<SavedArticle, 'key' | 'id' | 'revision'>): number {
  return hasContent ? words : countWords(standfirst, language);
}

/**
 * What a feed says anew of an article that has the text of its page: that text stays, unless the feed now gives more. Answers
 * what is to be saved, after having remembered how much the feed gives.
 */
export function besidePage(
  feeds: FeedStore,
  there: { readonly id: string; readonly words: number } | null,
  prepared: PreparedArticle,
): PreparedArticle {
  const page = there === null ? null : feeds.page(there.id);
  if (there === null || page === null) return prepared;
  const feedWords = wordsOf(prepared.row);
  const isShown = page.isShown && feedWords <= there.words;
  feeds.putPage(there.id, { feedWords, isShown });
  return isShown ? { ...prepared, body: null, row: { ...prepared.row, hasContent: false } } : prepared;
}

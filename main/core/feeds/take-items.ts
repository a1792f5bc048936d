/** Takes what a feed offers into the library, as far as the rules want it. Each parcel is one transaction. */
import type { FeedRules } from '../../contract/feed-entities.ts';
import type { Library } from '../library/library.ts';
import type { PreparedArticle } from '../library/prepare-article.ts';
import type { FeedStore, ItemToKeep, SeenItem, StoredFeed } from '../store/feed-store.ts';
import type { ReadItem } from './feed-task.ts';
import { besidePage, type FullPages } from './full-pages.ts';
import { judge } from './rules.ts';

export interface TakePorts {
  readonly feeds: FeedStore;
  readonly library: Library;
  readonly pages: Pick<FullPages, 'want' | 'wake'>;
  readonly now: () => Date;
}

/**
 * Answers how many came new. What was offered before and is unchanged is passed over; what changed becomes a new version of its
 * article; what the reader threw away, or purged, stays away. `skip` of the items, which are the oldest, are left out.
 */
export function takeItems(
  ports: TakePorts,
  feed: StoredFeed,
  rules: readonly FeedRules[],
  items: readonly ReadItem[],
  skip: number,
): number {
  const fresh = ports.feeds.within(
    () => items.filter((item, place) => takeItem(ports, feed, rules, item, place < skip)).length,
  );
  if (feed.fullPages) ports.pages.wake();
  return fresh;
}

/** Whether the item is a new article of the feed. */
function takeItem(
  ports: TakePorts,
  feed: StoredFeed,
  rules: readonly FeedRules[],
  item: ReadItem,
  isTooOld: boolean,
): boolean {
  const { feeds, now } = ports;
  const seen = feeds.seen(feed.key, item.guid);
  const { isTaken, isRead } = judge(item, rules);
  const time = now().toISOString();
  const record: ItemToKeep = {
    feedKey: feed.key,
    guid: item.guid,
    digest: item.digest,
    articleId: seen?.articleId ?? null,
    title: item.title,
    author: item.author,
    categories: item.categories,
    sortedAt: sortedAt(item, time),
    readAt: isRead ? time : null,
  };
  if (seen !== null && (seen.digest === item.digest || seen.isTrashed)) {
    // Left out before, and wanted now that the rules are others.
    if (!wasLeftOut(seen) || !isTaken || isTooOld) return false;
  } else if (seen !== null && seen.articleId === null && !wasLeftOut(seen)) return false;
  if (!isTaken || isTooOld) {
    if (seen === null) feeds.putItem({ ...record, digest: leftOut });
    return false;
  }
  const isFirst = seen === null || wasLeftOut(seen);
  const articleId = saveArticle(ports, item.prepared, rules, isFirst);
  feeds.putItem({ ...record, articleId });
  if (feed.fullPages && articleId !== null) ports.pages.want([articleId]);
  return isFirst && articleId !== null;
}

/** The digest of what the rules left out. With that of a text, an item without an article is one that was purged. */
const leftOut = '';

function wasLeftOut({ digest, articleId }: SeenItem): boolean {
  return articleId === null && digest === leftOut;
}

function saveArticle(
  { feeds, library }: TakePorts,
  prepared: PreparedArticle,
  rules: readonly FeedRules[],
  isFirst: boolean,
): string | null {
  const there = library.rows.find(prepared.traces);
  // Thrown away by the reader, by whichever way it came: not to be had back by a feed.
  if (there !== null && there.article.deletedAt !== null) return there.article.id;
  // Tags and shelves are given once: what the reader took off since stays off.
  const tags = isFirst ? rules.flatMap((rule) => rule.tags) : [];
  const shelves = isFirst ? rules.flatMap((rule) => (rule.shelf.length === 0 ? [] : [rule.shelf])) : [];
  const [saved] = library.saveOffered([{ ...besidePage(feeds, there?.article ?? null, prepared), tags, shelves }]);
  if (saved?.articleId == null) return null;
  const isKept = rules.some(({ keep }) => keep) || tags.length > 0 || shelves.length > 0;
  if (saved.isNew && !isKept) feeds.setWaiting(saved.articleId);
  return saved.articleId;
}

/** By publishing, unless that lies ahead: such items would stand on top for years. */
function sortedAt({ prepared }: ReadItem, time: string): string {
  const { published } = prepared.row;
  if (published === null) return prepared.row.savedAt;
  const at = Date.parse(published);
  return Number.isNaN(at) || at > Date.parse(time) ? prepared.row.savedAt : new Date(at).toISOString();
}

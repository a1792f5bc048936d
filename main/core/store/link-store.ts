/** Links to be fetched, as the rest of the core sees them. Times are ISO 8601 in UTC. */
import type { LinkState } from '../../contract/link-entities.ts';

export interface StoredLink {
  readonly articleId: string;
  readonly url: string;
  readonly byHand: boolean;
  readonly allowPrivate: boolean;
  readonly state: LinkState;
  readonly attempts: number;
  readonly dueAt: string;
  readonly message: string;
}

export interface LinkPart {
  readonly url: string;
  readonly role: 'page' | 'picture';
  /** Null for what cannot be had. */
  readonly asset: string | null;
  readonly mediaType: string;
  readonly charset: string | null;
  readonly finalUrl: string;
  readonly message: string;
}

export type LinkToFetch = Pick<StoredLink, 'articleId' | 'url' | 'byHand' | 'allowPrivate'>;

export type LinkCounts = Readonly<Record<LinkState, number>>;

export interface LinkStore {
  find(articleId: string): StoredLink | null;
  /** Whether any is queued, waits or is being fetched; at the same cost for a queue of any length. */
  hasOpen(): boolean;
  /** Without what waits in a feed, which is in no list of the library. */
  counts(): LinkCounts;
  /** Of those states, all if there are none, and listed: what is under way first, then what ended last. */
  list(states: readonly LinkState[], limit: number, offset: number): (StoredLink & { readonly title: string })[];
  /** Queues them anew, but for what is being fetched. */
  enqueue(links: readonly LinkToFetch[], now: string): void;
  /**
   * The next that is due and of none of these hosts; it counts as being fetched from then on. The page of what a feed brought
   * is of none of `askedHosts` either.
   */
  claim(now: string, busyHosts: readonly string[], askedHosts: readonly string[]): StoredLink | null;
  /** When the next one that waits is due, of those that are not yet; null if there is none. */
  nextDue(now: string): string | null;
  settle(articleId: string, to: Pick<StoredLink, 'state' | 'attempts' | 'dueAt' | 'message'>): void;
  /** What a process that is gone was fetching is queued again. */
  releaseAll(now: string): void;
  /** What waits, and with `ended` what failed or was refused, is queued again; all, or of these articles. */
  requeue(articleIds: readonly string[] | null, now: string, ended: boolean): number;
  /** Takes what is queued or waits out of the queue: all that is listed, or of these articles. */
  cancel(articleIds: readonly string[] | null): number;
  parts(articleId: string): LinkPart[];
  putPart(articleId: string, part: LinkPart): void;
  /** All, or those that could not be had. */
  forgetParts(articleId: string, which: 'all' | 'missing'): void;
  /** Links alone that nobody has tried to fetch yet: their ids, or those of a selection that are not under way. */
  missing(articleIds: readonly string[] | null): LinkTarget[];
  countMissing(): number;
  /** Articles that lack pictures, likewise. */
  withoutPictures(articleIds: readonly string[] | null): LinkTarget[];
  countWithoutPictures(): number;
  /** One transaction. */
  within<Result>(run: () => Result): Result;
}

export interface LinkTarget {
  readonly articleId: string;
  readonly url: string;
}

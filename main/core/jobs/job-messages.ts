/**
 * What a job's thread and the core say to each other. A job sends parcels and waits while too many are under way, so that a
 * fast job over a large file never piles up in the memory of a slower core.
 */
export type FromJob =
  | { readonly kind: 'parcel'; readonly parcel: unknown }
  /** Nothing to deliver yet, but still at work. */
  | { readonly kind: 'alive' }
  | { readonly kind: 'done' };

export interface ToJob {
  readonly kind: 'taken';
}

/** Parcels sent and not yet taken. Two keep both sides busy. */
export const parcelsUnderWay = 2;

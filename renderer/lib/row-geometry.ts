/** Where the rows of a long list stand, all of one height. Pure; lengths in CSS pixels. */

/** Chromium gives an element at most 2^25 pixels; what is longer is scrolled in scale. */
export const tallest = 30_000_000;

export interface RowSpace {
  readonly count: number;
  readonly rowHeight: number;
  /** Of the scroller's inside. */
  readonly viewport: number;
}

export interface RowRange {
  readonly first: number;
  /** After the last. */
  readonly end: number;
}

/** How high the list stands in the page. */
export function sizeOf({ count, rowHeight }: RowSpace): number {
  return Math.min(count * rowHeight, tallest);
}

/** What of the whole list, as if it were not scaled, is at the top edge. */
export function offsetAt(space: RowSpace, scrollTop: number): number {
  return scrollTop * scaleOf(space);
}

export function scrollTopAt(space: RowSpace, offset: number): number {
  return offset / scaleOf(space);
}

/** The rows in sight, wholly or in part. */
export function rowsAt(space: RowSpace, scrollTop: number): RowRange {
  const { count, rowHeight, viewport } = space;
  const offset = offsetAt(space, scrollTop);
  const end = Math.min(count, Math.ceil((offset + viewport) / rowHeight));
  return { first: Math.min(Math.max(0, Math.floor(offset / rowHeight)), end), end };
}

/**
 * The rows that are to be in the document: those in sight, and as many again on both sides. Wherever one scrolls they are
 * of one number, so that what leaves at one end can be used for what comes at the other.
 */
export function rowsAround(space: RowSpace, scrollTop: number): RowRange {
  const { count, rowHeight, viewport } = space;
  const screen = Math.ceil(viewport / rowHeight) + 1;
  const number = Math.min(count, 3 * screen);
  const first = Math.min(Math.max(0, rowsAt(space, scrollTop).first - screen), count - number);
  return { first, end: first + number };
}

/** Where the block of rows from `first` on begins in the page. */
export function blockTop(space: RowSpace, scrollTop: number, first: number): number {
  return first * space.rowHeight - offsetAt(space, scrollTop) + scrollTop;
}

/** The least scrolling that brings a row wholly into sight. */
export function scrollTopToShow(space: RowSpace, scrollTop: number, index: number): number {
  const { rowHeight, viewport } = space;
  const offset = offsetAt(space, scrollTop);
  const above = index * rowHeight;
  if (above < offset) return scrollTopAt(space, above);
  const below = above + rowHeight - viewport;
  return below > offset ? scrollTopAt(space, below) : scrollTop;
}

function scaleOf(space: RowSpace): number {
  const whole = space.count * space.rowHeight;
  const size = sizeOf(space);
  return size - space.viewport <= 0 ? 1 : (whole - space.viewport) / (size - space.viewport);
}

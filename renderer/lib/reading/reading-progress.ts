/** How far a story is read, from lengths in pixels. Ends at the end mark, not at the end of the page. */

export interface ReadingLengths {
  /** How far the pane is scrolled. */
  readonly scrolled: number;
  /** Height of the pane. */
  readonly pane: number;
  /** From the top of what scrolls to the end mark. */
  readonly story: number;
}

/** 0 at the top, 1 once the end mark is in view; a story that fits the pane is at its end. */
export function readingProgress({ scrolled, pane, story }: ReadingLengths): number {
  const way = story - pane;
  if (way <= 0) return 1;
  return Math.min(1, Math.max(0, scrolled / way));
}

/** Whether the reader stands in the middle of a story: then the minutes left are worth saying, and the place worth keeping. */
export function isUnderway(progress: number): boolean {
  return progress > 0.02 && progress < 0.99;
}

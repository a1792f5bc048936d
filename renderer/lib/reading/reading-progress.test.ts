import { describe, expect, it } from 'vitest';
import { isUnderway, readingProgress } from './reading-progress.ts';

describe('readingProgress', () => {
  it('runs from the top of the story to the end mark at the foot of the pane', () => {
    const at = (scrolled: number) => readingProgress({ scrolled, pane: 800, story: 4800 });
    expect([at(0), at(1000), at(4000), at(5200), at(-30)]).toEqual([0, 0.25, 1, 1, 0]);
  });

  it('is at the end of a story that fits the pane', () => {
    expect(readingProgress({ scrolled: 0, pane: 900, story: 700 })).toBe(1);
  });
});

describe('isUnderway', () => {
  it('is neither the first glance nor the end', () => {
    expect([0, 0.01, 0.3, 0.98, 0.995, 1].map(isUnderway)).toEqual([false, false, true, true, false, false]);
  });
});

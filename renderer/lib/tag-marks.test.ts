import { describe, expect, it } from 'vitest';
import { markCounted, markTags, tagChange } from './tag-marks.ts';

describe('the tags of a selection', () => {
  it('are had by all, by some or by none', () => {
    const marks = markTags([['sea', 'maps'], ['sea'], ['sea', 'sea']]);
    expect([...marks]).toEqual([
      ['sea', 'all'],
      ['maps', 'some'],
    ]);
    expect([
      ...markCounted(
        [
          { name: 'sea', count: 5 },
          { name: 'maps', count: 4 },
        ],
        5,
      ).values(),
    ]).toEqual(['all', 'some']);
  });

  it('change only where the reader said so', () => {
    const before = new Map([
      ['sea', 'all'],
      ['maps', 'some'],
      ['old', 'some'],
      ['ink', 'all'],
    ] as const);
    const after = new Map([...before, ['maps', 'all'], ['ink', 'none'], ['new', 'all'], ['never', 'none']] as const);
    expect(tagChange(before, after)).toEqual({ add: ['maps', 'new'], remove: ['ink'] });
  });
});

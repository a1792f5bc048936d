import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markedText } from './marked-text.ts';

describe('markedText', () => {
  it('cuts a text at its marks and says which mark each part is', () => {
    expect(
      markedText('it did not come the way Code Red had come', [
        [24, 28],
        [29, 32],
      ]),
    ).toEqual([
      { text: 'it did not come the way ', mark: null },
      { text: 'Code', mark: 0 },
      { text: ' ', mark: null },
      { text: 'Red', mark: 1 },
      { text: ' had come', mark: null },
    ]);
  });

  it('keeps every letter once, whatever the marks are', () => {
    const mark = fc.tuple(fc.integer({ min: -3, max: 20 }), fc.integer({ min: -3, max: 20 }));
    fc.assert(
      fc.property(fc.string({ maxLength: 16 }), fc.array(mark, { maxLength: 6 }), (text, marks) => {
        const parts = markedText(text, marks);
        expect(parts.map((part) => part.text).join('')).toBe(text);
        expect(parts.every((part) => part.text !== '')).toBe(true);
      }),
    );
  });
});

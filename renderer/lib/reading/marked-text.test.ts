import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinMarks, markedText } from './marked-text.ts';

describe('joinMarks', () => {
  it('makes one mark of neighbouring words and keeps apart what has words between', () => {
    const text = 'the way Code Red had come, a red one';
    const at = (word: string): [number, number] => [text.indexOf(word), text.indexOf(word) + word.length];
    expect(joinMarks(text, [at('Red'), at('Code'), at('red')])).toEqual([[8, 16], at('red')]);
  });
});

describe('markedText', () => {
  it('cuts a text at its marks', () => {
    expect(
      markedText('it came the way Code Red had come', [
        [16, 20],
        [21, 24],
      ]),
    ).toEqual([
      { text: 'it came the way ', isMarked: false },
      { text: 'Code Red', isMarked: true },
      { text: ' had come', isMarked: false },
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

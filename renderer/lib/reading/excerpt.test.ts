import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerpt } from './excerpt.ts';

const words =
  'It did not come the way Code Red had come in July, through the indexing service. It tried an older door.';

describe('excerpt', () => {
  it('leaves a short passage whole', () => {
    expect(excerpt({ block: 3, text: 'Code Red', marks: [[0, 4]] }, 80)).toEqual({
      block: 3,
      text: 'Code Red',
      marks: [[0, 4]],
    });
  });

  it('cuts between words, around the first mark, and moves the marks along', () => {
    const at = words.indexOf('indexing');
    const cut = excerpt({ block: 0, text: words, marks: [[at, at + 8]] }, 50);
    const [start, end] = cut.marks[0]!;
    expect(cut.text.slice(start, end)).toBe('indexing');
    expect(cut.text).toMatch(/^…\S.*\S…$/);
    expect(words).toContain(cut.text.replaceAll('…', ''));
  });

  it('always keeps the first mark', () => {
    fc.assert(
      fc.property(fc.nat(words.length - 9), fc.integer({ min: 10, max: 90 }), (at, room) => {
        const cut = excerpt({ block: 0, text: words, marks: [[at, at + 8]] }, room);
        const [start, end] = cut.marks[0]!;
        expect(cut.text.slice(start, end)).toBe(words.slice(at, at + 8));
      }),
    );
  });
});

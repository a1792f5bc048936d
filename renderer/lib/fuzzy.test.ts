import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fuzzyMatch } from './fuzzy.ts';

function marked(query: string, text: string): string | null {
  const match = fuzzyMatch(query, text);
  if (match === null) return null;
  let done = 0;
  const parts = match.ranges.map(([start, end]) => {
    const part = `${text.slice(done, start)}[${text.slice(start, end)}]`;
    done = end;
    return part;
  });
  return parts.join('') + text.slice(done);
}

describe('a typed word', () => {
  it.each([
    ['wor', 'The worm that came to close the door', 'The [wor]m that came to close the door'],
    ['work', 'networks work', 'networks [work]'],
    ['DOOR', 'Close the door', 'Close the [door]'],
    ['cafe', 'Le Café noir', 'Le [Café] noir'],
    ['nimda’s', "Nimda's five doors", "[Nimda's] five doors"],
    ['door worm', 'The worm that came to close the door', 'The [worm] that came to close the [door]'],
    ['wtc', 'Worm that came', '[W]orm [t]hat [c]ame'],
    ['nwd', 'Nimda was done', '[N]imda [w]as [d]one'],
    ['thm', 'Next theme', 'Next [th]e[m]e'],
    ['thrm', 'Nothing there had been remembered at home by anyone', null],
    ['xyz', 'The worm', null],
    ['worn', 'The worm', null],
    ['', 'The worm', 'The worm'],
  ])('%s in “%s”', (query, text, expected) => {
    expect(marked(query, text)).toBe(expected);
  });

  it('counts most at the beginning of the title, then of a word, then inside one, then as initials', () => {
    const scores = ['worms', 'The worms', 'networms', 'when others rest'].map(
      (text) => fuzzyMatch('wor', text)?.score ?? 0,
    );
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(new Set(scores).size).toBe(4);
  });

  it('is always marked on letters of the text that spell it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (query, text) => {
        const match = fuzzyMatch(query, text);
        if (match === null) return;
        let before = 0;
        for (const [start, end] of match.ranges) {
          expect(start).toBeGreaterThanOrEqual(before);
          expect(end).toBeGreaterThan(start);
          before = end;
        }
        expect(before).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  it('is refused in good time, however many ways there are to begin it', () => {
    expect(fuzzyMatch('a'.repeat(40) + 'b', 'a '.repeat(200))).toBeNull();
  });
});

import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { compareTexts, compareWords } from './compare-texts.ts';
import { diffSequences } from './diff-sequences.ts';

const letters = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 30 });

describe('the difference of two sequences', () => {
  it('leads from the one to the other, whatever they are', () => {
    fc.assert(
      fc.property(letters, letters, (before, after) => {
        const edits = diffSequences(before, after);
        const pick = (left: 'deleted' | 'inserted', from: readonly string[]) =>
          edits.filter(({ kind }) => kind === left).flatMap((edit) => from.slice(edit.from, edit.to));
        const rebuilt = edits.flatMap(({ kind, from, to }) =>
          kind === 'deleted' ? [] : (kind === 'same' ? before : after).slice(from, to),
        );
        const old = edits.flatMap(({ kind, from, to }) => (kind === 'inserted' ? [] : before.slice(from, to)));
        expect(rebuilt).toEqual(after);
        expect(old).toEqual(before);
        expect(pick('deleted', before).length + pick('inserted', after).length).toBe(
          before.length + after.length - 2 * longestCommon(before, after),
        );
      }),
    );
  });

  it('says that the rest was replaced when there is no time left', () => {
    const gaveUp = vi.fn();
    expect(diffSequences(['x', 'a', 'b', 'y'], ['x', 'b', 'c', 'y'], { isOver: () => true, gaveUp })).toEqual([
      { kind: 'same', from: 0, to: 1 },
      { kind: 'deleted', from: 1, to: 3 },
      { kind: 'inserted', from: 1, to: 3 },
      { kind: 'same', from: 3, to: 4 },
    ]);
    expect(gaveUp).toHaveBeenCalledOnce();
  });
});

function longestCommon(a: readonly string[], b: readonly string[]): number {
  let last = new Array<number>(b.length + 1).fill(0);
  for (const one of a) {
    const row = [0];
    b.forEach((other, at) => row.push(one === other ? (last[at] ?? 0) + 1 : Math.max(row[at] ?? 0, last[at + 1] ?? 0)));
    last = row;
  }
  return last.at(-1) ?? 0;
}

describe('the comparison of two texts', () => {
  it('folds what stayed, compares what changed by words and knows what moved', () => {
    const before = ['One stays.', 'The tide rose by two metres.', 'A box.', 'Two stays.', 'An old end.'];
    const after = ['One stays.', 'The tide rose by three metres.', 'Two stays.', 'A box.', 'Wholly other words.'];
    expect(compareTexts(before, after)).toEqual({
      parts: [
        { kind: 'same', count: 1, first: 'One stays.', last: 'One stays.' },
        {
          kind: 'changed',
          words: [
            { kind: 'same', text: 'The tide rose by ' },
            { kind: 'deleted', text: 'two' },
            { kind: 'inserted', text: 'three' },
            { kind: 'same', text: ' metres.' },
          ],
        },
        { kind: 'deleted', text: 'A box.', moved: true },
        { kind: 'same', count: 1, first: 'Two stays.', last: 'Two stays.' },
        { kind: 'deleted', text: 'An old end.', moved: false },
        { kind: 'inserted', text: 'A box.', moved: true },
        { kind: 'inserted', text: 'Wholly other words.', moved: false },
      ],
      isWhole: true,
      added: 4,
      removed: 4,
    });
  });

  it('gives back either text, whatever they are', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        const words = compareWords(before, after);
        const without = (left: string) => words.flatMap(({ kind, text }) => (kind === left ? [] : [text])).join('');
        expect([without('inserted'), without('deleted')]).toEqual([before, after]);
      }),
    );
  });

  it('gives back the blocks of either text', () => {
    const blocks = fc.array(fc.constantFrom('a b c', 'a b d', 'x y', 'x z', 'q', 'a c'), { maxLength: 12 });
    fc.assert(
      fc.property(blocks, blocks, (before, after) => {
        const rebuilt = (left: 'deleted' | 'inserted') =>
          compareTexts(before, after).parts.flatMap((part) => {
            if (part.kind === 'same') return Array.from({ length: part.count }, () => null);
            if (part.kind !== 'changed') return part.kind === left ? [] : [part.text];
            return [part.words.flatMap(({ kind, text }) => (kind === left ? [] : [text])).join('')];
          });
        for (const [left, text] of [
          ['inserted', before],
          ['deleted', after],
        ] as const) {
          const found = rebuilt(left);
          expect(found.length).toBe(text.length);
          expect(found.every((block, at) => block === null || block === text[at])).toBe(true);
        }
      }),
    );
  });

  it('ends in time with texts that have nothing in common', () => {
    const many = (name: string) => Array.from({ length: 20_000 }, (_, at) => `${name} ${at}`);
    let asked = 0;
    const isOver = () => (asked += 1) > 100;
    const { isWhole, parts } = compareTexts(many('old'), many('new'), { isOver });
    expect(isWhole).toBe(false);
    expect(parts).toHaveLength(40_000);
  });

  it('says that it is not whole where the words are further apart than it looks, and goes on after that', () => {
    const words = Array.from({ length: 1500 }, (_, at) => `w${at}`);
    const before = [words.join(' '), 'stays', 'the tide rose by two metres'];
    const after = [words.toReversed().join(' '), 'stays', 'the tide rose by three metres'];
    const { isWhole, parts } = compareTexts(before, after);
    expect(isWhole).toBe(false);
    expect(parts.at(-1)).toMatchObject({ kind: 'changed', words: [{}, { text: 'two' }, { text: 'three' }, {}] });
    expect(compareTexts(before.slice(1), after.slice(1)).isWhole).toBe(true);
  });
});

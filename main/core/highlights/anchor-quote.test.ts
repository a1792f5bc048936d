import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quoteFinder } from './anchor-quote.ts';

const find = (quote: string, blocks: readonly string[], prefix = '', suffix = '') => {
  const place = quoteFinder(blocks)({ quote, prefix, suffix });
  if (place === null) return null;
  const { block, start, endBlock, end } = place;
  if (block === endBlock) return blocks[block]?.slice(start, end);
  return [blocks[block]?.slice(start), ...blocks.slice(block + 1, endBlock), blocks[endBlock]?.slice(0, end)].join(
    '\n',
  );
};

describe('the place of a marked passage', () => {
  it('is found whatever became of spaces, quotation marks, case and hyphens', () => {
    const blocks = ['First.', 'He said: “Don’t go — the tide\u00AD waits for no one.”'];
    expect(find("“don't  go - The TIDE\nwaits", blocks)).toBe('Don’t go — the tide\u00AD waits');
  });

  it('may reach over several blocks', () => {
    expect(find('the end. And a start', ['Here is the end.', 'And a start of it.'])).toBe('the end.\nAnd a start');
  });

  it('is the one with the surroundings that it had, or else the first', () => {
    const blocks = ['A red house stands here.', 'A blue house stands there.'];
    const place = (prefix: string, suffix: string) => quoteFinder(blocks)({ quote: 'house stands', prefix, suffix });
    expect(place('', '')?.block).toBe(0);
    expect(place('a blue', '')?.block).toBe(1);
    expect(place('', 'there')?.block).toBe(1);
  });

  it('is found by its letters where a script has no spaces', () => {
    expect(find('読書の机', ['これは読書の机です。'])).toBe('読書の机');
  });

  it('is none for a few words that are not there, and for no words', () => {
    const blocks = ['The tide comes in over the flats faster than a man can walk.'];
    expect(find('the tide goes out', blocks)).toBeNull();
    expect(find(' … ', blocks)).toBeNull();
    expect(find('anything', [])).toBeNull();
  });

  it('is found again after small edits, and is never far from where it was', () => {
    const word = fc.integer({ min: 0, max: 400 }).map((number) => `w${number}`);
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 60, maxLength: 120 }),
        fc.nat({ max: 40 }),
        fc.integer({ min: 12, max: 20 }),
        fc.array(fc.record({ at: fc.nat({ max: 11 }), kind: fc.constantFrom('drop', 'swap', 'add') }), {
          maxLength: 2,
        }),
        (words, from, length, edits) => {
          const quote = words.slice(from, from + length);
          const edited = [...quote];
          for (const { at, kind } of edits) {
            if (kind === 'drop') edited.splice(at, 1);
            else edited.splice(at, kind === 'swap' ? 1 : 0, 'other');
          }
          const text = [...words.slice(0, from), ...edited, ...words.slice(from + length)].join(' ');
          const found = find(quote.join(' '), [text]);
          const shared = new Set(found?.split(' '));
          expect(quote.filter((one) => shared.has(one)).length).toBeGreaterThanOrEqual(quote.length - 3);
        },
      ),
    );
  });
});

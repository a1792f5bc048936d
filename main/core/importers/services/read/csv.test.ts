import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsv, type CsvRow } from './csv.ts';

async function* pieces(text: string, size: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield await Promise.resolve(text.slice(at, at + size));
}

async function rows(text: string, size = 7): Promise<CsvRow[]> {
  const read: CsvRow[] = [];
  for await (const row of readCsv(pieces(text, size))) read.push(row);
  return read;
}

/** How a program writes a cell: as it is, or in quotation marks, which it must if anything in it means something. */
function written(cell: string, isQuoted: boolean): string {
  return isQuoted || /[",;\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

const cell = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', 'ü', '"', ',', '\n', '\r', ' ', '漢', '😀') }),
  fc.string({ unit: 'grapheme' }),
);

describe('CSV', () => {
  it('is read as a general parser reads it, in pieces of any size, with any line ends', async () => {
    const table = fc
      .integer({ min: 2, max: 5 })
      .chain((columns) =>
        fc.array(fc.array(fc.tuple(cell, fc.boolean()), { minLength: columns, maxLength: columns }), { minLength: 1 }),
      );
    await fc.assert(
      fc.asyncProperty(
        table,
        fc.constantFrom('\n', '\r\n'),
        fc.boolean(),
        fc.integer({ min: 1, max: 20 }),
        async (made, end, isEnded, size) => {
          const text = `head,${made.map((row) => row.map(([value, isQuoted]) => written(value, isQuoted)).join(',')).join(end)}${isEnded ? end : ''}`;
          // Blank lines are made in the last row alone, and are no rows.
          const wanted = parse(text, { relax_column_count: true, record_delimiter: ['\r\n', '\n', '\r'] });
          const read = await rows(text, size);
          expect(read.map(({ cells }) => cells)).toEqual(wanted);
          expect(read.every(({ fault }) => fault === null)).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('gives the line on which a row begins, over blank lines and new lines in cells', async () => {
    for (const size of [1, 2, 1000])
      expect(
        (await rows('a,b\r\n\r\n"x\ny\r\nz",1\n2,3\r4,5', size)).map(({ line, cells }) => [line, ...cells]),
      ).toEqual([
        [1, 'a', 'b'],
        [3, 'x\ny\r\nz', '1'],
        [6, '2', '3'],
        [7, '4', '5'],
      ]);
  });

  it('finds out whether commas, semicolons or tabs part the fields', async () => {
    expect((await rows('a;"b,c";d\n1;2;3')).map(({ cells }) => cells)).toEqual([
      ['a', 'b,c', 'd'],
      ['1', '2', '3'],
    ]);
    expect((await rows('a\tb\n1,5\t2')).map(({ cells }) => cells)).toEqual([
      ['a', 'b'],
      ['1,5', '2'],
    ]);
  });

  it('keeps marks that were not doubled, and gives up no more than the line in which one was not closed', async () => {
    for (const size of [1, 3, 1000]) {
      const text = 'a,b\n"say "hi" now",1\n5" disk,2\n"lost,3\n"q, r",4\n"lost again,5\nlast,6\n';
      expect(
        (await rows(text, size)).map(({ line, cells, fault }) => [line, ...(fault === null ? cells : [fault])]),
      ).toEqual([
        [1, 'a', 'b'],
        [2, 'say "hi" now', '1'],
        [3, '5" disk', '2'],
        [4, 'opens a quotation mark that is never closed'],
        [5, 'q, r', '4'],
        [6, 'opens a quotation mark that is never closed'],
        [7, 'last', '6'],
      ]);
    }
  });

  it('accounts for every line of any text, and ends', async () => {
    const anything = fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', 'a', ';'), maxLength: 300 });
    await fc.assert(
      fc.asyncProperty(anything, fc.integer({ min: 1, max: 9 }), async (text, size) => {
        const read = await rows(text, size);
        expect(read).toEqual(await rows(text, 1000));
        expect(read.map(({ line }) => line)).toEqual(read.map(({ line }) => line).toSorted((a, b) => a - b));
      }),
      { numRuns: 500 },
    );
  });
});

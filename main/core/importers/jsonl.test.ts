import { describe, expect, it } from 'vitest';
import type { ImportRecord } from './import-record.ts';
import { isoTime } from './iso-time.ts';
import { readJsonLines } from './jsonl.ts';
import { readLines } from './lines.ts';

/** In chunks of `size` bytes, wherever those cut. */
function* stream(bytes: Uint8Array, size: number): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function* chunks(text: string | Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  yield* stream(typeof text === 'string' ? Buffer.from(text) : text, size);
  return Promise.resolve();
}

async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const list: Item[] = [];
  for await (const item of items) list.push(item);
  return list;
}

const read = (text: string | Uint8Array, size = 5): Promise<ImportRecord[]> =>
  all(readJsonLines('a.jsonl', chunks(text, size)));

const article = async (line: object) => {
  const [record] = await read(JSON.stringify(line));
  return record?.kind === 'article' ? record.article : null;
};

describe('JSON Lines', () => {
  it('gives every line a record in its place, and says of bad ones what is wrong', async () => {
    const text =
      '\uFEFF{"title":"Ä","text":"a"}\r\n\n  \nnot json\n[1]\n"x"\n{"title":"cut","te\n{"title":"last","text":"ü"}';
    for (const size of [1, 3, 1000]) {
      expect(
        (await read(text, size)).map((record) => [
          record.row,
          record.kind,
          'reason' in record ? record.reason : record.kind === 'article' ? record.article.title : null,
        ]),
      ).toEqual([
        [1, 'article', 'Ä'],
        [4, 'failed', 'Line 4 is no JSON: it is cut short or garbled.'],
        [5, 'failed', 'Line 5 is no JSON object.'],
        [6, 'failed', 'Line 6 is no JSON object.'],
        [7, 'failed', 'Line 7 is no JSON: it is cut short or garbled.'],
        [8, 'article', 'last'],
      ]);
    }
    expect(await read(Buffer.from([0x7b, 0xff, 0x7d, 0x0a]))).toMatchObject([
      { kind: 'failed', reason: 'Line 1 is not UTF-8.' },
    ]);
    expect(await read('')).toEqual([]);
  });

  it('holds no line that is longer than the limit, and goes on after it', async () => {
    const lines = await all(readLines(chunks(`short\n${'x'.repeat(100)}\nend\n`, 7), 10));
    expect(lines.map(({ number, bytes }) => [number, bytes === null ? null : Buffer.from(bytes).toString()])).toEqual([
      [1, 'short'],
      [2, null],
      [3, 'end'],
    ]);
  });

  it('reads fields in the forms that people write them in', async () => {
    expect(
      await article({
        id: 7,
        title: 1984,
        body: 'Text',
        author: ['A', { name: 'B' }],
        tags: 'one two',
        url: 'https://a.b/',
      }),
    ).toMatchObject({
      externalId: '7',
      title: '1984',
      content: { kind: 'text', text: 'Text' },
      author: 'A, B',
      tags: ['one', 'two'],
      url: 'https://a.b/',
      state: 'inbox',
    });
    expect(
      await article({
        tags: 'machine learning, ai',
        html: '<p>a</p>',
        text: 'a',
        published: '2020-01-02',
        url: 'javascript:1',
      }),
    ).toMatchObject({
      tags: ['machine learning', 'ai'],
      content: { kind: 'html', html: '<p>a</p>', extent: 'article' },
      published: '2020-01-02',
      url: null,
    });
    expect(
      await article({
        highlights: ['a', { quote: 'b', note: 'n', color: 'red' }, {}],
        shelves: [['A', 'B'], 'x', []],
        progress: 7,
      }),
    ).toMatchObject({
      highlights: [
        { quote: 'a', note: '', colour: null },
        { quote: 'b', note: 'n', colour: 'red' },
      ],
      shelves: [['A', 'B']],
      progress: 1,
    });
  });
});

describe('times', () => {
  it('become plain dates or instants in UTC, or nothing', () => {
    expect(
      [
        '2020-01-02',
        '2020-01-02T03:04:05+02:00',
        '2020-01-02 03:04:05',
        '2020-01-02T03:04',
        1577934245,
        '1577934245000',
        'Thu, 02 Jan 2020 03:04:05 GMT',
        '1999',
        'soon',
        '2020-13-45',
        null,
        1e300,
      ].map(isoTime),
    ).toEqual([
      '2020-01-02',
      '2020-01-02T01:04:05.000Z',
      '2020-01-02T03:04:05.000Z',
      '2020-01-02T03:04:00.000Z',
      '2020-01-02T03:04:05.000Z',
      '2020-01-02T03:04:05.000Z',
      '2020-01-02T03:04:05.000Z',
      '1999-01-01',
      null,
      null,
      null,
      null,
    ]);
  });
});

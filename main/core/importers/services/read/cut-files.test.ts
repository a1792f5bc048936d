import { describe, expect, it } from 'vitest';
import { InputFault } from '../../input-fault.ts';
import { readJson } from './json-stream.ts';
import { readMarkup } from './markup-stream.ts';

async function* pieces(...texts: string[]): AsyncGenerator<Uint8Array> {
  // Several are made longer than what is looked at to tell the encoding, so that they stay apart.
  const length = texts.length > 1 ? 70_000 : 0;
  for (const text of texts) yield await Promise.resolve(Buffer.from(text.padEnd(length, ' ')));
}

async function drain<Item>(items: AsyncIterable<Item>): Promise<{ items: Item[]; fault: string | null }> {
  const read: Item[] = [];
  try {
    for await (const item of items) read.push(item);
    return { items: read, fault: null };
  } catch (error) {
    if (error instanceof InputFault) return { items: read, fault: error.message };
    throw error;
  }
}

const titles = (text: string, xmlMode: boolean) =>
  drain(
    readMarkup<string>(pieces(text), { xmlMode }, (emit) => {
      let name = '';
      return {
        onopentag: (tag) => void (name = tag),
        ontext: (said) => {
          if (name === 'title') emit(said.trim());
        },
        onclosetag: (tag) => {
          if (tag === 'item') emit('end');
        },
      };
    }),
  );

describe('a file that is cut short', () => {
  it('as a feed gives no half of an item for a whole one', async () => {
    const { items, fault } = await titles(
      '<rss><item><title>one</title></item><item><title>two</title><link>https://a.',
      true,
    );
    expect([items.filter((item) => item === 'end'), fault]).toEqual([['end'], expect.stringContaining('cut short')]);
  });

  it('as a list of links is told when it ends within a tag', async () => {
    expect((await titles('<title>one</title><dt><a href="https://a.exam', false)).fault).toContain('cut short');
    expect((await titles('<title>one</title><dl><dt><a href="https://a.example/">A</a>', false)).fault).toBeNull();
  });
});

describe('a long list of links', () => {
  it('may leave its marks of emphasis open', async () => {
    const list = '<dt><a href="https://a.example/"><title>A</title></a><dd><b>note'.repeat(5000);
    const { items, fault } = await titles(`<dl>${list}</dl>`, false);
    expect([items.length, fault]).toEqual([5000, null]);
  });
});

describe('JSON with more behind its end', () => {
  it('is told, wherever the rest begins', async () => {
    for (const parts of [['[{"a":1}][{"a":2}]'], ['[{"a":1}]', '[{"a":2}]']]) {
      const { items, fault } = await drain(readJson(pieces(...parts), '$.*'));
      expect([items.map(({ value }) => value), fault]).toEqual([
        [{ a: 1 }],
        expect.stringContaining('no JSON any more'),
      ]);
    }
    expect((await drain(readJson(pieces('[{"a":1}]', '\n \n'), '$.*'))).fault).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { tagListOf } from './lists.ts';
import { textOf } from './text-stream.ts';

async function read(bytes: Uint8Array, isMarkup = false): Promise<string> {
  let text = '';
  for await (const piece of textOf(stream(bytes), { isMarkup })) text += piece;
  return text;
}
async function* stream(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 7) yield await Promise.resolve(bytes.subarray(at, at + 7));
}
const utf8 = (text: string) => Buffer.from(text, 'utf8');

describe('a table as text', () => {
  it('loses one letter to one bad byte, and no other', async () => {
    const rows = Buffer.concat([utf8('Größe\nGröße\nGröße\n'), Buffer.from([0xff]), utf8('x')]);
    expect(await read(rows)).toBe('Größe\nGröße\nGröße\n\uFFFDx');
  });

  it('is not what a title in it says, though markup is', async () => {
    const claim = '<meta charset=windows-1252>';
    const rows = utf8(`${claim}\n${'plain,'.repeat(12_000)}\nGröße`);
    expect(await read(rows)).toContain('Größe');
    expect(await read(Buffer.from(`${claim}Gr\u00F6\u00DFe`, 'latin1'), true)).toContain('Größe');
  });

  it('saved again in an old code page is still read', async () => {
    const rows = Buffer.from('Gr\u00F6\u00DFe, M\u00E4rz, \u00DCber, f\u00FCr, K\u00F6ln, sch\u00F6n', 'latin1');
    expect(await read(rows)).toBe('Größe, März, Über, für, Köln, schön');
  });
});

describe('tags in a cell', () => {
  it('may begin with a bracket without being a list', () => {
    expect(tagListOf('[work], home').map((tag) => tag.trim())).toEqual(['[work]', 'home']);
    expect(tagListOf('["a","b"]')).toEqual(['a', 'b']);
    expect(tagListOf("['it\\'s', \"b\"]")).toEqual(["it's", 'b']);
    expect(tagListOf('[]')).toEqual([]);
  });
});

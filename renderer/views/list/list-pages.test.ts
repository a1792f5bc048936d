import { describe, expect, it } from 'vitest';
import type { MethodInput, MethodOutput } from '../../../main/contract/methods.ts';
import type { PlainList } from '../../lib/list-ref.ts';
import { ListPages, pageSize } from './list-pages.ts';

/** A list of `count` articles, of which nothing but the id matters here. */
function listOf(count: number) {
  const asked: MethodInput<'articles.list'>[] = [];
  const client = {
    'articles.list': (input: MethodInput<'articles.list'>): Promise<MethodOutput<'articles.list'>> => {
      asked.push(input);
      const from = Number(input.cursor ?? 0);
      const to = Math.min(count, from + (input.limit ?? count));
      const items = Array.from({ length: to - from }, (_, at) => ({ id: `${from + at}` }));
      // The loader hands items on without a look at them.
      const page = {
        items,
        total: count,
        next: to < count ? `${to}` : null,
      } as unknown as MethodOutput<'articles.list'>;
      return Promise.resolve(page);
    },
  };
  return { asked, pages: new ListPages(client) };
}

const library: PlainList = { kind: 'incomplete' };

describe('the pages of a list', () => {
  it('asks for the first page, then for the next alone', async () => {
    const { asked, pages } = listOf(250);
    expect(await pages.load(library, 1, pageSize)).toMatchObject({ total: 250, next: '100' });
    const more = await pages.load(library, 1, 2 * pageSize);
    expect(more.items.map(({ id }) => Number(id))).toEqual(Array.from({ length: 200 }, (_, at) => at));
    expect((await pages.load(library, 1, 3 * pageSize)).next).toBeNull();
    await pages.load(library, 1, 9 * pageSize);
    expect(asked.map(({ cursor, limit }) => [cursor, limit])).toEqual([
      [undefined, 100],
      ['100', 100],
      ['200', 100],
    ]);
  });

  it('asks for all that is shown again when anything has changed, or when it is another list', async () => {
    const { asked, pages } = listOf(5000);
    await pages.load(library, 1, 2500);
    asked.length = 0;
    expect((await pages.load(library, 2, 2500)).items).toHaveLength(2500);
    expect(asked.map(({ limit }) => limit)).toEqual([1000, 1000, 500]);
    await pages.load({ kind: 'bookmarks' }, 2, pageSize);
    expect(asked.at(-1)).toEqual({ only: 'bookmarked', order: 'marked', limit: 100 });
  });
});

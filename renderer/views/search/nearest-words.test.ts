import { expect, it } from 'vitest';
import { nearestWords } from './nearest-words.ts';

const vocabulary = ['patch', 'patching', 'worm'];

function completer() {
  const asked: string[] = [];
  return {
    asked,
    complete: ({ query }: { query: string }) => {
      asked.push(query);
      const words = vocabulary.filter((word) => word.startsWith(query));
      const items = words.map((insert) => ({
        ...{ insert: `${insert} `, from: 0, to: query.length, label: insert, detail: '3 articles' },
        kind: 'word' as const,
      }));
      return Promise.resolve({ items });
    },
  };
}

it('finds words with a common beginning, asking a few times only', async () => {
  const { complete, asked } = completer();
  expect(await nearestWords('patchwork', complete)).toEqual([
    { text: 'patch', detail: '3 articles' },
    { text: 'patching', detail: '3 articles' },
  ]);
  expect(asked.length).toBeLessThan(4);
});

it('gives up on words that begin like nothing, and on short ones', async () => {
  expect(await nearestWords('qzxvbnplk', completer().complete)).toEqual([]);
  const { complete, asked } = completer();
  expect(await nearestWords('qz', complete)).toEqual([]);
  expect(asked).toEqual([]);
});

import { describe, expect, it } from 'vitest';
import type { IndexedArticle } from '../search/index-set.ts';
import { buildSegment } from '../search/segment/build-segment.ts';
import { openIndexSet } from '../search/set/open-index-set.ts';
import { article } from '../search/test-helpers/lunr-oracle.ts';
import { relateInIndex } from './relate-in-index.ts';

const filler = 'Nothing here touches the matter of the others at all, it goes on about weather and soup and gardens.';
const story = (id: string, title: string, ...blocks: string[]): IndexedArticle =>
  article(id, { title, blocks: [...blocks, ...blocks] });

const articles: readonly IndexedArticle[] = [
  story('worm', 'The worm in the harbour', 'A worm crept through the harbour network. The worm stopped the cranes.'),
  story(
    'cranes',
    'Cranes that stood still',
    'The cranes of the harbour stood still when the worm came to the network.',
  ),
  story(
    'cranes-again',
    'Cranes that stood still',
    'The cranes of the harbour stood still when the worm came to the network.',
  ),
  story(
    'patch',
    'A patch for the worm',
    'The patch against the worm was written at night, and the network was mended.',
  ),
  ...Array.from({ length: 30 }, (_, index) => article(`soup-${index}`, { title: `Soup ${index}`, blocks: [filler] })),
];

function over(saved: readonly IndexedArticle[], bundled: readonly IndexedArticle[] = []) {
  const set = openIndexSet({ bundled: buildSegment(bundled), directory: null });
  set.add(saved);
  const all = new Map([...bundled, ...saved].map((one) => [one.id, one]));
  const textOf = (id: string) => all.get(id) ?? article(id, {});
  return (id: string, options: { limit?: number; onlySaved?: boolean } = {}) =>
    relateInIndex(set, id, {
      limit: options.limit ?? 6,
      isWanted: options.onlySaved === true ? (one) => set.columns.source(one) === 'library' : null,
      textOf,
    });
}

describe('related articles found in the index', () => {
  it('are those that speak of the same, with words of the article as the reason', () => {
    const [first, ...rest] = over(articles)('worm');
    expect(first).toMatchObject({ id: 'cranes', reasons: [expect.stringMatching(/^Also about .*harbour/)] });
    expect(first?.score).toBeGreaterThan(0.2);
    expect(rest.map(({ id }) => id)).toEqual(['patch']);
  });

  it('show the same text once', () => {
    expect(over(articles)('worm').map(({ id }) => id)).not.toContain('cranes-again');
  });

  it('come from both halves of the library, or from the one that is asked for', () => {
    const related = over(
      articles.slice(1),
      articles.slice(0, 1).map((one) => ({ ...one, source: 'collection' as const })),
    );
    expect(related('patch').map(({ id }) => id)).toContain('worm');
    expect(related('worm', { onlySaved: true }).map(({ id }) => id)).toEqual(['cranes', 'patch']);
  });

  it('are never more than asked for, and none for what is alone or unknown', () => {
    const related = over([...articles, story('zither', 'Zither', 'Quaint zithers jangle.')]);
    expect(related('worm', { limit: 1 })).toHaveLength(1);
    expect([related('zither'), related('nobody')]).toEqual([[], []]);
  });
});

import { describe, expect, it } from 'vitest';
import type { ArticleSummary, Publication } from '../../main/contract/entities.ts';
import { paletteItems, rankPalette, type PaletteGroup } from './palette-items.ts';

const marks = { bookmarked: false, progress: 0, block: 0, finished: false, recommended: null, readAt: null };

function story(id: string, title: string, progress = 0): ArticleSummary {
  return {
    ...{ id, source: 'collection', title, standfirst: '', section: { id: 'worms', name: 'Worms' }, kind: 'feature' },
    ...{ kicker: null, author: null, published: '2026-09-07', updated: null, words: 4000, minutes: 18, tags: [] },
    ...{ language: 'en-GB', direction: 'ltr', spot: null, url: null, saved: null },
    marks: { ...marks, progress, block: progress === 0 ? 0 : 7 },
  } as const satisfies ArticleSummary;
}

const person = { id: 'e', name: 'The desk', initials: 'D', role: 'Editor', about: '', storyCount: 0 };
const publication: Publication = {
  ...{ id: 'p', name: 'The Patch', tagline: '', language: 'en-GB', edition: '', issued: '2026-09-07', colophon: '' },
  colours: {
    paper: { ink: '#000', on: '#fff', wash: '#eee' },
    white: { ink: '#000', on: '#fff', wash: '#eee' },
    sepia: { ink: '#000', on: '#fff', wash: '#eee' },
    dusk: { ink: '#000', on: '#fff', wash: '#eee' },
    black: { ink: '#000', on: '#fff', wash: '#eee' },
  },
  editor: person,
  sections: [{ id: 'worms', name: 'Worms', about: '', number: 1, count: 37 }],
  tags: [{ name: 'networks', count: 51 }],
  ...{ storyCount: 2, jobCount: 0, downloadCount: 0, aboutHtml: null },
};

const items = paletteItems(
  [story('code-blue', 'The worm that came to close the door'), story('hex', 'Reading a worm in hexadecimal', 0.37)],
  publication,
  ['theme.next', 'go.home', 'list.down', 'palette.open', 'help.keys'],
);

function shown(groups: readonly PaletteGroup[]): Record<string, readonly string[]> {
  return Object.fromEntries(groups.map(({ title, rows }) => [title, rows.map(({ item }) => item.text)]));
}

describe('the palette', () => {
  it('offers what fits, begun stories before others, and last a search in the text', () => {
    expect(shown(rankPalette(items, 'wor'))).toEqual({
      'Go to': ['Worms', 'Reading a worm in hexadecimal', 'The worm that came to close the door'],
      Tags: ['networks'],
      Search: ['Find “wor” in the text'],
    });
  });

  it('shows only actions after >, and never commands that mean nothing in it', () => {
    expect(shown(rankPalette(items, '>'))).toEqual({ Do: ['Next theme', 'Keyboard shortcuts'] });
    expect(shown(rankPalette(items, '> theme'))).toEqual({ Do: ['Next theme'] });
  });

  it('begins with what one was reading, before anything is typed', () => {
    const [first] = rankPalette(items, '');
    expect(first?.title).toBe('Go to');
    expect(first?.rows[0]?.item).toMatchObject({
      text: 'Reading a worm in hexadecimal',
      aside: '18 min, 37% read',
      target: { href: '#/story/hex?list=section:worms&block=7' },
    });
  });

  it('leads to a saved search, in its order', () => {
    const saved = { id: 's', name: 'Unread worms', query: 'worm is:unread', order: 'newest', count: 1 } as const;
    const [go] = rankPalette(paletteItems([], publication, [], [saved]), 'unread');
    expect(go?.rows.map(({ item }) => [item.text, item.aside, item.target])).toEqual([
      ['Unread worms', '1 article', { href: '#/search?q=worm%20is%3Aunread&order=newest' }],
    ]);
  });

  it('leads to the search with the words as they were typed', () => {
    const search = rankPalette(items, ' café: -x ').at(-1);
    expect(search?.rows.map(({ item }) => item.target)).toEqual([{ href: '#/search?q=caf%C3%A9%3A%20-x' }]);
  });
});

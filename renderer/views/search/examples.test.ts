import { describe, expect, it } from 'vitest';
import type { ArticleSummary } from '../../../main/contract/entities.ts';
import { exampleQueries } from './examples.ts';

const story = (title: string, author: string | null): ArticleSummary => ({
  id: 'story',
  source: 'collection',
  title,
  standfirst: '',
  section: null,
  kind: null,
  kicker: null,
  author: author === null ? null : { id: 'a', name: author },
  published: null,
  updated: null,
  words: 100,
  minutes: 1,
  tags: [],
  language: 'en-GB',
  direction: 'ltr',
  spot: null,
  url: null,
  saved: null,
  marks: { bookmarked: false, progress: 0, block: 0, finished: false, recommended: null, readAt: null },
});

describe('exampleQueries', () => {
  it('shows each thing that one can ask, in words of the collection', () => {
    const found = exampleQueries(
      {
        tags: [
          { name: 'clocks', count: 4 },
          { name: 'worms', count: 9 },
        ],
        sections: [{ id: 'offline', name: 'Offline reading', about: '', number: 1, count: 3 }],
      },
      [story('The worm that came to close the door', 'The Worms Desk')],
    );
    expect(found.map(({ query }) => query)).toEqual([
      'worms',
      '"worm that came"',
      'worms -clocks',
      'title:close',
      'author:"The Worms Desk"',
      'section:"offline reading"',
      'tag:clocks',
    ]);
  });

  it('offers nothing that a small collection cannot answer', () => {
    expect(exampleQueries({ tags: [], sections: [] }, [])).toEqual([]);
  });
});

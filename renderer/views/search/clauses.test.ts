import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partOfClause, withClause, withoutClause, withoutStretch } from './clauses.ts';

describe('a clause', () => {
  it('goes to the end of the query, once', () => {
    expect(withClause('worm ', 'section:worms')).toBe('worm section:worms');
    expect(withClause('', 'is:unread')).toBe('is:unread');
    expect(withClause('worm section:worms', 'section:worms')).toBe('worm section:worms');
    expect(withClause('section:worms-and-more', 'section:worms')).toBe('section:worms-and-more section:worms');
  });

  it('comes out where it stands by itself', () => {
    expect(withoutClause('a author:"The Desk" b', 'author:"The Desk"')).toBe('a b');
    expect(withoutClause('section:worms-x section:worms', 'section:worms')).toBe('section:worms-x');
    expect(withoutClause('worm', 'is:read')).toBe('worm');
  });

  it('is known again however it is spelt', () => {
    const part = { from: 5, to: 18, kind: 'field', label: 'by The Desk', field: 'author', value: 'The Desk' } as const;
    expect(partOfClause([part], 'author:"the desk"')).toBe(part);
    expect(partOfClause([part], 'tag:desk')).toBe(null);
  });

  it('takes a left-over "or" and empty brackets with it', () => {
    const without = (query: string, part: string): string =>
      withoutStretch(query, query.indexOf(part), query.indexOf(part) + part.length);
    expect(without('cat or dog', 'dog')).toBe('cat');
    expect(without('cat or dog', 'cat')).toBe('dog');
    expect(without('cat or dog or eel', 'dog')).toBe('cat or eel');
    expect(without('worm (dog)', 'dog')).toBe('worm');
    expect(without('red orchid', 'red')).toBe('orchid');
  });

  it('comes out as it went in, whatever the query', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z"-]{1,6}$/), { maxLength: 6 }), (words) => {
        const query = words.filter((word) => word !== 'or').join(' ');
        expect(withoutClause(withClause(query, 'is:unread'), 'is:unread')).toBe(query);
      }),
    );
  });
});

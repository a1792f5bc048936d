import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ListRef } from '../lib/list-ref.ts';
import { listHref, parseRoute, printRoute, storyHref, type Route } from './route.ts';

const name = fc.string({ minLength: 1, unit: 'grapheme' }).filter((text) => text.trim() !== '');
const list: fc.Arbitrary<ListRef> = fc.oneof(
  fc.record({ kind: fc.constantFrom('section', 'author', 'tag'), id: name }),
  fc.constantFrom<ListRef>(
    { kind: 'bookmarks' },
    { kind: 'all' },
    { kind: 'library', view: {} },
    { kind: 'library', view: { state: 'inbox', tags: ['a&b', 'c, d'], order: 'title' } },
    { kind: 'incomplete' },
  ),
);
const route: fc.Arbitrary<Route> = fc.oneof(
  fc.constantFrom<Route>(
    { name: 'home' },
    { name: 'downloads' },
    { name: 'jobs' },
    { name: 'settings' },
    { name: 'about' },
    { name: 'tags' },
  ),
  fc.record({ name: fc.constant('stories'), list }),
  fc.record({ name: fc.constant('import'), id: fc.option(name) }),
  fc.record({ name: fc.constant('search'), query: fc.string({ unit: 'grapheme' }) }),
  fc.record({
    name: fc.constant('search'),
    query: fc.string({ unit: 'grapheme', minLength: 1 }),
    order: fc.constantFrom('newest', 'oldest', 'longest', 'shortest'),
  }),
  fc.record({
    name: fc.constant('story'),
    id: name,
    list: fc.option(list),
    query: fc.string({ unit: 'grapheme' }),
    block: fc.option(fc.integer({ min: 0, max: 999_999 })),
  }),
);

describe('addresses', () => {
  it('say every place so that the same place is read back', () => {
    fc.assert(
      fc.property(route, (place) => {
        expect(parseRoute(printRoute(place))).toEqual(place);
      }),
    );
  });

  it('never throw, whatever is typed after the #', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(parseRoute(`#${text}`).name).toBeTypeOf('string');
      }),
    );
  });

  it('are short and legible', () => {
    expect(listHref({ kind: 'section', id: 'worms' })).toBe('#/section/worms');
    expect(storyHref('code-blue')).toBe('#/story/code-blue');
    expect(storyHref('code-blue', { list: { kind: 'section', id: 'worms' }, query: 'café au lait', block: 4 })).toBe(
      '#/story/code-blue?list=section:worms&q=caf%C3%A9%20au%20lait&block=4',
    );
  });

  it.each([
    ['', { name: 'home' }],
    ['#', { name: 'home' }],
    ['#/bookmarks', { name: 'stories', list: { kind: 'bookmarks' } }],
    ['#/search?q=a+b%3A', { name: 'search', query: 'a b:' }],
    ['#/search?q=a&order=newest', { name: 'search', query: 'a', order: 'newest' }],
    ['#/search?q=a&order=sideways', { name: 'search', query: 'a' }],
    ['#/story/x?list=nowhere&block=-1', { name: 'story', id: 'x', list: null, query: '', block: null }],
    ['#/story/x?list=section:', { name: 'story', id: 'x', list: null, query: '', block: null }],
    ['#/story/50%', { name: 'story', id: '50%', list: null, query: '', block: null }],
    ['#/story', { name: 'missing', path: '/story' }],
    ['#/settings/keys', { name: 'missing', path: '/settings/keys' }],
    ['#/section/a/b', { name: 'missing', path: '/section/a/b' }],
    ['#/constructor', { name: 'missing', path: '/constructor' }],
  ])('reads %s', (hash, expected) => {
    expect(parseRoute(hash)).toEqual(expected);
  });
});

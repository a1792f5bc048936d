import { expect, it } from 'vitest';
import { currentPlace } from './rail-entries.ts';
import { titleOf } from './title-of.ts';

it('names where one is first, and leaves out what is not known yet', () => {
  const story = { name: 'story', id: 'x', list: null, query: '', block: null } as const;
  expect(titleOf({ name: 'home' }, null, null)).toBe('Lectern');
  expect(titleOf({ name: 'jobs' }, null, null)).toBe('Jobs — Lectern');
  expect(titleOf(story, null, 'The worm')).toBe('The worm — Lectern');
  expect(titleOf(story, null, null)).toBe('Lectern');
  expect(titleOf({ name: 'search', query: 'code red' }, null, null)).toBe('“code red”, search — Lectern');
  expect(titleOf({ name: 'stories', list: { kind: 'tag', id: 'iis' } }, null, null)).toBe('#iis — Lectern');
});

it('counts a story to the list that it was opened from', () => {
  const story = { name: 'story', id: 'x', list: { kind: 'section', id: 'worms' }, query: '', block: null } as const;
  expect(currentPlace(story)).toBe('#/section/worms');
  expect(currentPlace({ ...story, list: null })).toBe('');
  expect(currentPlace({ name: 'search', query: 'worm' })).toBe('#/search');
  expect(currentPlace({ name: 'stories', list: { kind: 'bookmarks' } })).toBe('#/bookmarks');
});

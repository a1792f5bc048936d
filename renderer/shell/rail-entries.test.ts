import { expect, it } from 'vitest';
import { isCurrentSearch, sortSearches } from './rail-entries.ts';

const search = (name: string) => ({ id: name, name, query: name, order: 'relevance', count: 1 }) as const;

it('lists saved searches by name, numbers as numbers', () => {
  const names = sortSearches([search('week 10'), search('Worms'), search('week 9'), search('Älteste')]);
  expect(names.map(({ name }) => name)).toEqual(['Älteste', 'week 9', 'week 10', 'Worms']);
});

it('knows the saved search that shows by its query and its order', () => {
  expect(isCurrentSearch({ name: 'search', query: 'worm' }, search('worm'))).toBe(true);
  expect(isCurrentSearch({ name: 'search', query: 'worm', order: 'newest' }, search('worm'))).toBe(false);
  expect(isCurrentSearch({ name: 'home' }, search('worm'))).toBe(false);
});

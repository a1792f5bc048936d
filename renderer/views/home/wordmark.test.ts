import { expect, it } from 'vitest';
import { splitName } from './wordmark.ts';

it.each([
  ['The Patch', 'The', 'Patch'],
  ['Die Zeit', 'Die', 'Zeit'],
  ['An Almanac', 'An', 'Almanac'],
  ['Theory', null, 'Theory'],
  ['The', null, 'The'],
  ['Lasting News', null, 'Lasting News'],
])('leaves the article of “%s” off the cloth', (name, article, rest) => {
  expect(splitName(name)).toEqual({ article, rest });
});

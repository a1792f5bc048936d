import { expect, it } from 'vitest';
import type { SearchHit, SearchResult } from '../../../main/contract/search-entities.ts';
import { countText, spokenText, tookText } from './choice-text.ts';

// Only what is counted; the rest of a hit plays no part here.
const hit = (places: number, title = 'A worm') => ({ places, article: { title } }) as SearchHit;
const result = (total: number, hits: SearchHit[], tookMs = 2.6) => ({ total, hits, tookMs }) as SearchResult;

it('counts places only where all hits are known', () => {
  expect(countText(result(2, [hit(1), hit(4)]))).toBe('2 articles, 5 places');
  expect(countText(result(1, [hit(1)]))).toBe('1 article, 1 place');
  expect(countText(result(12_400, [hit(1)]))).toBe('12,400 articles');
});

it('says aloud what was found, and how long that took when asked', () => {
  expect(spokenText(null, null)).toBe('');
  expect(spokenText(result(0, []), null)).toBe('Nothing found.');
  expect(spokenText(result(1, [hit(3)]), hit(3))).toBe('1 article, 3 places found. First: A worm.');
  expect(tookText(result(1, [], 0.2))).toBe('Found in less than 1 ms');
  expect(tookText(result(1, []))).toBe('Found in 3 ms');
});

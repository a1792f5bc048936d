/** What is said of the results: to the eye at once, to the ear when typing rests. Pure. */
import type { SearchHit, SearchResult } from '../../../main/contract/search-entities.ts';
import { count } from '../../lib/counts.ts';

/** "10 articles, 59 places"; places only where all of them are known. */
export function countText({ total, hits }: SearchResult): string {
  const places = hits.reduce((sum, hit) => sum + hit.places, 0);
  const articles = count(total, 'article', 'articles');
  return hits.length === total ? `${articles}, ${count(places, 'place', 'places')}` : articles;
}

/** "Found in 3 ms". */
export function tookText({ tookMs }: SearchResult): string {
  return tookMs < 1 ? 'Found in less than 1 ms' : `Found in ${Math.round(tookMs)} ms`;
}

export function spokenText(result: SearchResult | null, chosen: SearchHit | null): string {
  if (result === null) return '';
  if (result.total === 0) return 'Nothing found.';
  const found = `${countText(result)} found.`;
  return chosen === null ? found : `${found} First: ${chosen.article.title}.`;
}

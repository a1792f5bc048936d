/** Which facets are worth a menu, and what they and the orders are called. Pure. */
import type { Facet, SearchOrder } from '../../../main/contract/search-entities.ts';

export const facetTitles: Readonly<Record<Facet['name'], string>> = {
  source: 'Source',
  section: 'Section',
  author: 'Author',
  year: 'Year',
  length: 'Length',
  status: 'Status',
  language: 'Language',
  tag: 'Tag',
  site: 'Site',
};

export const orderTitles: Readonly<Record<SearchOrder, string>> = {
  relevance: 'Best first',
  newest: 'Newest first',
  oldest: 'Oldest first',
  longest: 'Longest first',
  shortest: 'Shortest first',
};

/** A facet with one value that all hits share tells nothing, unless it is chosen and could be left. */
export function shownFacets(facets: readonly Facet[]): readonly Facet[] {
  return facets.filter(({ values }) => values.length > 1 || values.some(({ isActive }) => isActive));
}

/**
 * Search over a collection, with lunr's index and lunr's scores.
 *
 * lunr ranks; around it stands what lunr does not do: which articles may be in the list at all (phrases, fields,
 * exclusions), the preference for a title that is the query and for articles with all of the words, and the passages.
 */
import type { Collection } from '../collection/collection.ts';
import { createArticleTexts } from './article-texts.ts';
import { analyse } from './analysis.ts';
import { findCandidates, type Candidates } from './candidates.ts';
import { openLunr } from './lunr.ts';
import { createMatcher, type Matcher } from './matches.ts';
import { bestPassage, openingPassage, wholePassage } from './passages.ts';
import { parseQuery } from './query.ts';
import type { Found, FoundArticle, Search } from './search.ts';
import { understand } from './understood.ts';
import { createVocabulary } from './vocabulary.ts';

export { buildIndex as buildLunrIndex } from './search-index.ts';

/** Reads the index now; articles when a phrase or a passage needs their text. */
export function createLunrSearch(
  collection: Pick<Collection, 'searchIndex' | 'summaries' | 'summary' | 'body'>,
): Search {
  const index = openLunr(collection.searchIndex());
  const vocabulary = createVocabulary(index.terms);
  const everyId = collection.summaries.map((summary) => summary.id);
  const textOf = createArticleTexts((id) => ({
    blocks: collection.body(id).blocks,
    language: collection.summary(id).language,
  }));
  const headsOf = (id: string): string[] => [collection.summary(id).title, collection.summary(id).standfirst];
  const candidatesFor = (query: string): Candidates =>
    findCandidates(parseQuery(query), { index, vocabulary, everyId, textOf, headsOf });

  const titles = new Map<string, string>();
  const titleWords = (id: string): string => {
    const words = titles.get(id) ?? plainWords(collection.summary(id).title);
    titles.set(id, words);
    return words;
  };

  const answer = (id: string, matcher: Matcher, weights: readonly number[]): Omit<FoundArticle, 'score'> => {
    const text = textOf(id);
    const matched = text.matched(matcher);
    return { id, passage: bestPassage(matched, weights) ?? openingPassage(text.blocks), places: matched.length };
  };

  return {
    find: (query, { limit, offset }): Found => {
      const candidates = candidatesFor(query);
      const ranked = rank(candidates, query);
      const shown = ranked.slice(offset, offset + limit);
      const matcher = createMatcher(candidates.told);
      return {
        total: ranked.length,
        understood: understand(candidates.readings, candidates.excluded),
        hits: shown.map(({ id, score }) => ({ ...answer(id, matcher, candidates.weights), score })),
      };
    },
    places: (id, query) => {
      const text = textOf(id);
      const matched = text.matched(createMatcher(candidatesFor(query).told));
      return { total: matched.length, blockCount: text.blocks.length, blocks: matched.map(wholePassage) };
    },
  };

  /** lunr's order within three steps: the title is the query, all words are met, the rest. The score says the steps. */
  function rank({ clauses, ids, meetsAll }: Candidates, query: string): { id: string; score: number }[] {
    const scores = new Map(index.score(clauses).map(({ id, score }) => [id, score]));
    const step = scores.values().reduce((most, score) => Math.max(most, score), 1);
    const title = plainWords(query);
    const scored = [...ids].map((id) => {
      const isTitle = title !== '' && titleWords(id) === title;
      return { id, score: (scores.get(id) ?? 0) + (meetsAll.has(id) ? step : 0) + (isTitle ? 2 * step : 0) };
    });
    const place = new Map([...scores.keys(), ...everyId].map((id, at) => [id, at] as const).toReversed());
    return scored.sort((a, b) => b.score - a.score || (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0));
  }
}

function plainWords(text: string): string {
  return analyse(text)
    .filter((token) => token.isWord)
    .map((token) => token.exact)
    .join(' ');
}

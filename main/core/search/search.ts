/**
 * Search as the core sees it: a query goes in as it was typed, hits come out, best first. Never throws for a query, however
 * odd. What knows bytes stands behind `IndexSet`; texts and the reader's marks come through the ports.
 */
import type {
  Completion,
  Explanation,
  Facet,
  Passage,
  SearchOrder,
  UnderstoodQuery,
} from '../../contract/search-entities.ts';
import { complete } from './language/completion.ts';
import { createCompletionSource } from './ranking/completion-source.ts';
import type { IndexHits, IndexSet } from './index-set.ts';
import { parseQuery } from './language/parse-query.ts';
import type { Query } from './language/syntax.ts';
import { createArticleTexts, matchedBlocks, type ArticleText } from './passages/article-texts.ts';
import { bestPassage, openingPassage, wholePassage } from './passages/passages.ts';
import { createStretchAnalysis } from './passages/stretch-analysis.ts';
import { createTextMatcher, remembering, type TextMatcher } from './passages/text-matcher.ts';
import { explainParts } from './ranking/explain.ts';
import { facetsOf } from './ranking/facets.ts';
import type { ArticleState } from './ranking/filters.ts';
import { createPhraseFinder, withPhrases, type PhraseHits } from './ranking/phrases.ts';
import { makePlan, type Plan, type PlanGround } from './ranking/plan.ts';
import { rank, type Ranked } from './ranking/rank.ts';
import { createStateDocuments } from './ranking/state-documents.ts';
import { understand } from './ranking/understand.ts';
import { createValueTables } from './ranking/value-tables.ts';

/** All articles, bundled and saved. */
export interface SearchPorts {
  readonly index: IndexSet;
  /** Of articles of the index, in the order of their ids. */
  textsOf(ids: readonly string[]): readonly ArticleText[];
  /** Increases whenever a text may have changed. */
  textRevision(): number;
  /** The same set as long as it has not changed. */
  idsIn(state: ArticleState): ReadonlySet<string>;
}

export interface SearchOptions {
  readonly limit: number;
  readonly offset: number;
  readonly order?: SearchOrder | undefined;
  /** Takes unknown words at their word. */
  readonly exactly?: boolean | undefined;
  readonly facets?: boolean | undefined;
}

export interface FoundArticle {
  readonly id: string;
  readonly score: number;
  readonly passage: Passage;
  readonly places: number;
  readonly missing: readonly string[];
}

export interface Found {
  readonly total: number;
  readonly understood: UnderstoodQuery;
  readonly hits: readonly FoundArticle[];
  readonly facets: readonly Facet[];
}

export interface Search {
  /** Best first. Passages are computed for the returned hits only. */
  find(query: string, options: SearchOptions): Found;
  /** Every block of one article that matches, whole, in reading order. */
  places(
    id: string,
    query: string,
    exactly?: boolean,
  ): { readonly total: number; readonly blockCount: number; readonly blocks: readonly Passage[] };
  /** Without parts for an article that is no hit. */
  explain(id: string, query: string): Explanation;
  complete(query: string, caret: number): Completion[];
  /** The ids of all hits, in no order. */
  idsOf(query: string): string[];
}

export function createSearch(ports: SearchPorts): Search {
  const { index } = ports;
  const documentsIn = createStateDocuments(index, (state) => ports.idsIn(state));
  const tables = createValueTables(index);
  const texts = createArticleTexts((ids) => ports.textsOf(ids));
  const analysis = createStretchAnalysis();
  const phrases = createPhraseFinder(index, texts, analysis);
  const completionSource = createCompletionSource(index, tables);
  let revision = ports.textRevision();

  const ask = (typed: string, exactly = false): Asked => {
    if (revision !== ports.textRevision()) {
      revision = ports.textRevision();
      texts.forget();
    }
    const query = parseQuery(typed);
    const languages = tables.table('language').values;
    const ground: PlanGround = { index, tables, documentsIn, languages, exactly, phrases };
    const plan = makePlan(query, ground);
    return {
      query,
      plan,
      ground,
      matcher: remembering(createTextMatcher(plan.sought, analysis)),
      hits: hitsOf(plan, index),
    };
  };
  const ranked = (typed: string, { plan, hits, matcher }: Asked, limit: number, order: SearchOrder): Ranked[] =>
    rank(plan, hits, limit, order, { index, texts, matcher, query: typed });
  const missingOf = (plan: Plan, met: number): string[] =>
    plan.wanted.filter((_, bit) => ((met >>> bit) & 1) === 0).map(({ text }) => text);

  return {
    find: (typed, { limit, offset, order = 'relevance', exactly, facets = false }) => {
      const asked = ask(typed, exactly);
      const { query, plan, hits, matcher, ground } = asked;
      const best = ranked(typed, asked, offset + limit, order);
      const everyWord = 2 ** plan.wanted.length - 1;
      const first = best[0];
      const shown = best.slice(offset).map((one) => ({ ...one, id: index.idOf(one.document) }));
      texts.load(shown.map(({ id }) => id));
      const isDropping = first !== undefined && !hits.met.includes(everyWord);
      return {
        total: hits.total,
        understood: understand(query, plan, isDropping ? missingOf(plan, first.met) : [], hits.looked),
        facets: facets ? facetsOf(hits.documents, query.clauses, ground) : [],
        hits: shown.map(({ id, score, met }) => {
          const text = texts.of(id);
          const matched = matchedBlocks(text, matcher);
          const passage = bestPassage(matched, plan.soughtWeights) ?? openingPassage(text.blocks);
          return { id, score, passage, places: matched.length, missing: missingOf(plan, met) };
        }),
      };
    },
    places: (id, typed, exactly) => {
      const { matcher } = ask(typed, exactly);
      const text = texts.of(id);
      const matched = matchedBlocks(text, matcher);
      return { total: matched.length, blockCount: text.blocks.length, blocks: matched.map(wholePassage) };
    },
    explain: (id, typed) => {
      const asked = ask(typed);
      const document = index.documentOf(id);
      const one = ranked(typed, asked, asked.hits.documents.length, 'relevance').find(
        (other) => other.document === document,
      );
      if (one === undefined) return { articleId: id, score: 0, parts: [] };
      const parts = explainParts(one, asked.plan, { index, matcher: asked.matcher, text: texts.of(id) });
      return { articleId: id, score: one.score, parts };
    },
    complete: (typed, caret) => complete(typed, caret, completionSource),
    idsOf: (typed) => Array.from(ask(typed).hits.documents, (document) => index.idOf(document)),
  };
}

interface Asked {
  readonly query: Query;
  readonly plan: Plan;
  readonly ground: PlanGround;
  readonly matcher: TextMatcher;
  readonly hits: PhraseHits;
}

const noHits: IndexHits = {
  total: 0,
  documents: new Uint32Array(),
  scores: new Float32Array(),
  met: new Uint32Array(),
};

/** Those that hold the phrases of the query, too. */
function hitsOf(plan: Plan, index: IndexSet): PhraseHits {
  return plan.isHopeless ? { ...noHits, looked: null } : withPhrases(index.search(plan.search), plan.phrases);
}

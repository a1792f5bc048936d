import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactTerm, stemOf } from './analysis.ts';
import { indexFieldNames, type IndexedArticle, type IndexQuery, type IndexSearch } from './index-set.ts';
import { buildSegment } from './segment/build-segment.ts';
import { openIndexSet } from './set/open-index-set.ts';
import { lunrScoring } from './set/scoring.ts';
import { article, askLunr, type OracleClause } from './test-helpers/lunr-oracle.ts';

const boosts = { title: 8, standfirst: 3, tags: 4, headings: 2.5 } as const;

function search(clauses: readonly OracleClause[]): IndexSearch {
  const node = ({ term, boost, fields }: OracleClause): IndexQuery =>
    term.includes('*')
      ? { kind: 'wildcard', pattern: term, boost, fields }
      : { kind: 'terms', terms: [{ term, boost }], fields };
  const of = (presence: OracleClause['presence']) => clauses.filter((clause) => clause.presence === presence).map(node);
  return { wanted: of('optional'), required: of('required'), excluded: of('prohibited') };
}

type Scores = ReadonlyMap<string, number>;

function ours(segments: readonly (readonly IndexedArticle[])[], clauses: readonly OracleClause[]): Scores {
  const [bundled = [], ...added] = segments;
  const set = openIndexSet({ bundled: buildSegment(bundled), directory: null, scoring: lunrScoring(boosts) });
  for (const some of added) set.add(some);
  const asked = search(clauses);
  // Where something is required, or nothing is wanted, lunr does not ask that anything wanted be met.
  const isOpen = asked.required.length > 0 || asked.wanted.length === 0;
  const hits = set.search(isOpen ? { ...asked, wanted: [...asked.wanted, everything] } : asked);
  return new Map(Array.from(hits.documents, (document, index) => [set.idOf(document), hits.scores[index] ?? 0]));
}

const everything: IndexQuery = { kind: 'set', has: () => true };

/** lunr rounds every weight to three places: scores within that are ties. */
function expectLunrsOrder(lunr: readonly { readonly id: string; readonly score: number }[], found: Scores): void {
  expect(new Set(found.keys())).toEqual(new Set(lunr.map(({ id }) => id)));
  lunr.forEach(({ id, score }, place) => {
    const next = lunr[place + 1];
    if (next === undefined || score - next.score < 0.02) return;
    expect(found.get(id), `${id} before ${next.id}`).toBeGreaterThan(found.get(next.id) ?? Infinity);
  });
}

const words = ['worm', 'worms', 'patch', 'patched', 'server', 'servers', 'code', 'red', 'reader', 'mend', 'mending'];
const someWords = (most: number) =>
  fc.array(fc.constantFrom(...words), { maxLength: most }).map((list) => list.join(' '));
const fields = fc.record({
  title: someWords(4),
  standfirst: someWords(6),
  tags: fc.array(fc.constantFrom(...words), { maxLength: 3 }),
  headings: fc.array(someWords(3), { maxLength: 2 }),
  blocks: fc.array(someWords(20), { maxLength: 4 }),
});
const articles = fc
  .array(fields, { minLength: 1, maxLength: 14 })
  .map((list) => list.map((one, index) => article(`a${index}`, one)));

const term = fc.constantFrom(...words.flatMap((word) => [exactTerm(word), stemOf(word, 'en')]), 'absent');
const pattern = fc.constantFrom('=wo*', '*ed', '=pa*ed', '*er*', 'serv*', '*');
const clause = (
  terms: fc.Arbitrary<string>,
  presences: readonly OracleClause['presence'][],
): fc.Arbitrary<OracleClause> =>
  fc.record({
    term: terms,
    boost: fc.constantFrom(0.5, 1, 2, 10),
    fields: fc.option(fc.uniqueArray(fc.constantFrom(...indexFieldNames), { minLength: 1, maxLength: 3 })),
    presence: fc.constantFrom(...presences),
  });

describe('one compiled segment', () => {
  it('answers with lunr’s articles in lunr’s order: terms, fields, boosts, required and prohibited', () => {
    const clauses = fc.array(clause(term, ['optional', 'optional', 'required', 'prohibited']), {
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(articles, clauses, (list, asked) => {
        expectLunrsOrder(askLunr(list, boosts).query(asked), ours([list], asked));
      }),
      { numRuns: 400 },
    );
  });

  it('answers wildcards as lunr does, leading ones too', () => {
    const clauses = fc.array(clause(fc.oneof(pattern, term), ['optional']), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(articles, clauses, (list, asked) => {
        expectLunrsOrder(askLunr(list, boosts).query(asked), ours([list], asked));
      }),
      { numRuns: 200 },
    );
  });
});

describe('many segments', () => {
  it('answer what one would, with the same scores', () => {
    const clauses = fc.array(clause(term, ['optional', 'required', 'prohibited']), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(articles, clauses, fc.array(fc.nat(14), { maxLength: 4 }), (list, asked, cuts) => {
        const bounds = [...new Set([0, ...cuts, list.length].map((cut) => Math.min(cut, list.length)))].sort(
          (a, b) => a - b,
        );
        const parts = bounds.slice(1).map((end, index) => list.slice(bounds[index], end));
        const [one, many] = [ours([list], asked), ours(parts, asked)];
        expect([...many.keys()].sort()).toEqual([...one.keys()].sort());
        for (const [id, score] of one) expect(many.get(id)).toBeCloseTo(score, 4);
      }),
      { numRuns: 300 },
    );
  });
});

describe('deviations from lunr on purpose', () => {
  const find = (list: readonly IndexedArticle[], ...nodes: IndexQuery[]) => {
    const set = openIndexSet({ bundled: buildSegment(list), directory: null });
    const { documents, scores } = set.search({ wanted: nodes, required: [], excluded: [] });
    return new Map(Array.from(documents, (document, index) => [set.idOf(document), scores[index] ?? 0]));
  };
  const exact = (word: string): IndexQuery => ({
    kind: 'terms',
    terms: [{ term: exactTerm(word), boost: 1 }],
    fields: null,
  });

  it('accents: what lunr’s trimmer cuts off is found', () => {
    expect([...find([article('a', { title: 'Économie, au café' })], exact('economie'), exact('cafe')).keys()]).toEqual([
      'a',
    ]);
  });

  it('digits: terms that lunr’s token set confuses are all found', () => {
    const years = Array.from({ length: 60 }, (_, index) => String(1960 + index));
    const list = years.map((year) => article(year, { blocks: [`It was ${year}, version 1.${year}.`] }));
    for (const year of years) expect([...find(list, exact(year)).keys()]).toContain(year);
  });

  it('wildcards: an article counts by the best of the words that a pattern stands for, not by all of them', () => {
    const list = [article('a', { title: 'worm' }), article('b', { title: 'worm wormed worms' })];
    const scores = find(list, { kind: 'wildcard', pattern: '=worm*', boost: 1, fields: null });
    expect(scores.get('a')).toBeGreaterThan(scores.get('b') ?? Infinity);
  });
});

/**
 * Which articles a query means, before they are ranked.
 *
 * Plain words are wanted, not required: an article with one of them is in the list. Phrases and fields are required,
 * exclusions exclude. A word in more than half of all articles ("the", "first") is weak: beside a rarer one it brings no
 * article in, is missed in none, and weighs little.
 */
import type { ArticleText } from './article-texts.ts';
import { analyse } from './analysis.ts';
import type { LunrClause, LunrIndex } from './lunr.ts';
import { createMatcher } from './matches.ts';
import type { Clause } from './query.ts';
import { indexFields } from './search-index.ts';
import type { Reading } from './understood.ts';
import type { Vocabulary } from './vocabulary.ts';
import { wantedBy, type Part, type Wanted } from './wanted.ts';

interface Ground {
  readonly index: LunrIndex;
  readonly vocabulary: Vocabulary;
  readonly everyId: readonly string[];
  readonly textOf: (id: string) => ArticleText;
  /** Title and standfirst, in which phrases are looked for too. */
  readonly headsOf: (id: string) => readonly string[];
}

export interface Candidates {
  readonly ids: ReadonlySet<string>;
  /** Those that hold every word asked for. */
  readonly meetsAll: ReadonlySet<string>;
  readonly clauses: readonly LunrClause[];
  /** What is worth marking in a text, and how much a match of each tells. */
  readonly told: readonly Wanted[];
  readonly weights: readonly number[];
  readonly readings: readonly Reading[];
  readonly excluded: readonly Clause[];
}

/** What is left of the weight of a weak word. */
const weakness = 0.2;

interface Met {
  readonly wanted: Wanted;
  readonly ids: ReadonlySet<string>;
}

export function findCandidates(clauses: readonly Clause[], ground: Ground): Candidates {
  const meet = (clause: Clause): Met => {
    const wanted = wantedBy(clause, ground.vocabulary);
    return { wanted, ids: clause.isPhrase ? idsWithPhrase(wanted, ground) : idsWith(wanted, ground.index) };
  };
  const excluded = clauses.filter((clause) => clause.isExcluded);
  const met = clauses.filter((clause) => !clause.isExcluded).map(meet);
  const known = met.filter(({ ids, wanted: { clause } }) => ids.size > 0 || isRequired(clause));

  const { strong, weak } = byStrength(known, ground.everyId.length);
  const required = known.filter(({ wanted }) => isRequired(wanted.clause)).map(({ ids }) => ids);
  const plain = strong.length > 0 ? strong : weak;
  let ids =
    plain.length > 0
      ? union(plain.map((one) => one.ids))
      : new Set(met.length > 0 && known.length === 0 ? [] : ground.everyId);
  if (clauses.length === 0) ids = new Set();
  for (const needed of required) ids = ids.intersection(needed);
  for (const clause of excluded) ids = ids.difference(meet(clause).ids);

  const tells = (one: Met): boolean => strong.length === 0 || !weak.includes(one);
  const told = known.filter((one) => one.wanted.clause.field === null && tells(one));
  return {
    ids,
    meetsAll: known.filter(tells).reduce((all, one) => all.intersection(one.ids), ids),
    clauses: known.flatMap((one) => lunrClauses(one.wanted, tells(one) ? 1 : weakness)),
    told: told.map(({ wanted }) => wanted),
    weights: told.map((one) => Math.log(1 + ground.everyId.length / Math.max(1, one.ids.size))),
    readings: met.map((one) => ({ wanted: one.wanted, isUnknown: one.ids.size === 0 })),
    excluded,
  };
}

function isRequired({ isPhrase, field }: Clause): boolean {
  return isPhrase || field !== null;
}

function byStrength(known: readonly Met[], articles: number): { strong: Met[]; weak: Met[] } {
  const plain = known.filter(({ wanted }) => !isRequired(wanted.clause));
  const isWeak = ({ ids }: Met): boolean => articles > 8 && ids.size > articles / 2;
  return { strong: plain.filter((one) => !isWeak(one)), weak: plain.filter(isWeak) };
}

function idsWith({ forms, clause }: Wanted, index: LunrIndex): Set<string> {
  return union(
    forms.map((parts) =>
      parts.map((part) => idsWithPart(part, clause, index)).reduce((all, some) => all.intersection(some)),
    ),
  );
}

function idsWithPart(part: Part, { field }: Clause, index: LunrIndex): Set<string> {
  const sets = [...part.boosts.keys()].flatMap((term) => {
    const postings = index.postings(term);
    return field === null ? [...postings.values()] : [postings.get(indexFields[field]) ?? []];
  });
  return new Set(sets.flat());
}

/** The index knows no order of words, so the articles that hold them all are read. */
function idsWithPhrase(wanted: Wanted, ground: Ground): Set<string> {
  const matcher = createMatcher([wanted]);
  const { field } = wanted.clause;
  const holds = (id: string): boolean => {
    const { language } = ground.textOf(id);
    const [title = '', ...rest] = ground.headsOf(id);
    const inText = (text: string): boolean => matcher(analyse(text), language).length > 0;
    if (field === 'title') return inText(title);
    // The names of an author, a section or a tag are short: that all words are there is as good as their order.
    if (field !== null) return true;
    return inText(title) || rest.some(inText) || ground.textOf(id).matched(matcher).length > 0;
  };
  return new Set([...idsWith(wanted, ground.index)].filter(holds));
}

function lunrClauses({ forms, clause }: Wanted, factor: number): LunrClause[] {
  const fields = clause.field === null ? {} : { fields: [indexFields[clause.field]] };
  return forms
    .flat()
    .flatMap(({ boosts }) => [...boosts].map(([term, boost]) => ({ term, boost: boost * factor, ...fields })));
}

function union(sets: readonly ReadonlySet<string>[]): Set<string> {
  return new Set(sets.flatMap((set) => [...set]));
}

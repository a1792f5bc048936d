/** Why an article has its points, in parts that add up to them, in words that a reader understands. */
import type { Explanation } from '../../../contract/search-entities.ts';
import { indexFieldNames, type IndexField, type IndexQuery, type IndexSet } from '../index-set.ts';
import { labelOf } from '../language/sentence.ts';
import type { ArticleText } from '../passages/article-texts.ts';
import type { TextMatcher } from '../passages/text-matcher.ts';
import type { Plan, Wanted } from './plan.ts';
import type { Ranked } from './rank.ts';

interface ExplainGround {
  readonly index: IndexSet;
  readonly matcher: TextMatcher;
  readonly text: ArticleText;
}

type Part = Explanation['parts'][number];

export function explainParts(ranked: Ranked, plan: Plan, ground: ExplainGround): Part[] {
  const { index } = ground;
  const points = (query: IndexQuery): number => pointsOf(query, ranked.document, index);
  const words = plan.wanted.flatMap((wanted): Part[] => {
    const gained = points(wanted.query);
    return gained === 0 ? [] : [{ what: wanted.text, how: howFound(wanted, ranked, ground), points: gained }];
  });
  const required = plan.required.flatMap(({ node, query }): Part[] => {
    const gained = points(query);
    return gained === 0 ? [] : [{ what: labelOf(node), how: 'as asked for', points: gained }];
  });
  const found = [...words, ...required];
  const missing = plan.wanted.filter((_, bit) => ((ranked.met >>> bit) & 1) === 0).map(({ text }) => text);
  const lost = ranked.words - found.reduce((sum, part) => sum + part.points, 0);
  const raises: Part[] = [
    { what: missing.join(', '), how: 'not in this article, which lowers the points of the others', points: lost },
    { what: 'all words', how: 'the words that tell most are all in this article', points: ranked.all },
    { what: 'the title', how: 'it is the query, word for word', points: ranked.title },
    { what: 'closeness', how: 'the words stand near one another', points: ranked.closeness },
    { what: 'the opening', how: 'the words stand in the title or the first lines', points: ranked.opening },
  ].filter((part) => part.points !== 0 && part.what !== '');
  return settled([...found, ...raises], ranked.score);
}

/** The index counts in single precision: what that leaves goes to the largest part. */
function settled(parts: readonly Part[], score: number): Part[] {
  const rest = score - parts.reduce((sum, { points }) => sum + points, 0);
  const largest = parts.reduce((best, part, at) => (part.points > (parts[best]?.points ?? 0) ? at : best), 0);
  return parts.map((part, at) => (at === largest ? { ...part, points: part.points + rest } : part));
}

/** What a node of the query adds to the score of one article. */
function pointsOf(query: IndexQuery, document: number, index: IndexSet): number {
  const only: IndexQuery = { kind: 'set', has: (other) => other === document };
  return index.search({ wanted: [], required: [query, only], excluded: [] }).scores[0] ?? 0;
}

const fieldPhrases: Readonly<Record<IndexField, string>> = {
  title: 'in the title',
  standfirst: 'in the standfirst',
  tags: 'in the tags',
  author: 'in the author’s name',
  section: 'in the section’s name',
  headings: 'in headings',
  body: 'in the text',
  site: 'in the site’s name',
};

/** "twice in the title, 5 times in the text, as written and as worms". */
function howFound(wanted: Wanted, ranked: Ranked, { index, matcher, text }: ExplainGround): string {
  const stretches = (source: string): string[] =>
    matcher
      .matches(source, text.language)
      .filter(({ sought }) => wanted.sought.includes(sought))
      .map(({ start, end }) => source.slice(start, end));
  const written = {
    title: stretches(text.title),
    standfirst: stretches(text.standfirst),
    body: text.blocks.flatMap(stretches),
  };
  const places = indexFieldNames
    .filter((field) => pointsOf(inField(wanted.query, field), ranked.document, index) > 0)
    .map(
      (field) =>
        `${field in written ? times(written[field as keyof typeof written].length) : ''}${fieldPhrases[field]}`,
    );
  const forms = new Set(
    Object.values(written)
      .flat()
      .map((form) => form.toLowerCase()),
  );
  const isWritten = forms.delete(wanted.text.toLowerCase());
  const others = [...forms].slice(0, 3).map((form) => `as ${form}`);
  const said = [...(isWritten ? ['as written'] : []), ...others];
  return [places.join(', '), said.join(' and ')].filter((part) => part !== '').join(', ');
}

function times(count: number): string {
  if (count === 0) return '';
  return count === 1 ? 'once ' : count === 2 ? 'twice ' : `${count} times `;
}

function inField(query: IndexQuery, field: IndexField): IndexQuery {
  switch (query.kind) {
    case 'set':
      return query;
    case 'all':
    case 'any':
      return { kind: query.kind, of: query.of.map((one) => inField(one, field)) };
    default:
      return { ...query, fields: query.fields === null || query.fields.includes(field) ? [field] : [] };
  }
}

/**
 * What a word, a phrase or a pattern asks of the index, and what then is looked for in the texts. `COVID-19` has two forms,
 * `covid19` as one term and `covid` beside `19`.
 */
import { analyse, exactTerm, stemOf, type Token } from '../analysis.ts';
import { fold } from '../fold.ts';
import type { IndexField, IndexQuery, IndexSet } from '../index-set.ts';
import type { FuzzyNode, PhraseNode, TextNode, WildcardNode, WordNode } from '../language/syntax.ts';
import type { Sought, WordTest } from '../passages/sought.ts';

/** A word as it was typed counts as exact form and as stem, its relations as a stem alone. */
const weights = { exact: 0.4, stem: 0.8, beginning: 0.25, correction: 0.6 } as const;

export interface TermQuery {
  /** Null for what cannot stand in any article. */
  readonly query: IndexQuery | null;
  readonly sought: Sought;
  /** In how many articles at most. */
  readonly frequency: number;
  /** Words read in place of one that nobody wrote, the likeliest first. */
  readonly correctedTo: readonly string[];
}

export interface TermGround {
  readonly index: Pick<IndexSet, 'vocabulary'>;
  /** Of the articles: a word is stemmed as in each of them. */
  readonly languages: readonly string[];
  /** Takes unknown words at their word. */
  readonly exactly: boolean;
}

/** What stands for one word: terms, or a beginning. */
interface WordQuery {
  readonly queries: readonly IndexQuery[];
  readonly test: WordTest;
  readonly frequency: number;
  readonly correctedTo: readonly string[];
}

type Fields = readonly IndexField[] | null;

const nothing: TermQuery = { query: null, sought: { rows: [], slack: null }, frequency: 0, correctedTo: [] };

/** `mayChange` allows completing and correcting: not in what is excluded. */
export function termQuery(node: TextNode, ground: TermGround, mayChange: boolean): TermQuery {
  const fields: Fields = node.field === 'title' ? ['title'] : null;
  switch (node.kind) {
    case 'word':
      return plainWord(node, ground, fields, mayChange);
    case 'phrase':
      return phrase(node, ground, fields, mayChange);
    case 'wildcard':
      return wildcard(node, ground, fields);
    case 'fuzzy':
      return fuzzy(node, ground, fields);
  }
}

function plainWord(node: WordNode, ground: TermGround, fields: Fields, mayChange: boolean): TermQuery {
  const tokens = analyse(node.text);
  const words = tokens.filter(({ isWord }) => isWord);
  const [only] = words;
  if (only === undefined) return nothing;
  const completes = node.isOpen && mayChange;
  if (words.length === 1) return alone(only, tokens, ground, fields, { completes, mayChange });
  const parts = words.map(({ exact }, at) => wordQuery(exact, ground, fields, completes && at === words.length - 1));
  const whole = tokens.filter((token) => !token.isWord && spans(token, words));
  const joined = whole.map(({ exact }) => wordQuery(exact, ground, fields, completes));
  const row = allOf(parts);
  const queries = [...joined.flatMap(({ queries }) => queries), ...(row === null ? [] : [row])];
  return {
    query: anyOf(queries),
    sought: { rows: [...joined.map(({ test }) => [test]), parts.map(({ test }) => test)], slack: null },
    frequency:
      joined.reduce((sum, { frequency }) => sum + frequency, 0) + Math.min(...parts.map(({ frequency }) => frequency)),
    correctedTo: [],
  };
}

function spans(token: Token, words: readonly Token[]): boolean {
  return token.start === words[0]?.start && token.end === words.at(-1)?.end;
}

/** One word, found by itself, by its form without signs, as a beginning if nobody wrote it, or as the nearest word. */
function alone(
  word: Token,
  tokens: readonly Token[],
  ground: TermGround,
  fields: Fields,
  { completes, mayChange }: { completes: boolean; mayChange: boolean },
): TermQuery {
  const bare = word.exact.replace(/[._]/g, '');
  const forms = [
    word.exact,
    ...tokens.filter(({ isWord, exact }) => !isWord && exact === bare).map(({ exact }) => exact),
  ];
  let found = forms.map((form) => wordQuery(form, ground, fields, completes)).filter(isKnown);
  if (found.length === 0 && mayChange) found = [wordQuery(word.exact, ground, fields, true)].filter(isKnown);
  if (found.length === 0 && mayChange && !ground.exactly) found = corrected(word.exact, ground, fields);
  const test = found.map((one) => [one.test]);
  return {
    query: anyOf(found.flatMap(({ queries }) => queries)),
    // What nobody wrote is still what the reader looks for.
    sought: { rows: test.length > 0 ? test : [[exactTest(word.exact)]], slack: null },
    frequency: found.reduce((sum, { frequency }) => sum + frequency, 0),
    correctedTo: found.flatMap(({ correctedTo }) => correctedTo),
  };
}

function isKnown({ frequency }: WordQuery): boolean {
  return frequency > 0;
}

function wordQuery(
  exact: string,
  { index: { vocabulary }, languages }: TermGround,
  fields: Fields,
  completes: boolean,
  share = 1,
): WordQuery {
  const stems = [...new Set(languages.map((language) => stemOf(exact, language)))];
  const known = [
    { term: exactTerm(exact), boost: weights.exact * share },
    ...stems.map((term) => ({ term, boost: weights.stem * share })),
  ]
    .map((one) => ({ ...one, documents: vocabulary.frequency(one.term) }))
    .filter(({ documents }) => documents > 0);
  const terms = known.map(({ term, boost }) => ({ term, boost }));
  const queries: IndexQuery[] = terms.length === 0 ? [] : [{ kind: 'terms', terms, fields }];
  let frequency = Math.max(0, ...known.map(({ documents }) => documents));
  if (completes) {
    // How often the completions occur costs a walk through all of them, so it is asked for only if nothing else is known.
    const first = frequency > 0 ? undefined : vocabulary.completions(exact, 1)[0];
    if (frequency > 0 || first !== undefined) {
      queries.push({ kind: 'prefix', prefix: exact, boost: weights.beginning, fields });
      frequency = Math.max(frequency, first?.documents ?? 0);
    }
  }
  const test = { exact: new Set([exact]), stems: new Set(stems), beginning: completes ? exact : null, pattern: null };
  return { queries, test, frequency, correctedTo: [] };
}

const correctionLimit = 3;

function corrected(word: string, ground: TermGround, fields: Fields): WordQuery[] {
  const near = ground.index.vocabulary.nearest(word, correctionLimit);
  const least = Math.min(...near.map(({ distance }) => distance));
  return near
    .filter(({ distance }) => distance === least)
    .map(({ form }) => ({ ...wordQuery(form, ground, fields, false, weights.correction), correctedTo: [form] }));
}

function exactTest(form: string): WordTest {
  return { exact: new Set([form]), stems: new Set(), beginning: null, pattern: null };
}

/** In a phrase words stand as written; only the last may still be in the making. The order is looked up in the texts. */
function phrase(node: PhraseNode, ground: TermGround, fields: Fields, mayChange: boolean): TermQuery {
  const { vocabulary } = ground.index;
  const words = analyse(node.text).filter(({ isWord }) => isWord);
  if (words.length === 0) return nothing;
  const parts = words.map(({ exact }, at): WordQuery => {
    const completes = node.isOpen && mayChange && at === words.length - 1;
    const term = { term: exactTerm(exact), boost: weights.exact };
    const queries: IndexQuery[] = vocabulary.has(term.term) ? [{ kind: 'terms', terms: [term], fields }] : [];
    const begun = completes && vocabulary.completions(exact, 1).length > 0;
    if (begun) queries.push({ kind: 'prefix', prefix: exact, boost: weights.beginning, fields });
    const test = { ...exactTest(exact), beginning: completes ? exact : null };
    return { queries, test, frequency: vocabulary.frequency(term.term), correctedTo: [] };
  });
  return {
    query: allOf(parts),
    sought: { rows: [parts.map(({ test }) => test)], slack: node.slack },
    frequency: Math.min(...parts.map(({ frequency }) => frequency)),
    correctedTo: [],
  };
}

function wildcard(node: WildcardNode, ground: TermGround, fields: Fields): TermQuery {
  const { pattern: typed } = node;
  // The index holds no term with these signs in it, so the pieces between them are looked for side by side.
  if (/[^\p{L}\p{M}\p{N}*._'’]/u.test(typed)) {
    const text = typed.replaceAll('*', ' ');
    return plainWord({ ...node, kind: 'word', text, isOpen: typed.endsWith('*') }, ground, fields, true);
  }
  const pattern = typed.split('*').map(fold).join('*');
  const isBeginning = pattern.indexOf('*') === pattern.length - 1;
  const prefix = pattern.slice(0, -1);
  return {
    query: isBeginning
      ? { kind: 'prefix', prefix, boost: weights.exact, fields }
      : { kind: 'wildcard', pattern: exactTerm(pattern), boost: weights.exact, fields },
    sought: {
      rows: [
        [
          {
            exact: new Set(),
            stems: new Set(),
            beginning: isBeginning ? prefix : null,
            pattern: isBeginning ? null : pattern,
          },
        ],
      ],
      slack: null,
    },
    frequency: 1,
    correctedTo: [],
  };
}

const fuzzyLimit = 20;

/** The word and those spelt about so, whether or not anybody wrote the word itself. */
function fuzzy({ text }: FuzzyNode, ground: TermGround, fields: Fields): TermQuery {
  const [word] = analyse(text).filter(({ isWord }) => isWord);
  if (word === undefined) return nothing;
  const near = ground.index.vocabulary.nearest(word.exact, fuzzyLimit);
  const own = wordQuery(word.exact, ground, fields, false);
  const terms = near.map(({ form }) => ({ term: exactTerm(form), boost: weights.correction }));
  const queries = [...own.queries, ...(terms.length === 0 ? [] : [{ kind: 'terms', terms, fields } as const])];
  return {
    query: anyOf(queries),
    sought: {
      rows: [[{ ...own.test, exact: new Set([word.exact, ...near.map(({ form }) => form)]) }]],
      slack: null,
    },
    frequency: near.reduce((sum, { documents }) => sum + documents, own.frequency),
    correctedTo: [],
  };
}

function anyOf(queries: readonly IndexQuery[]): IndexQuery | null {
  const [only] = queries;
  if (only === undefined) return null;
  return queries.length === 1 ? only : { kind: 'any', of: queries };
}

/** Null if one of the words stands nowhere. */
function allOf(parts: readonly WordQuery[]): IndexQuery | null {
  const of = parts.map(({ queries }) => anyOf(queries)).filter((query) => query !== null);
  if (of.length < parts.length) return null;
  return of.length === 1 ? (of[0] ?? null) : { kind: 'all', of };
}

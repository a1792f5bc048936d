/**
 * From the tree of a query to what is asked of the index.
 *
 * Plain words are wanted, not required: an article with one of them is in the list. Phrases, fields and filters are
 * required, exclusions exclude. A word in more than half of all articles ("the", "first") is weak: beside a rarer one it
 * takes no part but in closeness.
 */
import { exactTerm } from '../analysis.ts';
import { fold, isCjk } from '../fold.ts';
import { isFunctionWord } from '../lunr.ts';
import type { IndexQuery, IndexSearch } from '../index-set.ts';
import type { GroupNode, Query, QueryNode, TextNode, WordNode } from '../language/syntax.ts';
import { printNode } from '../language/print-query.ts';
import type { Sought } from '../passages/sought.ts';
import { fieldSet, filterSet, type FilterGround } from './filters.ts';
import type { PhraseFinder, SoughtPhrase } from './phrases.ts';
import { termQuery, type TermGround, type TermQuery } from './term-queries.ts';

const everything: IndexQuery = { kind: 'set', has: () => true };

/** The index tells for at most so many wanted words which of them an article has. */
const wantedLimit = 31;

export interface Wanted {
  readonly node: QueryNode;
  /** As the reader typed it. */
  readonly text: string;
  readonly query: IndexQuery;
  /** What it is worth to meet it: the rarer, the more. */
  readonly weight: number;
  /** Which word of the query it is, those counted that take no part. */
  readonly position: number;
  /** In so few articles that to have it means something. */
  readonly isTelling: boolean;
  /** The words to look for in texts, by their places in `sought`: several for a group. */
  readonly sought: readonly number[];
}

export interface Plan {
  readonly search: IndexSearch;
  readonly wanted: readonly Wanted[];
  readonly required: readonly { readonly node: QueryNode; readonly query: IndexQuery }[];
  /** Asked about what the index found, since they look into the texts. */
  readonly phrases: readonly SoughtPhrase[];
  /** To be marked in texts. */
  readonly sought: readonly Sought[];
  /** Parallel to `sought`: how much a match tells. */
  readonly soughtWeights: readonly number[];
  readonly unknown: readonly TextNode[];
  readonly corrections: readonly { readonly node: TextNode; readonly to: readonly string[] }[];
  /** Nothing can be found, since no article has any of the words. */
  readonly isHopeless: boolean;
}

export interface PlanGround extends FilterGround, TermGround {
  readonly index: FilterGround['index'];
  readonly phrases: PhraseFinder;
}

export function makePlan({ clauses }: Query, ground: PlanGround): Plan {
  const count = ground.index.documentCount;
  const sought: Sought[] = [];
  const frequencies: number[] = [];
  const unknown: TextNode[] = [];
  const corrections: { node: TextNode; to: readonly string[] }[] = [];

  const seek = (found: TermQuery): void => {
    frequencies.push(found.frequency);
    sought.push(found.sought);
  };
  const read = (node: TextNode, mayChange: boolean): TermQuery => {
    const found = termQuery(node, ground, mayChange);
    if (mayChange && found.query === null) unknown.push(node);
    if (mayChange && found.correctedTo.length > 0) corrections.push({ node, to: found.correctedTo });
    return found;
  };

  /** A node whose meeting is yes or no. Null for one that no article can meet. */
  const compile = (node: QueryNode, mayChange: boolean): IndexQuery | null => {
    switch (node.kind) {
      case 'filter':
        return filterSet(node, ground);
      case 'not': {
        const inner = compile(node.of, false);
        if (inner === null) return everything;
        const documents = new Set(ground.index.search({ wanted: [], required: [inner], excluded: [] }).documents);
        return { kind: 'set', has: (document) => !documents.has(document) };
      }
      case 'all':
      case 'any':
        return compileGroup(node, mayChange);
      default:
        return compileText(node, mayChange);
    }
  };
  const compileGroup = ({ kind, of }: GroupNode, mayChange: boolean): IndexQuery | null => {
    const inner = of.map((one) => compile(one, mayChange));
    const possible = inner.filter((one) => one !== null);
    if (possible.length === 0 || (kind === 'all' && possible.length < inner.length)) return null;
    return { kind, of: possible };
  };
  const compileText = (node: TextNode, mayChange: boolean): IndexQuery | null => {
    if (node.field !== null && node.field !== 'title') return fieldSet(node, node.field, ground);
    const found = read(node, mayChange);
    if (found.query === null) return null;
    if (mayChange) seek(found);
    const rows = phraseRows(node, found);
    return rows === null ? found.query : { kind: 'all', of: [found.query, rows] };
  };

  /** Looks into the texts for the order of the words; asked last, about articles that meet all else. */
  const phraseRows = (node: TextNode, found: TermQuery): IndexQuery | null =>
    node.kind === 'phrase' && found.sought.rows.some((row) => row.length > 1) ? ground.phrases.set(node, found) : null;

  const words: Wanted[] = [];
  const required: { node: QueryNode; query: IndexQuery }[] = [];
  const excluded: IndexQuery[] = [];
  const phrases: SoughtPhrase[] = [];
  let isHopeless = clauses.length === 0;
  let asked = 0;
  const begun = barelyBegun(clauses);
  for (const typed of clauses) {
    if (typed === begun && !ground.index.vocabulary.has(exactTerm(fold(begun.text)))) {
      asked += 1;
      continue;
    }
    const node = typed === begun ? { ...begun, isOpen: false } : typed;
    if (node.kind === 'not') {
      const inner = compile(node.of, false);
      if (inner !== null) excluded.push(inner);
      continue;
    }
    if (isPlain(node)) {
      asked += 1;
      const first = sought.length;
      const query = compile(node, true);
      const places = sought.keys().drop(first).toArray();
      const frequency = places.reduce((sum, place) => sum + (frequencies[place] ?? 0), 0);
      if (query !== null) {
        const isFunction = node.kind === 'word' && !node.isOpen && isFunctionWord(fold(node.text));
        const weight = isFunction ? 0 : weightOf(frequency, count);
        const isTelling = frequency <= Math.max(count / 10, 50);
        words.push({ node, text: printNode(node), query, weight, position: asked, isTelling, sought: places });
      }
      continue;
    }
    const query = compile(node, true);
    if (query === null) isHopeless = true;
    else if (node.kind === 'phrase' && query.kind === 'all') {
      for (const part of query.of) {
        if (part.kind === 'set') phrases.push({ has: part.has, isOpen: node.isOpen });
        else required.push({ node, query: part });
      }
    } else required.push({ node, query });
  }
  if (asked > 0 && words.length === 0) isHopeless = true;

  const wanted = strongest(words);
  const weak = new Set(words.filter((word) => !wanted.includes(word)).flatMap((word) => word.sought));
  return {
    search: {
      wanted: wanted.map(({ query }) => query),
      // Nothing but exclusions: all else.
      required: wanted.length + required.length === 0 ? [everything] : required.map(({ query }) => query),
      excluded,
    },
    wanted,
    required,
    phrases,
    sought: sought.map((one, place) => (weak.has(place) ? { rows: [], slack: null } : one)),
    soughtWeights: frequencies.map((frequency) => weightOf(frequency, count)),
    unknown,
    corrections,
    isHopeless,
  };
}

/** Of a word in so many of all articles; 0 is for one in more than half of them. */
function weightOf(frequency: number, count: number): number {
  if (count > 8 && frequency > count / 2) return 0;
  return Math.log(1 + count / Math.max(1, frequency));
}

/** The words that tell, in the order in which they were typed: those of half of all articles only if there are no others. */
function strongest(words: readonly Wanted[]): Wanted[] {
  const strong = words.filter(({ weight }) => weight > 0);
  const telling = strong.length > 0 ? strong : words;
  if (telling.length <= wantedLimit) return [...telling];
  const least = telling.map(({ weight }) => weight).sort((a, b) => b - a)[wantedLimit - 1] ?? 0;
  return telling.filter(({ weight }) => weight >= least).slice(0, wantedLimit);
}

/**
 * A single letter at the end, beside other words. Half of all articles have a word that begins so, and the list would be
 * another one until the second letter comes: it is that letter, or nothing yet.
 */
function barelyBegun(clauses: readonly QueryNode[]): WordNode | undefined {
  const last = clauses.at(-1);
  if (last?.kind !== 'word' || !last.isOpen || last.field !== null) return undefined;
  const isLetter = /^[\p{L}\p{N}]$/u.test(last.text) && !isCjk(last.text);
  return isLetter && clauses.some((other) => other !== last && isPlain(other)) ? last : undefined;
}

/** Words and groups of words only: these are wanted, all else is required. */
function isPlain(node: QueryNode): boolean {
  if (node.kind === 'all' || node.kind === 'any') return node.of.every(isPlain);
  return isText(node) && node.kind !== 'phrase' && node.field === null;
}

function isText(node: QueryNode): node is TextNode {
  return !['filter', 'not', 'all', 'any'].includes(node.kind);
}

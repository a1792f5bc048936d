/**
 * What a query says, as a tree. Made by parse-query.ts, printed by print-query.ts; both agree that printing and parsing a
 * tree gives the same tree.
 *
 *     red worm        words, wanted          "code red"  "code red"~5      in this order; within five words
 *     -green          without                red or blue  (red or blue) worm
 *     pre*  *fix      beginnings, endings    recieve~                      spelt about so
 *     title:worm author:"The Desk" tag:(iis or linux) in:library is:unread has:note before:2001 words:>500
 */
import type { FilterName, TextField } from './fields.ts';

/** A stretch of the query as typed, in UTF-16 units. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

export interface WordNode extends Stretch {
  readonly kind: 'word';
  readonly text: string;
  /** Null for anywhere in the article. */
  readonly field: TextField | null;
  /** Still being typed: it ends where the query ends. */
  readonly isOpen: boolean;
}

export interface PhraseNode extends Stretch {
  readonly kind: 'phrase';
  readonly text: string;
  readonly field: TextField | null;
  /** How many other words may stand among its words, in any order; null for the words in a row. */
  readonly slack: number | null;
  readonly isOpen: boolean;
}

/** `*` stands for any letters, none included. */
export interface WildcardNode extends Stretch {
  readonly kind: 'wildcard';
  readonly pattern: string;
  readonly field: TextField | null;
}

export interface FuzzyNode extends Stretch {
  readonly kind: 'fuzzy';
  readonly text: string;
  readonly field: TextField | null;
}

/** A condition that adds nothing to the score. `value` is one that fields.ts takes. */
export interface FilterNode extends Stretch {
  readonly kind: 'filter';
  readonly name: FilterName;
  readonly value: string;
}

export interface NotNode extends Stretch {
  readonly kind: 'not';
  readonly of: QueryNode;
}

/** Two or more. */
interface AllNode extends Stretch {
  readonly kind: 'all';
  readonly of: readonly QueryNode[];
}

/** Two or more. */
interface AnyNode extends Stretch {
  readonly kind: 'any';
  readonly of: readonly QueryNode[];
}

export type GroupNode = AllNode | AnyNode;

export type TextNode = WordNode | PhraseNode | WildcardNode | FuzzyNode;
export type QueryNode = TextNode | FilterNode | NotNode | GroupNode;

/** What looked like syntax and is searched as text. */
export interface Problem {
  readonly text: string;
  /** A sentence without its full stop. */
  readonly message: string;
}

export interface Query {
  /** The clauses side by side, none twice. */
  readonly clauses: readonly QueryNode[];
  readonly problems: readonly Problem[];
}

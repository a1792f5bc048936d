/** What is looked for in a text, once the index has said which articles may hold it. */

/** One place in a row of words: a token fits by any of these. */
export interface WordTest {
  /** Folded forms as written. */
  readonly exact: ReadonlySet<string>;
  readonly stems: ReadonlySet<string>;
  /** Every form that begins so; null for none. */
  readonly beginning: string | null;
  /** Folded, with `*` for any letters; null for none. */
  readonly pattern: string | null;
}

/** A word, or words in a row, or words near one another. */
export interface Sought {
  /** Any of these rows; a row of one is a word. */
  readonly rows: readonly (readonly WordTest[])[];
  /** Null for the words of a row side by side in order; else how many other words may stand among them. */
  readonly slack: number | null;
}

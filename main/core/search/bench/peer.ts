/** The one shape in which the benches see a search engine. An adapter a file in peers/; each says what it cannot do. */

export interface BenchDocument {
  readonly id: string;
  /** Plain text by field. */
  readonly fields: Readonly<Record<string, string>>;
}

/** `prefix`: the word as typed so far. `fuzzy`: with one typing error. */
export interface BenchWord {
  readonly text: string;
  readonly as: 'word' | 'prefix' | 'fuzzy';
}

/** `any` ranks what has some of the words, `all` lists only what has each of them. */
export interface BenchQuery {
  readonly words: readonly BenchWord[];
  readonly mode: 'any' | 'all';
}

export interface PeerSetup {
  /** The peer's own folder, empty before `build`. */
  readonly directory: string;
  /** How much a word in each field weighs; its keys are the fields there are. */
  readonly weights: Readonly<Record<string, number>>;
}

/** Either `build` or `load` is called first, once. */
export interface Peer {
  build(documents: readonly BenchDocument[]): void | Promise<void>;
  /** Returns when the document can be found. */
  add(document: BenchDocument): void | Promise<void>;
  /** All that `load` needs, in the folder. */
  save(): void | Promise<void>;
  load(): void | Promise<void>;
  /** Ids, best first. */
  search(query: BenchQuery, limit: number): readonly string[];
  close(): void | Promise<void>;
}

type Ability = 'add' | 'fuzzy' | 'prefix' | 'all' | 'all-prefix';

export interface PeerKind {
  readonly name: string;
  /** Settings that matter, in a few words, for the note under the table. */
  readonly settings: string;
  /** The kinder of the two in `relevanceWeights`, tried on both development sets. */
  readonly weighing: 'even' | 'steep';
  /** Why not, in the words for the cell. */
  readonly cannot: Readonly<Partial<Record<Ability, string>>>;
  create(setup: PeerSetup): Peer;
}

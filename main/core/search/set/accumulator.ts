/** Scores of documents under way: dense arrays, made once and wiped by the list of what was touched. */
export class Accumulator {
  readonly scores: Float32Array;
  /** Not zero for what was found: a bit for each part of the query that found it. */
  readonly seen: Uint32Array;
  /** The first `count` are the documents found, in no order. */
  readonly list: Uint32Array;
  count = 0;

  constructor(capacity: number) {
    this.scores = new Float32Array(capacity);
    this.seen = new Uint32Array(capacity);
    this.list = new Uint32Array(capacity);
  }

  add(document: number, score: number, bit: number): void {
    const before = this.seen[document] ?? 0;
    if (before === 0) {
      this.list[this.count] = document;
      this.count += 1;
    }
    this.seen[document] = before | bit;
    this.scores[document] = (this.scores[document] ?? 0) + score;
  }

  has(document: number): boolean {
    return this.seen[document] !== 0;
  }

  /** Adds what another has found, its scores times `factor`. */
  addAll({ list, scores, count }: Accumulator, factor: number, bit: number): void {
    const isFirst = this.count === 0;
    if (isFirst) {
      this.list.set(list.subarray(0, count));
      this.count = count;
    }
    for (let index = 0; index < count; index += 1) {
      const document = list[index] ?? 0;
      const score = (scores[document] ?? 0) * factor;
      if (isFirst) {
        this.scores[document] = score;
        this.seen[document] = bit;
      } else this.add(document, score, bit);
    }
  }

  wipe(): void {
    // To clear all of a block is faster than to clear an eighth of it here and there.
    if (this.count > this.scores.length >> 3) {
      this.scores.fill(0);
      this.seen.fill(0);
      this.count = 0;
      return;
    }
    for (let index = 0; index < this.count; index += 1) {
      const document = this.list[index] ?? 0;
      this.scores[document] = 0;
      this.seen[document] = 0;
    }
    this.count = 0;
  }
}

/** Accumulators for one query at a time, borrowed and given back. */
export class AccumulatorPool {
  readonly #capacity: number;
  readonly #free: Accumulator[] = [];

  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  take(): Accumulator {
    return this.#free.pop() ?? new Accumulator(this.#capacity);
  }

  give(accumulator: Accumulator): void {
    accumulator.wipe();
    this.#free.push(accumulator);
  }
}

/**
 * What is wrong with a collection's sources, gathered: a publisher mends a folder once, not fault by fault. Problems stop
 * the build, warnings do not.
 */
export interface Problem {
  /** Relative to the collection's folder. */
  readonly file: string;
  readonly line: number;
  readonly column?: number;
  /** A sentence without its full stop: what is wrong. */
  readonly cause: string;
  /** A sentence with its full stop: what to do. */
  readonly remedy: string;
}

export interface Place {
  readonly line: number;
  readonly column?: number;
}

export class ProblemList {
  readonly #problems: Problem[] = [];
  readonly #warnings: Problem[] = [];

  problem(file: string, place: Place, cause: string, remedy: string): void {
    add(this.#problems, createProblem(file, place, cause, remedy));
  }

  warning(file: string, place: Place, cause: string, remedy: string): void {
    add(this.#warnings, createProblem(file, place, cause, remedy));
  }

  /** By file and line. */
  get problems(): Problem[] {
    return this.#problems.toSorted(byPlace);
  }

  get warnings(): Problem[] {
    return this.#warnings.toSorted(byPlace);
  }

  hasProblems(): boolean {
    return this.#problems.length > 0;
  }
}

/** Once is enough for a fault that is met twice, in a picture that two stories show. */
function add(list: Problem[], problem: Problem): void {
  if (!list.some((other) => formatProblem(other) === formatProblem(problem))) list.push(problem);
}

function createProblem(file: string, { line, column }: Place, cause: string, remedy: string): Problem {
  return column === undefined ? { file, line, cause, remedy } : { file, line, column, cause, remedy };
}

function byPlace(a: Problem, b: Problem): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || (a.column ?? 0) - (b.column ?? 0);
}

/** One line, as compilers print them: `stories/a.md:3:1: cause. remedy` */
export function formatProblem({ file, line, column, cause, remedy }: Problem): string {
  return `${file}:${line}${column === undefined ? '' : `:${column}`}: ${cause}. ${remedy}`;
}

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
  // By their line: once is enough for a fault that is met twice, in a picture that two stories show.
  readonly #problems = new Map<string, Problem>();
  readonly #warnings = new Map<string, Problem>();

  problem(file: string, place: Place, cause: string, remedy: string): void {
    this.add([createProblem(file, place, cause, remedy)], []);
  }

  warning(file: string, place: Place, cause: string, remedy: string): void {
    this.add([], [createProblem(file, place, cause, remedy)]);
  }

  /** What another list has gathered. */
  add(problems: readonly Problem[], warnings: readonly Problem[]): void {
    for (const problem of problems) this.#problems.set(formatProblem(problem), problem);
    for (const warning of warnings) this.#warnings.set(formatProblem(warning), warning);
  }

  /** By file and line. */
  get problems(): Problem[] {
    return [...this.#problems.values()].sort(byPlace);
  }

  get warnings(): Problem[] {
    return [...this.#warnings.values()].sort(byPlace);
  }

  get problemCount(): number {
    return this.#problems.size;
  }

  hasProblems(): boolean {
    return this.#problems.size > 0;
  }
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

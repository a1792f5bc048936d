/**
 * The shortest way from one sequence to another, after Myers (1986). Pure; what it takes is bounded: beyond the limit the
 * stretch that is left is said to be replaced as a whole, which is true and no more than unhelpful.
 */

export interface Edit {
  readonly kind: 'same' | 'deleted' | 'inserted';
  /** From and to, in the sequence before (`same`, `deleted`) or after (`inserted`). */
  readonly from: number;
  readonly to: number;
}

export interface Limits {
  readonly isOver: () => boolean;
  /** A stretch is said to be replaced because no way through it was found in time, or within the steps. */
  readonly gaveUp: () => void;
}

const noLimits: Limits = { isOver: () => false, gaveUp: () => undefined };

/** Steps from sequence to sequence that are looked for: memory grows with their square. */
const mostSteps = 2000;

/** Of the edits in order, `same` and `deleted` make the sequence before, `same` and `inserted` the one after. */
export function diffSequences(before: readonly string[], after: readonly string[], limits: Limits = noLimits): Edit[] {
  const shortest = Math.min(before.length, after.length);
  let start = 0;
  while (start < shortest && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < shortest - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  const old = before.slice(start, before.length - end);
  const fresh = after.slice(start, after.length - end);
  const edits: Edit[] = [];
  add(edits, 'same', 0, start);
  middle(edits, old, fresh, start, limits);
  add(edits, 'same', before.length - end, before.length);
  return edits;
}

function middle(
  edits: Edit[],
  old: readonly string[],
  fresh: readonly string[],
  start: number,
  { isOver, gaveUp }: Limits,
): void {
  const isPlain = old.length === 0 || fresh.length === 0;
  const trace = isPlain ? null : search(old, fresh, isOver);
  if (trace === null) {
    if (!isPlain) gaveUp();
    add(edits, 'deleted', start, start + old.length);
    add(edits, 'inserted', start, start + fresh.length);
    return;
  }
  for (const { kind, from } of walkBack(trace, old.length, fresh.length))
    add(edits, kind, start + from, start + from + 1);
}

/** For each number of steps how far one comes on each diagonal; null if that is more than is looked for. */
function search(old: readonly string[], fresh: readonly string[], isOver: () => boolean): Int32Array[] | null {
  const trace: Int32Array[] = [];
  let last = new Int32Array(3);
  for (let steps = 0; steps <= Math.min(mostSteps, old.length + fresh.length); steps += 1) {
    if (isOver()) return null;
    // Diagonals from -steps to steps, with one more on either side.
    const reach = new Int32Array(2 * steps + 3);
    trace.push(reach);
    for (let diagonal = -steps; diagonal <= steps; diagonal += 2) {
      let x = steps === 0 ? 0 : firstOn(last, steps - 1, diagonal);
      while (x < old.length && x - diagonal < fresh.length && old[x] === fresh[x - diagonal]) x += 1;
      reach[diagonal + steps + 1] = x;
      if (x >= old.length && x - diagonal >= fresh.length) return trace;
    }
    last = reach;
  }
  return null;
}

/** `steps` is how many led to `last`. */
function firstOn(last: Int32Array, steps: number, diagonal: number): number {
  return comesDown(last, steps, diagonal) ? at(last, steps, diagonal + 1) : at(last, steps, diagonal - 1) + 1;
}

function comesDown(last: Int32Array, steps: number, diagonal: number): boolean {
  if (diagonal === -steps - 1) return true;
  return diagonal !== steps + 1 && at(last, steps, diagonal - 1) < at(last, steps, diagonal + 1);
}

function at(reach: Int32Array, steps: number, diagonal: number): number {
  return reach[diagonal + steps + 1] ?? 0;
}

interface Step {
  readonly kind: Edit['kind'];
  readonly from: number;
}

function walkBack(trace: readonly Int32Array[], oldLength: number, freshLength: number): Step[] {
  const path: Step[] = [];
  let x = oldLength;
  let y = freshLength;
  for (let steps = trace.length - 1; steps >= 0; steps -= 1) {
    const last = trace[steps - 1];
    const isDown = last !== undefined && comesDown(last, steps - 1, x - y);
    const first = last === undefined ? 0 : firstOn(last, steps - 1, x - y);
    while (x > first) {
      x -= 1;
      y -= 1;
      path.push({ kind: 'same', from: x });
    }
    if (last === undefined) break;
    if (isDown) y -= 1;
    else x -= 1;
    path.push(isDown ? { kind: 'inserted', from: y } : { kind: 'deleted', from: x });
  }
  return path.reverse();
}

function add(edits: Edit[], kind: Edit['kind'], from: number, to: number): void {
  if (from === to) return;
  const last = edits.at(-1);
  if (last?.kind === kind && last.to === from) edits[edits.length - 1] = { kind, from: last.from, to };
  else edits.push({ kind, from, to });
}

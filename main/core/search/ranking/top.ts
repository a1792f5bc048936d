/**
 * The best `limit` of the numbers below `count`, best first, without sorting the rest. `compare` is that of a sort; where it
 * looks at `points` first, what has fewer than the worst of the best is passed over without asking it.
 */
export function topOf(
  count: number,
  limit: number,
  compare: (a: number, b: number) => number,
  points?: Float64Array,
): number[] {
  // A heap with the worst of the best at its root.
  const heap: number[] = [];
  const isWorse = (a: number | undefined, b: number | undefined): boolean =>
    a !== undefined && b !== undefined && compare(a, b) > 0;
  const swap = (a: number, b: number): void => {
    [heap[a], heap[b]] = [heap[b] ?? 0, heap[a] ?? 0];
  };
  const sink = (from: number): void => {
    for (let at = from; ;) {
      const left = 2 * at + 1;
      let worst = at;
      if (isWorse(heap[left], heap[worst])) worst = left;
      if (isWorse(heap[left + 1], heap[worst])) worst = left + 1;
      if (worst === at) return;
      swap(at, worst);
      at = worst;
    }
  };

  let least = Number.NEGATIVE_INFINITY;
  for (let number = 0; number < count; number += 1) {
    if (points !== undefined && (points[number] ?? 0) < least) continue;
    if (heap.length < limit) {
      heap.push(number);
      for (let at = heap.length - 1; at > 0 && isWorse(heap[at], heap[(at - 1) >> 1]); at = (at - 1) >> 1) {
        swap(at, (at - 1) >> 1);
      }
    } else if (isWorse(heap[0], number)) {
      heap[0] = number;
      sink(0);
    }
    if (heap.length === limit) least = points?.[heap[0] ?? 0] ?? least;
  }
  return heap.sort(compare);
}

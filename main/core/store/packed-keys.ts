/** Keys of rows as a short text, since a selection is mostly runs of neighbours: `1-500,503`. The order is lost. */

export function packKeys(keys: Iterable<number>): string {
  const sorted = Int32Array.from(keys).sort();
  const runs: string[] = [];
  let from = 0;
  for (let at = 0; at < sorted.length; at += 1) {
    const key = sorted[at] ?? 0;
    if (sorted[at + 1] === key + 1) continue;
    const first = sorted[from] ?? 0;
    runs.push(first === key ? `${first}` : `${first}-${key}`);
    from = at + 1;
  }
  return runs.join(',');
}

export function unpackKeys(text: string): number[] {
  if (text === '') return [];
  return text.split(',').flatMap((run) => {
    const [first = 0, last = first] = run.split('-').map(Number);
    return Array.from({ length: last - first + 1 }, (_, at) => first + at);
  });
}

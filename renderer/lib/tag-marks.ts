/** Which tags a selection has: all of its articles, some, or none. Pure. */
export type TagMark = 'all' | 'some' | 'none';

/** From the tags of each article. */
export function markTags(articles: readonly (readonly string[])[]): ReadonlyMap<string, TagMark> {
  const counts = new Map<string, number>();
  for (const tags of articles) for (const name of new Set(tags)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return new Map([...counts].map(([name, number]) => [name, number === articles.length ? 'all' : 'some']));
}

/** From the tags of a whole view with their counts. */
export function markCounted(
  tags: readonly { name: string; count: number }[],
  total: number,
): ReadonlyMap<string, TagMark> {
  return new Map(tags.map(({ name, count }) => [name, count >= total ? 'all' : 'some']));
}

export interface TagChange {
  readonly add: readonly string[];
  readonly remove: readonly string[];
}

/** What must be done to get from how it was to how the reader wants it. `some` is left as it is. */
export function tagChange(before: ReadonlyMap<string, TagMark>, after: ReadonlyMap<string, TagMark>): TagChange {
  const add: string[] = [];
  const remove: string[] = [];
  for (const [name, mark] of after) {
    const was = before.get(name) ?? 'none';
    if (mark === 'all' && was !== 'all') add.push(name);
    if (mark === 'none' && was !== 'none') remove.push(name);
  }
  return { add, remove };
}

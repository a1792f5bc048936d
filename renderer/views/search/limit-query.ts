/** What search takes of what was typed or pasted. Pure. */

/** The contract's limit for a query, in UTF-16 units. */
export const queryLimit = 1000;

const grouped = new Intl.NumberFormat('en-GB');

/** The beginning of `text` that search takes, cut between words where one is near; the text itself if it is short. */
export function limitQuery(text: string): string {
  const line = text.replace(/[\r\n\t]+/g, ' ');
  if (line.length <= queryLimit) return line;
  const cut = line.slice(0, queryLimit);
  const space = cut.lastIndexOf(' ');
  if (space > queryLimit / 2) return cut.slice(0, space);
  // Never half of a pair of surrogates.
  return /[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut;
}

/** Null if nothing was left out. */
export function limitMessage(text: string): string | null {
  if (text.length <= queryLimit) return null;
  return `These are ${grouped.format(text.length)} characters. Search takes ${grouped.format(queryLimit)}, so only the beginning is searched for.`;
}

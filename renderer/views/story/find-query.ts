/** What is asked of the search for words typed into a story's own field: never syntax, always what stands there. Pure. */

/**
 * To be tried in this order until one finds something: the words as they follow each other, then each by itself. A phrase
 * stays open, since its last word is still being typed.
 */
export function findQueries(typed: string): readonly string[] {
  const words = typed
    .replaceAll(/["“”„\0]/g, ' ')
    .split(/\s+/)
    .filter((word) => word !== '');
  const [first] = words;
  if (first === undefined) return [];
  if (words.length === 1) return [literal(first)];
  return [`"${words.join(' ')}`, words.map(literal).join(' ')];
}

/** A plain word stays open at its end, so that it is found while it is being typed; whatever could be syntax is quoted. */
function literal(word: string): string {
  const isPlain = /^[\p{L}\p{N}][\p{L}\p{N}\p{M}’']*$/u.test(word) && !/^(or|and|not|near)$/i.test(word);
  return isPlain ? word : `"${word}"`;
}

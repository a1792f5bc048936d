/** What one could search for instead when nothing was found: the query with one part less. Pure. */

export interface Relaxation {
  /** The part that is left out, or taken out of its quotation marks. */
  readonly part: string;
  readonly kind: 'dropped' | 'unquoted';
  readonly query: string;
}

const most = 6;
const partPattern = /[-−]?(?:[a-z]+:)?["“„][^"”“]*["”“]?|\S+/giu;

/** Queries worth trying, in the order of their parts; none for a query of a single word. */
export function relaxations(query: string): readonly Relaxation[] {
  const parts: readonly string[] = query.match(partPattern) ?? [];
  const found: Relaxation[] = [];
  parts.forEach((part, index) => {
    const others = parts.filter((_, other) => other !== index);
    if (/["“„]/.test(part) && !/^[-−]/.test(part)) {
      const words = part.replaceAll(/["“„”]/g, '');
      if (/\s/.test(words)) found.push({ part, kind: 'unquoted', query: parts.with(index, words).join(' ') });
    }
    if (others.some((other) => !/^[-−]/.test(other))) found.push({ part, kind: 'dropped', query: others.join(' ') });
  });
  return found.slice(0, most);
}

/** What one could search for instead when nothing was found: the query with one part less. Pure. */
import { withoutStretch, type QueryPart } from './clauses.ts';

export interface Relaxation {
  /** The part that is left out, or taken out of its quotation marks. */
  readonly part: string;
  /** A filter is left out, words are dropped, a phrase is taken out of its quotation marks. */
  readonly kind: 'dropped' | 'unfiltered' | 'unquoted';
  readonly query: string;
}

const most = 6;
const partPattern = /[-−]?(?:[a-z]+:)?["“„][^"”“]*["”“]?|\S+/giu;

/**
 * Queries worth trying: without all that no story has, where that is several parts, or else without one part each,
 * filters first; and phrases as words. None for a single word.
 */
export function relaxations(
  query: string,
  unknown: readonly string[] = [],
  understood: readonly QueryPart[] = [],
): readonly Relaxation[] {
  const parts: readonly string[] = query.match(partPattern) ?? [];
  const found: Relaxation[] = [];
  const known = parts.filter((part) => !unknown.includes(wordsOf(part)));
  const dropsUnknown = known.length < parts.length - 1 && known.some(isWanted);
  if (dropsUnknown) {
    found.push({ part: unknown.join(', '), kind: 'dropped', query: known.join(' ') });
  }
  for (const part of understood.filter(isFilter)) {
    const without = withoutStretch(query, part.from, part.to);
    if (without !== '') found.push({ part: part.label, kind: 'unfiltered', query: without });
  }
  parts.forEach((part, index) => {
    const others = parts.filter((_, other) => other !== index);
    if (/["“„]/.test(part) && isWanted(part)) {
      const words = part.replaceAll(/["“„”]/g, '');
      if (/\s/.test(words)) found.push({ part, kind: 'unquoted', query: parts.with(index, words).join(' ') });
    }
    const isOffered = found.some((other) => other.query === others.join(' '));
    if (!dropsUnknown && !isOffered && !/^or$/i.test(part) && others.some(isWanted)) {
      found.push({ part, kind: 'dropped', query: others.join(' ').replace(/^or |(^| )or$/gi, '') });
    }
  });
  return found.slice(0, most);
}

/** What narrows without being searched for in the text. */
function isFilter({ kind, field }: QueryPart): boolean {
  return kind === 'field' && field !== 'title';
}

function isWanted(part: string): boolean {
  return !/^[-−]/.test(part);
}

/** A part without sign, field and quotation marks. */
function wordsOf(part: string): string {
  return part.replace(/^[-−]?(?:[a-z]+:)?/i, '').replaceAll(/["“„”]/g, '');
}

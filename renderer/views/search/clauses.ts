/** Puts clauses into a query and takes them out. The text of the query is the one truth: filters only edit it. Pure. */
import type { UnderstoodQuery } from '../../../main/contract/search-entities.ts';

export type QueryPart = UnderstoodQuery['parts'][number];

/** The query with the clause at its end, or as it was if the clause stands in it already. */
export function withClause(query: string, clause: string): string {
  const trimmed = query.trim();
  if (findClause(trimmed, clause) !== null) return trimmed;
  return trimmed === '' ? clause : `${trimmed} ${clause}`;
}

/** Where a clause stands in the query as it was understood, however it is spelt there; null if it does not. */
export function partOfClause(parts: readonly QueryPart[], clause: string): QueryPart | null {
  const wanted = plain(clause);
  return parts.find(({ field, value }) => field !== null && plain(`${field}:${value}`) === wanted) ?? null;
}

function plain(clause: string): string {
  return clause.replaceAll('"', '').toLowerCase();
}

/** The query without the clause wherever it stands as a whole. */
export function withoutClause(query: string, clause: string): string {
  let left = query;
  for (let at = findClause(left, clause); at !== null; at = findClause(left, clause)) {
    left = withoutStretch(left, at, at + clause.length);
  }
  return left;
}

/** The query without what stands from `from` to `to`, and without the space and the "or" that this leaves over. */
export function withoutStretch(query: string, from: number, to: number): string {
  const before = query.slice(0, from).trimEnd();
  const after = query.slice(to).trimStart();
  const isFirst = before === '' || before.endsWith('(');
  const isLast = after === '' || after.startsWith(')');
  const head = isLast || /^or\b/i.test(after) ? before.replace(/(^|\s)or$/i, '').trimEnd() : before;
  const tail = isFirst ? after.replace(/^or(\s|$)/i, '').trimStart() : after;
  // "a or X or b" keeps the one "or" that joins what is left.
  const joined = /^or\b/i.test(tail) && head === '' ? tail.replace(/^or\s*/i, '') : tail;
  return [head, joined]
    .filter((part) => part !== '')
    .join(' ')
    .replace(/\(\s*\)/g, '')
    .trim();
}

/** Where a clause stands by itself, not as a part of a longer word; null if nowhere. */
function findClause(query: string, clause: string): number | null {
  if (clause === '') return null;
  for (let at = query.indexOf(clause); at !== -1; at = query.indexOf(clause, at + 1)) {
    if (isBorder(query.charAt(at - 1)) && isBorder(query.charAt(at + clause.length))) return at;
  }
  return null;
}

function isBorder(sign: string): boolean {
  return sign === '' || /[\s()]/.test(sign);
}

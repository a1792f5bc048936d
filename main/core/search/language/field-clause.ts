/** The clause that finds a value of a field: `tag:iis`, `author:"The Desk"`. */
import type { TextField } from './fields.ts';
import { parseQuery } from './parse-query.ts';
import { printQuery } from './print-query.ts';

export function fieldClause(field: TextField, value: string): string {
  const isName = field === 'author' || field === 'section';
  const plain = `${field}:${value}`;
  if (!isName && parsesAs(plain, 'word')) return plain;
  const quoted = `${field}:"${value.replace(/["“”„‟«»＂「」『』\s\p{Cc}]+/gu, ' ').trim()}"`;
  return parsesAs(quoted, 'phrase') ? printQuery(parseQuery(quoted).clauses) : plain;
}

function parsesAs(text: string, kind: 'word' | 'phrase'): boolean {
  const { clauses } = parseQuery(text);
  return clauses.length === 1 && clauses[0]?.kind === kind && printQuery(clauses) === text;
}

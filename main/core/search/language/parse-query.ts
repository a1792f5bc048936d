/**
 * The query language, from what was typed to a tree. Never throws, whatever is typed: what is no syntax is text, and what
 * looked like syntax is said to be none (`problems`). Side by side means all of them; `or` binds its two neighbours only.
 */
import { fieldNamed, filterValue, isTextField, isUnfinishedValue, refusal, type FieldName } from './fields.ts';
import { printNode } from './print-query.ts';
import type { Problem, Query, QueryNode, TextNode } from './syntax.ts';
import { tokenise, type QueryToken } from './tokens.ts';

/** The index leaves out what was thrown away. */
const trashUnsearched = '“in:trash” finds nothing, since what lies in the trash is not searched; restore it first';

const hasText = /[\p{L}\p{N}]/u;

export function parseQuery(query: string): Query {
  const problems: Problem[] = [];
  const parser = createParser(tokenise(query), query, problems);
  const found = parser();
  const clauses = found?.kind === 'all' ? found.of : found === null ? [] : [found];
  return { clauses, problems: distinct(problems, ({ message }) => message) };
}

function createParser(tokens: readonly QueryToken[], query: string, problems: Problem[]): () => QueryNode | null {
  let at = 0;
  const peek = (offset = 0): QueryToken | undefined => tokens[at + offset];

  /** Up to the end, or to the parenthesis that closes. */
  function side(field: FieldName | null): QueryNode | null {
    const found: QueryNode[] = [];
    for (let next = peek(); next !== undefined && next.kind !== 'close'; next = peek()) {
      const clause = either(field);
      if (clause !== null) found.push(clause);
    }
    return group('all', found);
  }

  function either(field: FieldName | null): QueryNode | null {
    const first = clause(field);
    if (first === null) return null;
    const found = [first];
    while (peek()?.kind === 'or' && startsOperand(peek(1))) {
      at += 1;
      const next = clause(field);
      if (next !== null) found.push(next);
    }
    return group('any', found);
  }

  function clause(field: FieldName | null): QueryNode | null {
    const token = peek();
    if (token === undefined) return null;
    at += 1;
    switch (token.kind) {
      case 'not':
        return excluded(token, startsOperand(peek()) ? clause(field) : null);
      case 'open': {
        const inner = side(field);
        const close = peek();
        if (close?.kind === 'close') at += 1;
        return inner === null ? null : { ...inner, from: token.from, to: close?.to ?? inner.to };
      }
      case 'field':
        return fielded(token);
      case 'phrase':
        return phrase(token, field);
      case 'word':
        return word(token, field);
      case 'or':
        // An `or` that joins nothing is the word; as a sign it is nothing.
        return hasText.test(token.text) ? word(token, field) : null;
      case 'close':
        return null;
    }
  }

  /** `sort -c` was copied from somewhere: without a single letter nobody searches. */
  function excluded(sign: QueryToken, of: QueryNode | null): QueryNode | null {
    if (of?.kind !== 'word' || of.field !== null || !/^[\p{L}\p{N}]$/u.test(of.text)) return negated(sign, of);
    problems.push({ text: `-${of.text}`, message: `“-${of.text}” excludes nothing, since it is a single letter` });
    return { ...of, from: sign.from };
  }

  /** Of several fields in a row the last counts; a sign between two is lost. */
  function fielded(first: QueryToken): QueryNode | null {
    let token = first;
    let end = first.to;
    let value = peek();
    for (; value?.from === end && (value.kind === 'field' || isLostSign(value)); value = peek()) {
      if (value.kind === 'field') token = value;
      end = value.to;
      at += 1;
    }
    const follows = value?.from === end && ['word', 'or', 'phrase', 'open', 'not'].includes(value.kind);
    if (!follows) return null; // the end of the query, or nothing: it waits for its value
    const inner = clause(token.field);
    return inner === null ? null : { ...inner, from: first.from };
  }

  function isLostSign({ kind, to }: QueryToken): boolean {
    const next = peek(1);
    return kind === 'not' && next?.kind === 'field' && next.from === to;
  }

  function phrase(token: QueryToken, field: FieldName | null): QueryNode | null {
    const text = token.text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
    if (!hasText.test(text)) return null;
    if (field !== null && !isTextField(field)) return filter(token, text, field);
    const { from, to, slack } = token;
    return { kind: 'phrase', text, field, slack, isOpen: !token.isClosed, from, to };
  }

  function word(token: QueryToken, field: FieldName | null): QueryNode | null {
    const { from, to } = token;
    if (field !== null && !isTextField(field)) return filter(token, token.text, field);
    const isOpen = to === query.length;
    const unknown = /^(\p{L}{2,12}):(?=[^\s:/\\\p{N}])/u.exec(token.text)?.[1];
    if (field === null && unknown !== undefined && fieldNamed(unknown) === null) {
      problems.push({ text: token.text, message: `“${unknown}:” is no field, so “${token.text}” is searched as text` });
    }
    return textNode(token.text, { from, to, field, isOpen });
  }

  function filter(token: QueryToken, typed: string, name: Exclude<FieldName, TextNode['field']>): QueryNode | null {
    const value = filterValue(name, typed);
    const { from, to } = token;
    if (value === 'trash') problems.push({ text: 'in:trash', message: trashUnsearched });
    if (value !== null) return { kind: 'filter', name, value, from, to };
    if (to === query.length && isUnfinishedValue(name, typed)) return null;
    problems.push({ text: `${name}:${typed}`, message: `${refusal(name, typed)}, so it is searched as text` });
    const text = `${name}:${typed}`;
    if (token.kind === 'phrase') return { kind: 'phrase', text, field: null, slack: null, isOpen: false, from, to };
    return textNode(text, { from, to, field: null, isOpen: false });
  }

  return () => side(null);
}

function startsOperand(token: QueryToken | undefined): boolean {
  return token !== undefined && token.kind !== 'close' && token.kind !== 'or';
}

/** A word, or what the signs in it make of it; null for one without a letter or a figure. */
function textNode(typed: string, { from, to, field, isOpen }: WordPlace): TextNode | null {
  const text = bare(typed);
  if (!hasText.test(text)) return null;
  const about = bare(/^([^*~]+)~[0-9]?$/u.exec(text)?.[1] ?? '');
  if (hasText.test(about)) return { kind: 'fuzzy', text: about, field, from, to };
  if (text.includes('*')) return { kind: 'wildcard', pattern: text.replace(/\*+/g, '*'), field, from, to };
  return { kind: 'word', text, field, isOpen, from, to };
}

const leading = /^[-\\|+,;:!?=<>~^/)[\]{}−–—：]+/u;
const trailing = /[|,;:!?\\：({[]+$/u;

/** Without the signs around it. */
function bare(typed: string): string {
  const trimmed = typed.replace(leading, '').replace(trailing, '');
  const text = trimmed.startsWith('(') ? trimmed.replace(/[()]/g, '') : trimmed;
  return text === typed ? text : bare(text);
}

interface WordPlace {
  readonly from: number;
  readonly to: number;
  readonly field: TextNode['field'];
  readonly isOpen: boolean;
}

function negated(token: QueryToken, of: QueryNode | null): QueryNode | null {
  if (of === null) return null;
  if (of.kind === 'not') return { ...of.of, from: token.from };
  return { kind: 'not', of, from: token.from, to: of.to };
}

/** Groups in groups of their kind are one; what is said twice counts once. */
function group(kind: 'all' | 'any', found: readonly QueryNode[]): QueryNode | null {
  const [only] = found;
  if (only === undefined || found.length === 1) return only ?? null;
  const of = distinct(
    found.flatMap((node) => (node.kind === kind ? node.of : [node])),
    printNode,
  );
  const [first] = of;
  if (first === undefined) return null;
  return of.length === 1 ? first : { kind, of, from: first.from, to: of.at(-1)?.to ?? first.to };
}

function distinct<Value>(values: readonly Value[], keyOf: (value: Value) => string): Value[] {
  const seen = new Map(values.toReversed().map((value) => [keyOf(value).toLowerCase(), value]));
  return values.filter((value) => seen.get(keyOf(value).toLowerCase()) === value);
}

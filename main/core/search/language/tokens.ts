/**
 * Cuts a query into its signs and words. Every character goes somewhere, nothing is refused: what opens nothing, closes
 * nothing or joins nothing is left out here or is part of a word.
 */
import { fieldNamed, type FieldName } from './fields.ts';

export type TokenKind = 'open' | 'close' | 'not' | 'or' | 'field' | 'word' | 'phrase';

export interface QueryToken {
  readonly kind: TokenKind;
  readonly from: number;
  readonly to: number;
  /** Of a word as typed, of a phrase what is between the quotation marks, of `or` what stands for it. */
  readonly text: string;
  readonly field: FieldName | null;
  /** Of a phrase: the closing mark is there. */
  readonly isClosed: boolean;
  /** Of a phrase: the number after `~`, or null. */
  readonly slack: number | null;
}

/** Quotation marks as keyboards, phones and word processors make them; any of them closes what any of them opened. */
const quotes = '"“”„‟«»＂「」『』';
/** Control characters part words, as spaces do. */
const space = String.raw`\s\p{Cc}`;
const minus = String.raw`\-−–—`;

const spaces = new RegExp(`[${space}]+`, 'uy');
const phrase = new RegExp(`[${quotes}]([^${quotes}]*)([${quotes}]?)(?:~(\\d{0,3}))?`, 'uy');
const word = new RegExp(`[^${space}${quotes}]+`, 'uy');
const hasText = /[\p{L}\p{N}]/u;
const fieldName = new RegExp(`(\\p{L}{2,12})[:：](?=[^${space}:：/]|$)`, 'uy');
const sign = new RegExp(`[${minus}]+(?=[^${space}]|$)`, 'uy');

/** A phrase with `~` and no number: its words within so many others. */
const usualSlack = 10;
const mostSlack = 100;
/** Parentheses within more than so many others are left out. */
const deepest = 20;

export function tokenise(query: string): QueryToken[] {
  const tokens: QueryToken[] = [];
  let at = 0;
  let depth = 0;

  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    return pattern.exec(query);
  };
  const push = (kind: TokenKind, length: number, more: Partial<QueryToken> = {}): void => {
    const from = at;
    at += length;
    tokens.push({ kind, from, to: at, text: '', field: null, isClosed: true, slack: null, ...more });
  };

  while (at < query.length) {
    const blank = take(spaces);
    if (blank !== null) {
      at += blank[0].length;
      continue;
    }
    const next = query.charAt(at);
    if (next === '(' && depth < deepest) {
      depth += 1;
      push('open', 1);
      continue;
    }
    if (next === ')' && depth > 0) {
      depth -= 1;
      push('close', 1);
      continue;
    }
    if (next === '(' || next === ')') {
      at += 1;
      continue;
    }
    const negation = startsClause(query, at, tokens) ? take(sign) : null;
    if (negation !== null) {
      push('not', negation[0].length);
      continue;
    }
    const quoted = take(phrase);
    if (quoted !== null) {
      const [found, text = '', close = '', slack] = quoted;
      // Quotation marks around nothing are no phrase, and a number behind them is a word.
      const whole = hasText.test(text) ? found : found.slice(0, text.length + 1 + close.length);
      push('phrase', whole.length, {
        text,
        isClosed: close !== '',
        slack: slackOf(close === '' || whole !== found ? undefined : slack),
      });
      continue;
    }
    const named = take(fieldName);
    const field = named === null ? null : fieldNamed(named[1] ?? '');
    if (named !== null && field !== null) {
      push('field', named[0].length, { text: named[0], field });
      continue;
    }
    const typed = take(word)?.[0] ?? next;
    const text = typed.slice(0, wordEnd(typed));
    push(/^(?:or|\|{1,2})$/iu.test(text) ? 'or' : 'word', text.length, { text });
  }
  return tokens;
}

/** A minus inside a word is part of it. */
function startsClause(query: string, at: number, tokens: readonly QueryToken[]): boolean {
  const last = tokens.at(-1);
  return last?.to !== at || last.kind === 'open' || last.kind === 'field' || query.charAt(at - 1) === '|';
}

/** `printf(3)` keeps its parentheses; a word ends before one that it does not close, or did not open. */
function wordEnd(typed: string): number {
  const opened: number[] = [];
  for (let at = 0; at < typed.length; at += 1) {
    const sign = typed.charAt(at);
    if (sign === '(') opened.push(at);
    else if (sign === ')' && opened.pop() === undefined) return at;
  }
  return opened[0] ?? typed.length;
}

function slackOf(typed: string | undefined): number | null {
  if (typed === undefined) return null;
  return typed === '' ? usualSlack : Math.min(Number(typed), mostSlack);
}

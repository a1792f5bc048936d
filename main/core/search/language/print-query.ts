/** A tree as a query again. Parsing what is printed gives the same tree. */
import { fieldNamed } from './fields.ts';
import type { QueryNode, TextNode } from './syntax.ts';

export function printQuery(clauses: readonly QueryNode[]): string {
  return clauses.map((clause) => printIn('all', clause)).join(' ');
}

/** A clause that may stand beside others. */
export function printNode(node: QueryNode): string {
  return printIn('all', node);
}

function printIn(around: 'all' | 'any' | 'not', node: QueryNode): string {
  switch (node.kind) {
    case 'not':
      return `-${printIn('not', node.of)}`;
    case 'any':
      return parenthesised(node.of.map((one) => printIn('any', one)).join(' or '), around !== 'all');
    case 'all':
      return parenthesised(node.of.map((one) => printIn('all', one)).join(' '), true);
    case 'filter':
      return `${node.name}:${node.value}`;
    default:
      return `${node.field === null ? '' : `${node.field}:`}${printText(node)}`;
  }
}

function printText(node: TextNode): string {
  switch (node.kind) {
    case 'word':
      return escaped(node.text);
    case 'wildcard':
      return escaped(node.pattern);
    case 'fuzzy':
      return `${escaped(node.text)}~`;
    case 'phrase':
      return `"${node.text}"${node.slack === null ? '' : `~${node.slack}`}`;
  }
}

/** A word that would be read as a sign or a field; a backslash makes it a word. */
function looksLikeSyntax(text: string): boolean {
  const name = /^(\p{L}{2,12})[:：]/u.exec(text)?.[1];
  return /^or$/i.test(text) || (name !== undefined && fieldNamed(name) !== null);
}

function escaped(text: string): string {
  return looksLikeSyntax(text) ? `\\${text}` : text;
}

function parenthesised(text: string, needed: boolean): string {
  return needed ? `(${text})` : text;
}

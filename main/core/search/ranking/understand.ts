/** How a query was read, for the page: what to mark, what to offer for repair. */
import type { UnderstoodQuery } from '../../../contract/search-entities.ts';
import { printNode } from '../language/print-query.ts';
import { labelOf, sentenceOf } from '../language/sentence.ts';
import type { Query, QueryNode, TextNode } from '../language/syntax.ts';
import type { Plan } from './plan.ts';

/**
 * `dropped` are words known but met by no hit together with the others; `looked` is in how many of the best articles phrases
 * were looked for, if not in all.
 */
export function understand(
  { clauses, problems }: Query,
  plan: Plan,
  dropped: readonly string[],
  looked: number | null,
): UnderstoodQuery {
  const texts = clauses.flatMap(textsOf);
  const { unknown, corrections, isHopeless } = plan;
  return {
    text: sentenceOf({ clauses, unknown, corrections, isHopeless }),
    words: texts.filter(({ kind }) => kind !== 'phrase').map(wording),
    phrases: texts.filter(({ kind }) => kind === 'phrase').map(wording),
    excluded: clauses.flatMap((clause) => (clause.kind === 'not' ? [printNode(clause.of)] : [])),
    unknown: unknown.map(wording),
    dropped: [...dropped],
    corrections: corrections.map(({ node, to }) => ({ from: wording(node), to: [...to] })),
    problems: [...problems, ...(looked === null ? [] : [cutShort(clauses, looked)])],
    parts: clauses.map(partOf),
  };
}

/** Said where a total would not be true without it. */
function cutShort(clauses: readonly QueryNode[], looked: number): UnderstoodQuery['problems'][number] {
  const text = clauses.flatMap(textsOf).find(({ kind }) => kind === 'phrase');
  const count = looked.toLocaleString('en-GB');
  return {
    text: text === undefined ? '' : printNode(text),
    message: `“${text === undefined ? '' : wording(text)}” was looked for in the ${count} best articles only: its words stand nearly everywhere`,
  };
}

/** What is wanted, without what is excluded. */
function textsOf(node: QueryNode): TextNode[] {
  switch (node.kind) {
    case 'filter':
    case 'not':
      return [];
    case 'all':
    case 'any':
      return node.of.flatMap(textsOf);
    default:
      return [node];
  }
}

function wording(node: TextNode): string {
  return node.kind === 'wildcard' ? node.pattern : node.text;
}

function partOf(node: QueryNode): UnderstoodQuery['parts'][number] {
  const { from, to } = node;
  const part = { from, to, label: labelOf(node), field: null };
  switch (node.kind) {
    case 'filter':
      return { ...part, kind: 'field', field: node.name, value: node.value };
    case 'not':
      return { ...part, kind: 'exclusion', value: printNode(node.of) };
    case 'all':
    case 'any':
      return { ...part, kind: 'either', value: printNode(node) };
    default:
      if (node.field !== null) return { ...part, kind: 'field', field: node.field, value: wording(node) };
      return { ...part, kind: node.kind === 'phrase' ? 'phrase' : 'word', value: wording(node) };
  }
}

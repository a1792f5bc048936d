/** `Term` on a line and `: definition` on the next become a definition list. */
import type { Paragraph, PhrasingContent, Root } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import { paragraphAs, wrapped } from './nodes.ts';
import { problemAt, type StoryContext } from './story-context.ts';

export function makeDefinitionLists(tree: Root, context: StoryContext): void {
  visit(tree, 'paragraph', (paragraph, index, parent) => {
    if (parent === undefined || index === undefined) return undefined;
    const lines = linesOf(paragraph);
    if (!lines.some(isDefinition)) return undefined;
    if (lines[0] === undefined || isDefinition(lines[0])) {
      problemAt(context, paragraph, 'A definition has no term', 'Write the term on the line directly above it.');
      return undefined;
    }
    const before = parent.children[index - 1];
    const items = itemsOf(lines);
    if (before?.type === 'wrapped' && before.data.hName === 'dl') {
      before.children.push(...items);
      parent.children.splice(index, 1);
      return [SKIP, index];
    }
    parent.children.splice(index, 1, wrapped('dl', {}, items));
    return [SKIP, index + 1];
  });
}

/** A line before a definition is a term; any other goes on with the line above. */
function itemsOf(lines: readonly PhrasingContent[][]): Paragraph[] {
  const items: Paragraph[] = [];
  lines.forEach((line, index) => {
    const next = lines[index + 1];
    if (isDefinition(line)) items.push(paragraphAs('dd', {}, withoutColon(line)));
    else if (index === 0 || (next !== undefined && isDefinition(next))) items.push(paragraphAs('dt', {}, line));
    else items.at(-1)?.children.push({ type: 'text', value: '\n' }, ...line);
  });
  return items;
}

function linesOf(paragraph: Paragraph): PhrasingContent[][] {
  const lines: PhrasingContent[][] = [[]];
  for (const child of paragraph.children) {
    if (child.type !== 'text') {
      lines.at(-1)?.push(child);
      continue;
    }
    child.value.split('\n').forEach((value, index) => {
      if (index > 0) lines.push([]);
      if (value !== '') lines.at(-1)?.push({ type: 'text', value });
    });
  }
  return lines.filter((line) => line.length > 0);
}

function isDefinition([first]: readonly PhrasingContent[]): boolean {
  return first?.type === 'text' && /^:\s/.test(first.value);
}

function withoutColon([first, ...rest]: readonly PhrasingContent[]): PhrasingContent[] {
  return first?.type === 'text' ? [{ type: 'text', value: first.value.replace(/^:\s+/, '') }, ...rest] : rest;
}

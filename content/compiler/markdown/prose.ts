/** What the format says of plain prose: no raw HTML, sub-heads below the title. */
import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { problemAt, type StoryContext } from './story-context.ts';

export function checkProse(tree: Root, context: StoryContext): void {
  visit(tree, (node) => {
    if (node.type === 'html' && !/^<!--[^]*-->$/.test(node.value.trim())) {
      problemAt(
        context,
        node,
        `Raw HTML stands in the text: ${node.value.split('\n')[0]?.slice(0, 40) ?? ''}`,
        'Write it as Markdown; a < in prose is written \\<.',
      );
    }
    if (node.type === 'heading' && node.depth === 1) {
      problemAt(context, node, 'A sub-head is marked with one #, which is the title', 'Begin it with ##.');
    }
  });
}

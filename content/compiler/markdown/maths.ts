/** Formulas become MathML, which the reader shows without a library. */
import type { Element } from 'hast';
import type { Root } from 'mdast';
import { fromHtml } from 'hast-util-from-html';
import temml from 'temml';
import { SKIP, visit } from 'unist-util-visit';
import { rendered } from './nodes.ts';
import { problemAt, type StoryContext } from './story-context.ts';

export function renderMaths(tree: Root, context: StoryContext): void {
  visit(tree, (node, index, parent) => {
    if ((node.type !== 'math' && node.type !== 'inlineMath') || parent === undefined || index === undefined)
      return undefined;
    const isDisplay = node.type === 'math';
    try {
      const formula = mathml(node.value, isDisplay);
      parent.children.splice(index, 1, rendered(isDisplay ? display(formula) : formula));
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      const cause = error.message.replace(/ at (?:end of input|position).*/s, '').trim();
      problemAt(
        context,
        node,
        `The formula "${node.value}" cannot be set (${cause})`,
        'Correct its TeX; a dollar sign in prose is written \\$.',
      );
    }
    return [SKIP, index + 1];
  });
}

function mathml(tex: string, displayMode: boolean): Element {
  const markup = temml.renderToString(tex, { displayMode, throwOnError: true, strict: false, trust: false });
  const [formula] = fromHtml(markup, { fragment: true }).children;
  if (formula?.type !== 'element') throw new TypeError('temml gave no element');
  return formula;
}

function display(formula: Element): Element {
  return { type: 'element', tagName: 'div', properties: { className: ['math'] }, children: [formula] };
}

/**
 * `:::pull`, `:lang[…]{tag=…}` and `:::lang{tag=…}`. Whatever else looks like a directive is prose ("note:this") and is
 * turned back into what was written; an unknown block is a slip and is told.
 */
import type { Paragraph, PhrasingContent, Root, RootContent, RootContentMap } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import { directionOf } from '../../../main/core/text/direction.ts';
import { wrapped } from './nodes.ts';
import { problemAt, type StoryContext } from './story-context.ts';

type TextDirective = RootContentMap['textDirective'];
type LeafDirective = RootContentMap['leafDirective'];
type ContainerDirective = RootContentMap['containerDirective'];

export function resolveDirectives(tree: Root, context: StoryContext): void {
  visit(tree, (node, index, parent) => {
    if (parent === undefined || index === undefined) return undefined;
    if (node.type !== 'textDirective' && node.type !== 'leafDirective' && node.type !== 'containerDirective')
      return undefined;
    // A directive's parent takes the kinds of node that stand in the directive's own place.
    const siblings = parent.children as RootContent[];
    siblings.splice(index, 1, ...replacement(node, context));
    return [SKIP, index];
  });
}

function replacement(node: TextDirective | LeafDirective | ContainerDirective, context: StoryContext): RootContent[] {
  if (node.type === 'containerDirective') return block(node, context);
  if (node.type === 'leafDirective') return [{ type: 'paragraph', children: asWritten(node, '::', context) }];
  if (node.name !== 'lang') return asWritten(node, ':', context);
  const properties = languageProperties(node, context);
  return [{ type: 'emphasis', children: node.children, data: { hName: 'span', hProperties: properties } }];
}

function block(node: ContainerDirective, context: StoryContext): RootContent[] {
  if (node.name === 'pull') return [wrapped('aside', { className: ['pull'] }, node.children)];
  if (node.name === 'lang') {
    const properties = languageProperties(node, context);
    for (const child of node.children) child.data = { ...child.data, hProperties: properties };
    return node.children;
  }
  problemAt(
    context,
    node,
    `\`:::${node.name}\` is no block of the format`,
    'Write `:::pull` or `:::lang{tag=…}`, or take the colons away.',
  );
  return [];
}

function languageProperties(
  node: TextDirective | ContainerDirective,
  context: StoryContext,
): { lang?: string; dir?: string } {
  const tag = node.attributes?.['tag'] ?? '';
  const direction = directionOf(tag);
  if (direction === null) {
    problemAt(context, node, `\`lang\` has no usable language: "${tag}"`, 'Name it by its BCP 47 tag: {tag=ja}.');
    return {};
  }
  return { lang: tag, dir: direction };
}

/** Markdown inside a label that was none keeps its meaning; the rest is text again. */
function asWritten(node: TextDirective | LeafDirective, colons: string, { source }: StoryContext): PhrasingContent[] {
  const start = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? start;
  const first = node.children[0]?.position?.start.offset;
  const last = node.children.at(-1)?.position?.end.offset;
  const text = (from: number, to: number): PhrasingContent => ({ type: 'text', value: source.slice(from, to) });
  if (first === undefined || last === undefined) return [text(start, end)];
  const head = `${colons}${node.name}`;
  return [text(start, Math.max(start + head.length, first)), ...node.children, text(last, end)];
}

/** Neighbouring texts become one, so that what a directive was cut out of is whole again for the steps after. */
export function joinTexts(tree: Root): void {
  visit(tree, 'paragraph', (paragraph: Paragraph) => {
    paragraph.children = paragraph.children.reduce<PhrasingContent[]>((joined, child) => {
      const before = joined.at(-1);
      if (child.type === 'text' && before?.type === 'text') before.value += child.value;
      else joined.push(child);
      return joined;
    }, []);
  });
}

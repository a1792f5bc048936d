/** Footnotes stand beside the text: a number in the line, and the note directly after the block that refers to it. */
import type { FootnoteDefinition, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import { paragraphAs, rendered, wrapped } from './nodes.ts';
import { placeOf, problemAt, type StoryContext } from './story-context.ts';

export function placeFootnotes(tree: Root, context: StoryContext): void {
  const definitions = new Map<string, FootnoteDefinition>();
  const blocks: RootContent[] = [];
  for (const block of tree.children) {
    if (block.type === 'footnoteDefinition') definitions.set(block.identifier, block);
    else blocks.push(block);
  }
  const numbers = new Map<string, number>();
  tree.children = blocks.flatMap((block) => {
    const first = refer(block, definitions, numbers);
    return [block, ...first.map((definition) => noteOf(definition, numbers.get(definition.identifier) ?? 0, context))];
  });
  for (const [identifier, definition] of definitions) {
    if (!numbers.has(identifier)) {
      context.list.warning(
        context.file,
        placeOf(definition),
        `Nothing refers to the footnote [^${identifier}]`,
        'Refer to it in the text, or delete it.',
      );
    }
  }
  complainOfMissing(tree, context);
}

/** Numbers the references in a block; gives the notes that are referred to for the first time. */
function refer(
  block: RootContent,
  definitions: ReadonlyMap<string, FootnoteDefinition>,
  numbers: Map<string, number>,
): FootnoteDefinition[] {
  const first: FootnoteDefinition[] = [];
  visit(block, 'footnoteReference', (node, index, parent) => {
    if (parent === undefined || index === undefined) return;
    const definition = definitions.get(node.identifier);
    const number = numbers.get(node.identifier) ?? numbers.size + 1;
    if (definition !== undefined && !numbers.has(node.identifier)) {
      numbers.set(node.identifier, number);
      first.push(definition);
    }
    const properties = { className: ['fn'], dataSkip: '', href: `#n${number}`, ariaLabel: `Note ${number}` };
    const mark = rendered({
      type: 'element',
      tagName: 'a',
      properties,
      children: [{ type: 'text', value: String(number) }],
    });
    // A reference stands among phrasing, and so may what takes its place.
    (parent.children as PhrasingContent[]).splice(index, 1, mark);
  });
  return first;
}

function noteOf(definition: FootnoteDefinition, number: number, context: StoryContext): RootContent {
  visit(definition, 'footnoteReference', (node) => {
    problemAt(context, node, 'A footnote refers to a footnote', 'Say it in one note, or in the text.');
  });
  const properties = { className: ['sidenote'], id: `n${number}`, role: 'note' };
  const mark: PhrasingContent[] = [
    rendered({
      type: 'element',
      tagName: 'span',
      properties: { className: ['sidenote__n'], dataSkip: '' },
      children: [{ type: 'text', value: String(number) }],
    }),
    { type: 'text', value: ' ' },
  ];
  const [first, ...rest] = definition.children;
  if (first?.type !== 'paragraph')
    return wrapped('aside', properties, [{ type: 'paragraph', children: mark }, ...definition.children]);
  if (rest.length === 0) return paragraphAs('aside', properties, [...mark, ...first.children]);
  const opening: Paragraph = { ...first, children: [...mark, ...first.children] };
  return wrapped('aside', properties, [opening, ...rest]);
}

/** Without its text a reference is no reference to the parser, and would be printed as it stands. */
function complainOfMissing(tree: Root, context: StoryContext): void {
  visit(tree, 'text', (node) => {
    const missing = /\[\^[^\]\s]+\]/.exec(node.value)?.[0];
    if (missing !== undefined)
      problemAt(
        context,
        node,
        `The footnote ${missing} has no text`,
        `Write it below the story: ${missing}: The text.`,
      );
  });
}

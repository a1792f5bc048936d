/** Figures: a picture alone in its paragraph, a table with its caption, a listing with its title. */
import type { Image, Paragraph, PhrasingContent, Root, RootContent, Table } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import { highlight } from './highlight.ts';
import { paragraphAs, rendered, wrapped } from './nodes.ts';
import { placeOf, problemAt, type StoryContext } from './story-context.ts';

export function makeFigures(tree: Root, context: StoryContext): { pictures: number } {
  let pictures = 0;
  visit(tree, (node, index, parent) => {
    if (parent === undefined || index === undefined) return undefined;
    // Blocks are replaced by blocks, so the parent takes them.
    const siblings = parent.children as RootContent[];
    if (node.type === 'paragraph' && node.children.length === 1 && node.children[0]?.type === 'image') {
      const figure = pictureFigure(node.children[0], context);
      if (figure !== null) pictures += 1;
      siblings.splice(index, 1, ...(figure === null ? [] : [figure]));
      return [SKIP, index + (figure === null ? 0 : 1)];
    }
    if (node.type === 'image' || node.type === 'imageReference') {
      problemAt(
        context,
        node,
        'A picture stands in the middle of a paragraph',
        'Give it a paragraph of its own: ![what it shows](name.svg "Caption. | Credit").',
      );
    }
    if (node.type === 'table') return tableFigure(node, siblings, index);
    if (node.type === 'code') {
      siblings.splice(
        index,
        1,
        codeFigure(node.value, node.lang ?? null, node.meta ?? '', () => {
          context.list.warning(
            context.file,
            placeOf(node),
            `The language "${node.lang ?? ''}" of this listing is not known`,
            'It is shown without colours; correct the name or leave it out.',
          );
        }),
      );
      return [SKIP, index + 1];
    }
    return undefined;
  });
  visit(tree, 'paragraph', (paragraph) => {
    if (!toString(paragraph).startsWith('Table: ')) return;
    problemAt(
      context,
      paragraph,
      'A caption stands before no table',
      'Put it directly before its table, with an empty line between.',
    );
  });
  return { pictures };
}

function pictureFigure({ url, alt, title, position }: Image, context: StoryContext): RootContent | null {
  const reference = {
    file: context.file,
    place: { line: position?.start.line ?? 1, column: position?.start.column ?? 1 },
  };
  if (alt === null || alt === undefined || alt.trim() === '') {
    context.list.problem(
      context.file,
      reference.place,
      `The picture ${url} has no alternative text`,
      'Say in the square brackets what it shows, for those who cannot see it.',
    );
    return null;
  }
  const [caption = '', credit = ''] = (title ?? '').split('|').map((part) => part.trim());
  const loaded = context.shelf.load(
    url,
    { alt, caption: caption || null, credit: credit || null },
    context.id,
    reference,
  );
  if (loaded === null) return null;
  const words: PhrasingContent[] = [];
  if (caption !== '') words.push({ type: 'text', value: caption });
  if (caption !== '' && credit !== '') words.push({ type: 'text', value: ' ' });
  if (credit !== '')
    words.push({
      type: 'emphasis',
      data: { hName: 'span', hProperties: { className: ['credit'] } },
      children: [{ type: 'text', value: credit }],
    });
  const figcaption = words.length > 0 ? [paragraphAs('figcaption', {}, words)] : [];
  return wrapped('figure', { className: ['figure'] }, [rendered(loaded.element), ...figcaption]);
}

function tableFigure(table: Table, siblings: RootContent[], index: number): [typeof SKIP, number] {
  const before = siblings[index - 1];
  const caption = before?.type === 'paragraph' ? captionOf(before) : null;
  const figure = wrapped('figure', { className: ['tablefig'] }, caption === null ? [table] : [caption, table]);
  siblings.splice(caption === null ? index : index - 1, caption === null ? 1 : 2, figure);
  return [SKIP, caption === null ? index + 1 : index];
}

function captionOf({ children: [first, ...rest] }: Paragraph): Paragraph | null {
  if (first?.type !== 'text' || !first.value.startsWith('Table: ')) return null;
  return paragraphAs('figcaption', {}, [{ type: 'text', value: first.value.slice('Table: '.length) }, ...rest]);
}

function codeFigure(code: string, language: string | null, meta: string, onUnknown: () => void): RootContent {
  const title = /title="([^"]*)"/.exec(meta)?.[1];
  const caption = title === undefined ? [] : [paragraphAs('figcaption', {}, [{ type: 'text', value: title }])];
  return wrapped('figure', { className: ['code'] }, [...caption, rendered(highlight(code, language, onUnknown))]);
}

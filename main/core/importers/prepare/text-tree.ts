/** Plain text as a tree: paragraphs, lines that are meant to be lines, and rules. */
import type { ElementContent, Root } from 'hast';
import { readParagraphs } from '../documents/plain-text.ts';
import { element, text } from './hast.ts';

export function textTree(written: string): Root {
  const children = readParagraphs(written).map(({ kind, lines }): ElementContent => {
    if (kind === 'rule') return element('hr', {}, []);
    const parts = lines.flatMap((line, index) => (index === 0 ? [text(line)] : [element('br', {}, []), text(line)]));
    return element('p', {}, parts);
  });
  return { type: 'root', children };
}

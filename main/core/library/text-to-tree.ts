/** Plain text as an article: paragraphs by blank lines, indented ones as they stand, hard-wrapped lines joined. */
import type { Element, ElementContent, Root } from 'hast';

/** A line this long, in UTF-16 units, was broken for its length; a shorter one because its writer wanted it so. */
const wrappedFrom = 50;

export function textToTree(text: string): Root {
  // eslint-disable-next-line no-control-regex -- control characters are what is taken out
  const clean = text.replace(/\r\n?|[\u0085\u2028]/g, '\n').replace(/[\u0000-\u0008\u000E-\u001F\u007F\uFEFF]/g, '');
  const paragraphs = clean.split(/\n[^\S\n]*\n|[\f\u2029]/).filter((paragraph) => paragraph.trim() !== '');
  return { type: 'root', children: paragraphs.map(toElement) };
}

function toElement(paragraph: string): Element {
  const lines = paragraph.split('\n').filter((line) => line.trim() !== '');
  const isIndented = lines.length > 1 && lines.every((line) => /^(?: {4}|\t)/.test(line));
  if (isIndented) return element('pre', [{ type: 'text', value: lines.join('\n') }]);
  const children: ElementContent[] = [];
  let run = '';
  lines.forEach((line, index) => {
    run += line.trim();
    const next = lines[index + 1];
    if (next === undefined) return;
    if (line.length >= wrappedFrom && !/^\s*(?:[-*•–]|\d{1,3}[.)])\s/.test(next)) run += ' ';
    else {
      children.push({ type: 'text', value: run }, element('br', []));
      // The text of a block knows no line breaks, and the words must not run together.
      run = '\n';
    }
  });
  return element('p', [...children, { type: 'text', value: run }]);
}

function element(tagName: string, children: ElementContent[]): Element {
  return { type: 'element', tagName, properties: {}, children };
}

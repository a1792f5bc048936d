/**
 * Soft hyphens, put in when a story is packed because the browser has no dictionary of its own. English only; at least
 * three letters on each side; not in names, headings, code, formulas, drawings or words of another language. Not in small
 * capitals either, where the reader's face has a sign for the soft hyphen that shows in the middle of a line.
 */
import type { Nodes, Root } from 'hast';
import createHyphenator from 'hyphen';
import british from 'hyphen/patterns/en-gb.js';
import american from 'hyphen/patterns/en-us.js';

const softHyphen = '\u00AD';
const leastLetters = 3;
const options = { async: false, hyphenChar: softHyphen, minWordLength: 7 } as const;
const byRegion = { british: createHyphenator(british, options), american: createHyphenator(american, options) };

const untouched: ReadonlySet<string> = new Set(['pre', 'code', 'h2', 'h3', 'h4', 'h5', 'h6', 'math', 'svg', 'th']);

export function hyphenate(tree: Root, language: string): void {
  if (isEnglish(language)) visitNode(tree, /-US$/i.test(language) ? byRegion.american : byRegion.british);
}

function visitNode(node: Nodes, divide: (text: string) => string): void {
  if (node.type === 'text')
    node.value = node.value.replace(/(?<![\p{L}\p{M}\p{N}-])[a-z]{7,}(?![\p{L}\p{M}\p{N}-])/gu, (word) =>
      withRoom(divide(word)),
    );
  if (node.type === 'element') {
    const { lang, className } = node.properties;
    if (Array.isArray(className) && className.includes('sc')) return;
    if (untouched.has(node.tagName) || (typeof lang === 'string' && !isEnglish(lang))) return;
  }
  if ('children' in node) for (const child of node.children) visitNode(child, divide);
}

/** Without the hyphens that stand too near an end. */
function withRoom(divided: string): string {
  const syllables = divided.split(softHyphen);
  while (syllables.length > 1 && (syllables[0] ?? '').length < leastLetters)
    syllables.splice(0, 2, `${syllables[0]}${syllables[1]}`);
  while (syllables.length > 1 && (syllables.at(-1) ?? '').length < leastLetters)
    syllables.splice(-2, 2, `${syllables.at(-2)}${syllables.at(-1)}`);
  return syllables.join(softHyphen);
}

function isEnglish(language: string): boolean {
  return /^en(?:-|$)/i.test(language);
}

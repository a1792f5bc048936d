/** Straight quotation marks, dashes and dots, set as the language sets them. */
import type { Root, Text } from 'mdast';
import remarkSmartypants from 'remark-smartypants';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';

interface Marks {
  readonly double: string;
  readonly single: string;
}

const english = { opening: { double: '“', single: '‘' }, closing: { double: '”', single: '’' } };

const byLanguage: Readonly<Record<string, { opening: Marks; closing: Marks }>> = {
  da: { opening: { double: '»', single: '›' }, closing: { double: '«', single: '‹' } },
  de: { opening: { double: '„', single: '‚' }, closing: { double: '“', single: '‘' } },
  cs: { opening: { double: '„', single: '‚' }, closing: { double: '“', single: '‘' } },
  es: { opening: { double: '«', single: '“' }, closing: { double: '»', single: '”' } },
  fr: { opening: { double: '«', single: '“' }, closing: { double: '»', single: '”' } },
  it: { opening: { double: '«', single: '“' }, closing: { double: '»', single: '”' } },
  pl: { opening: { double: '„', single: '‚' }, closing: { double: '”', single: '’' } },
  pt: { opening: { double: '«', single: '“' }, closing: { double: '»', single: '”' } },
  ru: { opening: { double: '«', single: '„' }, closing: { double: '»', single: '“' } },
  sv: { opening: { double: '”', single: '’' }, closing: { double: '”', single: '’' } },
};

/** Sets the texts of a tree in place; code is left as it is. */
export function typesetTree(tree: Root, language: string): void {
  const primary = language.split('-')[0]?.toLowerCase() ?? '';
  const { opening, closing } = byLanguage[primary] ?? english;
  // One sign for one sign: the library counts on texts keeping their length while it sets quotation marks.
  unified()
    .use(remarkSmartypants, { dashes: 'oldschool', openingQuotes: opening, closingQuotes: closing })
    .runSync(tree);
  if (primary === 'fr') visit(tree, 'text', spaceGuillemets);
}

/** French sets a narrow space inside its quotation marks. */
function spaceGuillemets(text: Text): void {
  text.value = text.value.replace(/«\s?/g, '«\u202F').replace(/\s?»/g, '\u202F»');
}

/** The same for a plain text, such as a headline. */
export function typeset(text: string, language: string): string {
  const leaf = { type: 'text' as const, value: text };
  typesetTree({ type: 'root', children: [{ type: 'paragraph', children: [leaf] }] }, language);
  return leaf.value;
}

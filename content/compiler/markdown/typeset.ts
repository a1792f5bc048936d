/** Straight quotation marks, dashes and dots, set as the language sets them. */
import type { Root } from 'mdast';
import remarkSmartypants from 'remark-smartypants';
import { unified } from 'unified';

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
  fr: { opening: { double: '«\u202F', single: '“' }, closing: { double: '\u202F»', single: '”' } },
  it: { opening: { double: '«', single: '“' }, closing: { double: '»', single: '”' } },
  pl: { opening: { double: '„', single: '‚' }, closing: { double: '”', single: '’' } },
  pt: { opening: { double: '«', single: '“' }, closing: { double: '»', single: '”' } },
  ru: { opening: { double: '«', single: '„' }, closing: { double: '»', single: '“' } },
  sv: { opening: { double: '”', single: '’' }, closing: { double: '”', single: '’' } },
};

/** Sets the texts of a tree in place; code is left as it is. */
export function typesetTree(tree: Root, language: string): void {
  const { opening, closing } = byLanguage[language.split('-')[0]?.toLowerCase() ?? ''] ?? english;
  unified()
    .use(remarkSmartypants, { dashes: 'oldschool', openingQuotes: opening, closingQuotes: closing })
    .runSync(tree);
}

/** The same for a plain text, such as a headline. */
export function typeset(text: string, language: string): string {
  const leaf = { type: 'text' as const, value: text };
  typesetTree({ type: 'root', children: [{ type: 'paragraph', children: [leaf] }] }, language);
  return leaf.value;
}

/**
 * The highlights of one article as Omnivore's export writes them, in Markdown: quotations, each perhaps with labels and a
 * note, parted by blank lines. Text before the first quotation is a note on the article.
 */
import type { ImportedHighlight } from '../import-record.ts';
import { highlightOf, tagsOf } from './read/record.ts';

export interface OmnivoreMarks {
  readonly note: string;
  readonly highlights: readonly ImportedHighlight[];
}

export function readOmnivoreHighlights(markdown: string): OmnivoreMarks {
  const highlights: { quote: string[]; tags: string[]; note: string[] }[] = [];
  const notes: string[] = [];
  for (const block of markdown.split(/(?:\r?\n[ \t]*){2,}/)) {
    const text = block.trim();
    const last = highlights.at(-1);
    if (text === '') continue;
    if (text.startsWith('>')) highlights.push(quotationOf(text));
    else if (last === undefined) notes.push(text);
    else if (last.note.length === 0 && last.tags.length === 0 && /^#\S/.test(text)) last.tags.push(...labelsOf(text));
    else last.note.push(text);
  }
  return {
    note: notes.join('\n\n'),
    highlights: highlights
      .map(({ quote, tags, note }) => highlightOf(quote.join('\n'), { tags: tagsOf(tags), note: note.join('\n\n') }))
      .filter((highlight) => highlight !== null),
  };
}

/** Lines of a quotation; what follows them without a mark is its labels or its note. */
function quotationOf(block: string): { quote: string[]; tags: string[]; note: string[] } {
  const lines = block.split(/\r?\n/);
  const quote = lines.filter((line) => line.startsWith('>')).map((line) => line.replace(/^> ?/, '').trimEnd());
  const rest = lines.filter((line) => !line.startsWith('>') && line.trim() !== '');
  const tags = rest.filter((line) => /^#\S/.test(line)).flatMap(labelsOf);
  return { quote, tags, note: rest.filter((line) => !/^#\S/.test(line)) };
}

/** Labels may have spaces in them: each goes on to the next mark. */
function labelsOf(line: string): string[] {
  return line.split(/(?:^|\s)#(?=\S)/).filter((label) => label.trim() !== '');
}

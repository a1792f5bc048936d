/** Highlights as the table that Readwise takes in: one a row, with the article that it is from. */
import type { Exporter } from './export-source.ts';

export const readwiseExporter: Exporter = {
  kind: 'text',
  *text({ articles }): Generator<string> {
    yield row(['Highlight', 'Title', 'Author', 'URL', 'Note', 'Location', 'Date']);
    for (const { article, highlights } of articles) {
      for (const { quote, note, createdAt } of highlights) {
        if (quote === '') continue;
        const date = (createdAt ?? '').replace('T', ' ').replace(/\.\d+Z$|Z$/, '');
        yield row([quote, article.title, article.author, article.url ?? '', note, '', date]);
      }
    }
  },
};

/** RFC 4180; white space at the ends of a cell is quoted too, since tables lose it. */
function row(cells: readonly string[]): string {
  return `${cells.map((cell) => (/[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\r\n`;
}

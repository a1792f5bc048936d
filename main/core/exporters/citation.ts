/** How a story is cited: a line for a footnote, and BibTeX. */
import { longDate, type ExportedArticle } from './exported-article.ts';

/** Author, “Title”, Publication, edition, date, link. */
export function citation({ summary, publication, link }: ExportedArticle): string {
  const parts = [summary.author?.name, `“${summary.title}”`, publication.name, publication.edition];
  if (summary.published !== null) parts.push(longDate(summary.published, publication.language));
  return `${parts.filter((part) => part !== undefined && part !== '').join(', ')}, ${link}.`;
}

/** A BibTeX entry; what TeX would take as its own signs is escaped. */
export function bibtex({ summary, publication, link }: ExportedArticle): string {
  const year = summary.published?.slice(0, 4);
  const fields = [
    ['author', summary.author === null ? null : `{${escapeTex(summary.author.name)}}`],
    ['title', `{${escapeTex(summary.title)}}`],
    ['journal', escapeTex(publication.name)],
    ['note', escapeTex(publication.edition)],
    ['year', year ?? null],
    ['url', link],
  ].flatMap(([name, value]) => (value === null || value === '' ? [] : [`  ${name} = {${value}}`]));
  return `@article{${summary.id.replace(/[^\w.:/-]+/g, '-')},\n${fields.join(',\n')}\n}\n`;
}

const texSigns: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

function escapeTex(text: string): string {
  return text.replace(/[\\~^&%$#_{}]/g, (sign) => texSigns[sign] ?? `\\${sign}`);
}

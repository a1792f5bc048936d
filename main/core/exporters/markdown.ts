/** A story as Markdown with YAML front matter, as Obsidian and static site generators read it. */
import { stringify } from 'yaml';
import type { ExportedArticle } from './exported-article.ts';

export function toMarkdown({ summary, body, publication, link }: ExportedArticle): string {
  const frontMatter = stringify({
    title: summary.title,
    author: summary.author?.name,
    publication: publication.name,
    section: summary.section?.name,
    published: summary.published ?? undefined,
    updated: summary.updated ?? undefined,
    language: summary.language,
    tags: summary.tags,
    url: link,
  });
  const sources = body.sources.map(({ title, publication: where, year, url }) => {
    const name = url === null ? title : `[${title}](${url})`;
    return `- ${name}, ${where}, ${year}`;
  });
  const parts = [`# ${summary.title}`, `*${summary.standfirst}*`, body.markdown.trim()];
  if (sources.length > 0) parts.push('## Sources', sources.join('\n'));
  return `---\n${frontMatter}---\n\n${parts.join('\n\n')}\n`;
}

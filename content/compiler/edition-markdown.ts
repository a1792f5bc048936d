/** The whole edition as one Markdown file, for other readers: what only Lectern knows is put in plain Markdown. */
import type { Edition } from './edition.ts';

export function* toEditionMarkdown({ source, summaries }: Edition): Generator<string> {
  const { name, tagline, edition, issued } = source.publication.value;
  const titles = new Map(summaries.map(({ id, title }) => [id, title]));
  const stories = new Map(source.stories.map((story) => [story.matter.id, story]));
  yield `**${name}.** ${tagline}\n\n${edition}, ${issued}`;
  for (const section of source.sections.value) {
    for (const summary of summaries.filter((one) => one.section?.id === section.id)) {
      const body = stories.get(summary.id)?.body();
      const line = [section.name, summary.author?.name, summary.published?.slice(0, 10)]
        .filter((part) => part !== undefined)
        .join(', ');
      const text = plainMarkdown(body?.markdown ?? '', summary.id, titles).trim();
      const sources = (body?.sources ?? []).map(
        ({ title, publication, year }) => `- *${title}*, ${publication}, ${year}`,
      );
      const parts = [`# ${summary.title}`, `*${summary.standfirst}*`, line, text, '## Sources', sources.join('\n')];
      yield `\n\n${parts.join('\n\n')}`;
    }
  }
  yield '\n';
}

/** Listings are left as they are. Footnotes get their story's name, since numbers begin anew in each. */
function plainMarkdown(markdown: string, id: string, titles: ReadonlyMap<string, string>): string {
  let fence: string | null = null;
  let inPull = false;
  const lines = markdown.split('\n').flatMap((line): string[] => {
    const mark = /^\s*(`{3,}|~{3,})/.exec(line)?.[1];
    if (mark !== undefined && (fence === null || mark.startsWith(fence))) fence = fence === null ? mark : null;
    if (fence !== null || mark !== undefined) return [line];
    if (line.startsWith(':::')) {
      inPull = line.startsWith(':::pull');
      return [];
    }
    return [`${inPull && line !== '' ? '> ' : ''}${plainLine(line, id, titles)}`];
  });
  return lines.join('\n');
}

function plainLine(line: string, id: string, titles: ReadonlyMap<string, string>): string {
  return line
    .replace(/^Table: (.*)$/, '**$1**')
    .replace(/!\[([^\]]*)\]\([^)]*\)/g, '*[Picture: $1]*')
    .replace(/:lang\[([^\]]*)\]\{[^}]*\}/g, '$1')
    .replace(/\[\^([^\]]+)\]/g, `[^${id}-$1]`)
    .replace(/\[([^\]]*)\]\(story:([^)]*)\)/g, (_, text: string, other: string) =>
      titles.has(other) ? `${text} (“${titles.get(other) ?? ''}”)` : text,
    );
}

/** A reference sheet: what the facts of every story rest on, by section and story. */
import type { Edition } from './edition.ts';

export function toSourcesMarkdown({ source, summaries }: Edition): string {
  const { name, edition, issued } = source.publication.value;
  const sources = new Map(source.stories.map(({ matter }) => [matter.id, matter.sources]));
  const sections = source.sections.value.map((section) => {
    const stories = summaries
      .filter((summary) => summary.section?.id === section.id)
      .map(({ id, title }) => {
        const lines = (sources.get(id) ?? [])
          .toSorted((a, b) => a.year - b.year)
          .map(({ title: what, publication, year, url }) => {
            return `- ${year}. *${what}*, ${publication}${url === undefined ? '' : `, <${url}>`}`;
          });
        return `### ${title}\n\n${lines.join('\n')}`;
      });
    return [`## ${section.name}`, ...stories].join('\n\n');
  });
  const head = `# The sources of ${name}\n\n${edition}, ${issued}. What the facts of each story rest on, the oldest first.`;
  return `${[head, ...sections].join('\n\n')}\n`;
}

/** The catalogue of a collection without faults: what the reader needs at every start, in the order of the pages. */
import type { Download, Person, Publication } from '../../main/contract/entities.ts';
import type { Catalogue } from '../../main/core/collection/bundle-schema.ts';
import type { PlainSummary } from '../../main/core/collection/collection.ts';
import { readingMinutes } from '../../main/core/text/count-words.ts';
import { directionOf } from '../../main/core/text/direction.ts';
import type { CompiledStory } from './read-story.ts';
import type { CollectionSource } from './read-collection.ts';
import { typeset } from './markdown/typeset.ts';

/** A source in which nothing is missing: only such a one is compiled. */
export type SoundSource = {
  readonly [Field in keyof CollectionSource]: Field extends 'publication' | 'authors' | 'sections' | 'front'
    ? NonNullable<CollectionSource[Field]>
    : CollectionSource[Field];
};

const latestCount = 10;
const sectionCount = 5;

/** Newest first; stories of one day in the order of their ids. */
export function summarise(source: SoundSource): PlainSummary[] {
  return source.stories
    .map((story) => summaryOf(story, source))
    .sort((a, b) => compare(b.published ?? '', a.published ?? '') || compare(a.id, b.id));
}

function summaryOf(
  { matter, language, spot, words }: CompiledStory,
  { publication, sections, authors }: SoundSource,
): PlainSummary {
  const section = sections.value.find(({ id }) => id === matter.section);
  const author = authors.value.find(({ id }) => id === matter.author);
  const site = publication.value.url ?? '';
  return {
    id: matter.id,
    source: 'collection',
    title: matter.title,
    standfirst: matter.standfirst,
    section: section === undefined ? null : { id: section.id, name: section.name },
    kind: matter.kind,
    kicker: matter.kicker ?? null,
    author: author === undefined ? null : { id: author.id, name: author.name },
    published: matter.published,
    updated: matter.updated ?? null,
    words,
    minutes: readingMinutes(words),
    tags: matter.tags,
    language,
    direction: directionOf(language) ?? 'ltr',
    spot,
    url: site === '' ? null : `${site.replace(/\/$/, '')}/${matter.id}`,
  };
}

interface CatalogueParts {
  readonly source: SoundSource;
  readonly summaries: readonly PlainSummary[];
  readonly downloads: readonly Download[];
}

export function createCatalogue({ source, summaries, downloads }: CatalogueParts): Catalogue {
  const persons = source.authors.value.map((author): Person => ({
    ...author,
    storyCount: summaries.filter((summary) => summary.author?.id === author.id).length,
  }));
  const publication = publicationOf(source, summaries, persons, downloads.length);
  const { lead, featured, download } = source.front.value;
  const above = [lead, ...featured];
  const front: Catalogue['front'] = {
    lead,
    leadPicture: source.stories.find(({ matter }) => matter.id === lead)?.body().hero ?? null,
    featured,
    latest: summaries
      .filter(({ id }) => id !== lead)
      .slice(0, latestCount)
      .map(({ id }) => id),
    sections: publication.sections.map((section) => ({
      ...section,
      stories: sectionStories(section.id, summaries, above),
    })),
    download: download ?? null,
  };
  const shown = new Set([...above, ...front.latest, ...front.sections.flatMap(({ stories }) => stories)]);
  return {
    publication,
    shown: summaries.filter(({ id }) => shown.has(id)),
    persons,
    front,
    downloads: [...downloads],
    jobs: (source.jobs?.value ?? []).toSorted((a, b) => compare(b.posted, a.posted) || compare(a.id, b.id)),
    threads: (source.threads?.value ?? []).map(({ id, title, stories }) => ({
      id,
      title: typeset(title, publication.language),
      stories,
    })),
  };
}

/** Stories that stand above on the front page come last, so that nothing is shown twice while there is anything else. */
function sectionStories(section: string, summaries: readonly PlainSummary[], above: readonly string[]): string[] {
  const ids = summaries.filter((summary) => summary.section?.id === section).map(({ id }) => id);
  return [...ids.filter((id) => !above.includes(id)), ...ids.filter((id) => above.includes(id))].slice(0, sectionCount);
}

function publicationOf(
  source: SoundSource,
  summaries: readonly PlainSummary[],
  persons: readonly Person[],
  downloadCount: number,
): Publication {
  const { id, name, tagline, language, edition, issued, colophon, colours, editor } = source.publication.value;
  const editorCard = persons.find((person) => person.id === editor);
  if (editorCard === undefined) throw new TypeError('The editor was looked for when the references were checked.');
  return {
    id,
    name,
    tagline: typeset(tagline, language),
    language,
    edition,
    issued,
    colophon: typeset(colophon, language),
    colours,
    editor: editorCard,
    sections: source.sections.value.map((section, index) => ({
      ...section,
      number: index + 1,
      count: summaries.filter((summary) => summary.section?.id === section.id).length,
    })),
    tags: countTags(summaries),
    storyCount: summaries.length,
    jobCount: source.jobs?.value.length ?? 0,
    downloadCount,
    aboutHtml: source.aboutHtml,
  };
}

/** Most used first. */
function countTags(summaries: readonly PlainSummary[]): { name: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const tag of summaries.flatMap(({ tags }) => tags)) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return [...counts]
    .map(([name, count]) => ({ name, count }))
    .sort((a, b) => b.count - a.count || compare(a.name, b.name));
}

/** By code unit: an order that is the same on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Whether everything that names something names something that is there, and nothing is there twice. */
import { isWithin } from '../../main/core/search/edit-distance.ts';
import type { Place, ProblemList } from './problems.ts';
import { sourceFiles, type CollectionSource } from './read-collection.ts';
import { placeIn } from './read-story.ts';

interface Kind {
  readonly name: string;
  readonly file: string;
}

const kinds = {
  story: { name: 'story', file: 'stories/' },
  author: { name: 'author', file: sourceFiles.authors },
  section: { name: 'section', file: sourceFiles.sections },
  download: { name: 'download', file: sourceFiles.downloads },
} as const satisfies Record<string, Kind>;

export function checkReferences(source: CollectionSource, list: ProblemList): void {
  const known = {
    story: new Set([...source.stories.map(({ matter }) => matter.id), ...source.faultyStories.map(({ id }) => id)]),
    author: idsOf(source.authors?.value),
    section: idsOf(source.sections?.value),
    download: source.faultyFiles.has(sourceFiles.downloads) ? null : idsOf(source.downloads?.value ?? []),
  };
  /** A list that could not be read is told of once, not once for every reference to it. */
  const refer = (kind: keyof typeof known, id: string, file: string, place: Place): void => {
    const ids = known[kind];
    if (ids === null || ids.has(id)) return;
    const near = [...ids].find((other) => isWithin(id, other, id.length > 4 ? 2 : 1));
    const remedy =
      near === undefined
        ? `Add it to ${kinds[kind].file}, or name another.`
        : `Perhaps you mean ${near}; else add it to ${kinds[kind].file}.`;
    list.problem(file, place, `There is no ${kinds[kind].name} "${id}"`, remedy);
  };

  for (const { file, raw, place, links } of source.faultyStories) {
    for (const field of ['section', 'author'] as const) {
      const id = isRecord(raw) ? raw[field] : undefined;
      if (typeof id === 'string' && id !== '') refer(field, id, file, place(field));
    }
    for (const link of links) refer('story', link.id, file, link.place);
  }
  for (const story of source.stories) {
    const { file, matter, links } = story;
    refer('section', matter.section, file, placeIn(story, 'section'));
    refer('author', matter.author, file, placeIn(story, 'author'));
    matter.related?.forEach((id, index) => {
      const place = placeIn(story, 'related', index);
      refer('story', id, file, place);
      if (id === matter.id) list.problem(file, place, 'The story is related to itself', 'Take it out of `related`.');
    });
    for (const link of links) refer('story', link.id, file, link.place);
  }
  const { publication, front, threads } = source;
  if (publication !== null)
    refer('author', publication.value.editor, sourceFiles.publication, publication.place('editor'));
  if (front !== null) {
    refer('story', front.value.lead, sourceFiles.front, front.place('lead'));
    front.value.featured.forEach((id, index) => {
      refer('story', id, sourceFiles.front, front.place('featured', index));
    });
    if (front.value.download !== undefined)
      refer('download', front.value.download, sourceFiles.front, front.place('download'));
  }
  threads?.value.forEach((thread, index) => {
    thread.stories.forEach((id, at) => {
      refer('story', id, sourceFiles.threads, threads.place(index, 'stories', at));
    });
  });
  source.downloads?.value.forEach(({ files }, index) => {
    files.forEach((file, at) => {
      const reference = {
        file: sourceFiles.downloads,
        place: source.downloads?.place(index, 'files', at) ?? { line: 1 },
      };
      if ('file' in file) source.shelf.want(`downloads/${file.file}`, reference, list);
    });
  });
  checkDoubles(source, list);
  checkFront(source, list);
}

function checkDoubles(source: CollectionSource, list: ProblemList): void {
  const { stories } = source;
  refuseDoubles(
    stories.map((story) => ({ value: story.matter.id, file: story.file, place: placeIn(story, 'id') })),
    'id',
    list,
  );
  refuseDoubles(
    stories.map((story) => ({ value: story.matter.title, file: story.file, place: placeIn(story, 'title') })),
    'headline',
    list,
  );
  for (const name of ['authors', 'sections', 'threads', 'jobs', 'downloads'] as const) {
    const found = source[name];
    if (found === null) continue;
    const ids = [...found.value].map(({ id }, index) => ({
      value: id,
      file: sourceFiles[name],
      place: found.place(index, 'id'),
    }));
    refuseDoubles(ids, 'id', list);
  }
}

interface Named {
  readonly value: string;
  readonly file: string;
  readonly place: Place;
}

function refuseDoubles(named: readonly Named[], what: string, list: ProblemList): void {
  const first = new Map<string, Named>();
  for (const one of named) {
    const before = first.get(one.value.toLowerCase());
    if (before === undefined) first.set(one.value.toLowerCase(), one);
    else
      list.problem(
        one.file,
        one.place,
        `The ${what} "${one.value}" is taken by ${before.file}:${before.place.line}`,
        `Give this one another ${what}.`,
      );
  }
}

function checkFront({ front, stories }: CollectionSource, list: ProblemList): void {
  if (front === null) return;
  const { featured, lead } = front.value;
  featured.forEach((id, index) => {
    const place = front.place('featured', index);
    if (id === lead || featured.indexOf(id) < index) {
      list.problem(sourceFiles.front, place, `"${id}" stands on the front page twice`, 'Feature another story.');
    }
    const story = stories.find(({ matter }) => matter.id === id);
    if (story !== undefined && story.matter.spot === undefined) {
      list.warning(
        sourceFiles.front,
        place,
        `The featured story "${id}" has no spot`,
        'Draw one, and name it in the front matter: spot: name.svg.',
      );
    }
  });
}

function idsOf(entries: readonly { readonly id: string }[] | undefined): Set<string> | null {
  return entries === undefined ? null : new Set(entries.map(({ id }) => id));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

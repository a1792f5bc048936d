/**
 * Opens a compiled bundle: the manifest and the catalogue now, everything else when it is asked for. A start reads as much
 * of five thousand stories as of sixty.
 */
import type { z } from 'zod';
import { AppError } from '../../contract/errors.ts';
import { remember } from '../remember.ts';
import { bundleFolder } from './bundle-folder.ts';
import { storyList, type ListedStory } from './bundle-lists.ts';
import { bundlePaths, catalogue, storyFile, summaries as summaryPage, type StoryFile } from './bundle-schema.ts';
import { listedIn, readChecked, readCheckedBytes, readManifest } from './bundle-reader.ts';
import type { Collection, PlainSummary } from './collection.ts';

/** Throws `collection-missing` or `collection-damaged`; so does everything that reads more of it later. */
export function openCollection(directory: string): Collection {
  const folder = bundleFolder(directory);
  const list = readManifest(folder);
  const read = <Schema extends z.ZodType>(path: string, schema: Schema) =>
    readChecked(folder, path, listedIn(list, path), schema);

  const { shown, ...content } = read(bundlePaths.catalogue, catalogue);
  const onFront = byId(shown);
  const stories = remember(() => read(bundlePaths.stories, storyList));
  const pages: Map<string, PlainSummary>[] = [];
  const page = (number: number): Map<string, PlainSummary> =>
    (pages[number] ??= byId(read(bundlePaths.summaries(number), summaryPage)));
  const all = remember(() => {
    const count = 1 + Math.max(-1, ...Object.values(stories()).map((story) => story.page));
    return Array.from({ length: count }, (_, number) => [...page(number).values()]).flat();
  });

  const listed = (id: string): ListedStory => {
    const story = Object.hasOwn(stories(), id) ? stories()[id] : undefined;
    if (story !== undefined) return story;
    throw new AppError(
      'not-found',
      'There is no such story in the collection. It may have been taken out of a newer edition.',
      { id },
    );
  };
  const summary = (id: string): PlainSummary => {
    const found = onFront.get(id) ?? page(listed(id).page).get(id);
    if (found !== undefined) return found;
    throw new TypeError(`The compiler puts ${id} on the page that it names.`);
  };

  // The page of a story asks for its body and for what is related to it: one reading does for both.
  let latest: { readonly id: string; readonly file: StoryFile } | null = null;
  const story = (id: string): StoryFile => {
    if (latest?.id !== id) latest = { id, file: readChecked(folder, bundlePaths.story(id), listed(id), storyFile) };
    return latest.file;
  };

  return {
    version: list.version,
    ...content,
    get summaries() {
      return all();
    },
    summary,
    has: (id) => onFront.has(id) || Object.hasOwn(stories(), id),
    body: story,
    related: (id) => story(id).related,
    searchSegment: () => readCheckedBytes(folder, bundlePaths.segment, listedIn(list, bundlePaths.segment)),
  };
}

function byId(summaries: readonly PlainSummary[]): Map<string, PlainSummary> {
  return new Map(summaries.map((summary) => [summary.id, summary]));
}

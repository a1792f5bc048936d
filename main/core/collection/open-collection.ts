/** Opens a compiled bundle: the manifest and the catalogue now, the index and the stories' bodies when asked for. */
import { AppError } from '../../contract/errors.ts';
import { bundlePaths, catalogue, storyFile, type StoryFile } from './bundle-schema.ts';
import { readChecked, readCheckedBytes, readManifest } from './bundle-reader.ts';
import type { Collection } from './collection.ts';

/** Throws `collection-missing` or `collection-damaged`; so do `body` and `searchSegment` for what they read. */
export function openCollection(directory: string): Collection {
  const list = readManifest(directory);
  const content = readChecked(directory, list, bundlePaths.catalogue, catalogue);
  const summaries = new Map(content.summaries.map((summary) => [summary.id, summary]));

  const summary: Collection['summary'] = (id) => {
    const found = summaries.get(id);
    if (found !== undefined) return found;
    throw new AppError(
      'not-found',
      'There is no such story in the collection. It may have been taken out of a newer edition.',
      { id },
    );
  };

  // The page of a story asks for its body and for what is related to it: one reading does for both.
  let latest: { readonly id: string; readonly file: StoryFile } | null = null;
  const read = (asked: string): StoryFile => {
    const { id } = summary(asked);
    if (latest?.id !== id) latest = { id, file: readChecked(directory, list, bundlePaths.story(id), storyFile) };
    return latest.file;
  };

  return {
    version: list.version,
    ...content,
    summary,
    has: (id) => summaries.has(id),
    body: read,
    related: (id) => read(id).related,
    searchSegment: () => readCheckedBytes(directory, list, bundlePaths.segment),
  };
}

/**
 * The long lists of a bundle: its stories and its assets, a line each. They are files of their own, which the manifest
 * lists, so that a start reads neither; whoever wants one story or one picture reads the list once.
 */
import { z } from 'zod';
import { bundlePaths, isBundleFile, type BundleFile } from './bundle-schema.ts';

export interface ListedStory extends BundleFile {
  /** The page of the list of summaries that the story stands on, from 0. */
  readonly page: number;
}

/** How many summaries stand on a page: a page is read in about a millisecond. */
export const summariesOnPage = 128;

/** By id. By hand and not by a schema, like everything that has a line for every story. */
export const storyList = z.custom<Record<string, ListedStory>>((value) =>
  areEntries(value, (file) => 'page' in file && Number.isSafeInteger(file.page)),
);

/** By name. */
export const assetList = z.custom<Record<string, BundleFile>>((value) => areEntries(value, () => true));

function areEntries(value: unknown, isMore: (file: BundleFile) => boolean): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).every((file) => isBundleFile(file) && isMore(file));
}

const asset = bundlePaths.asset('');
const story = /^stories\/(.+)\.json$/;

/** The lists of these files, by their paths. `pageOf` is asked for each story. */
export function createLists(
  files: Iterable<readonly [string, BundleFile]>,
  pageOf: (id: string) => number,
): Record<string, object> {
  const stories: [string, ListedStory][] = [];
  const assets: [string, BundleFile][] = [];
  for (const [path, file] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const id = story.exec(path)?.[1];
    if (id !== undefined) stories.push([id, { ...file, page: pageOf(id) }]);
    if (path.startsWith(asset)) assets.push([path.slice(asset.length), file]);
  }
  return { [bundlePaths.stories]: Object.fromEntries(stories), [bundlePaths.assets]: Object.fromEntries(assets) };
}

/** Whether a file stands in one of the lists, and so not in the manifest. */
export function isListed(path: string): boolean {
  return path.startsWith(asset) || story.test(path);
}

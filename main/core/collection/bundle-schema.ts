/**
 * The format of a compiled collection: what the compiler writes and the reader opens. One folder:
 *
 *     manifest.json         the files below with their sizes and digests, and a digest of itself; stories and assets aside
 *     catalogue.json        what the front page needs; small, whatever the stories are
 *     stories.json          every story's file with its size and digest, read when one is wanted that is not on the front page
 *     assets.json           the same of every asset
 *     summaries/<n>.json    a page of the list of all stories, newest first, read when a list is
 *     search/index.segment  the index (core/search/segment), read at the first search
 *     stories/<id>.json     one story's body and what is related to it, read when it is opened
 *     assets/<name>         raster pictures and downloads; <name> is 32 hex digits of the content's SHA-256 and an ending
 *
 * The bundle is never written to after it was made. `formatVersion` changes when an older Lectern could not read it.
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import * as entity from '../../contract/entities.ts';

const hexDigest = /^[0-9a-f]{64}$/;
const sha256 = z.string().regex(hexDigest);

/** A path of a file inside the bundle. Nothing in it can climb out. */
const bundlePath = /^(?:[a-z]+\/)?[a-z0-9][a-z0-9._-]{0,199}$/i;

export interface BundleFile {
  readonly sha256: string;
  readonly bytes: number;
  /** Of assets only. */
  readonly mediaType?: string;
}

/** By hand and not by a schema, which every start would pay for. */
function areBundleFiles(value: unknown): value is Record<string, BundleFile> {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).every(([path, file]) => bundlePath.test(path) && isBundleFile(file));
}

export function isBundleFile(value: unknown): value is BundleFile {
  if (typeof value !== 'object' || value === null) return false;
  const { sha256: digest, bytes, mediaType } = value as Partial<Record<keyof BundleFile, unknown>>; // looked into here
  const isSize = Number.isSafeInteger(bytes) && Number(bytes) >= 0;
  return (
    typeof digest === 'string' && hexDigest.test(digest) && isSize && ['string', 'undefined'].includes(typeof mediaType)
  );
}

export const bundlePaths = {
  manifest: 'manifest.json',
  catalogue: 'catalogue.json',
  stories: 'stories.json',
  assets: 'assets.json',
  summaries: (page: number) => `summaries/${page}.json`,
  segment: 'search/index.segment',
  story: (id: string) => `stories/${id}.json`,
  asset: (name: string) => `assets/${name}`,
} as const;

/** 2 since stories and assets are listed apart. */
export const formatVersion = 2;

export const manifest = z.strictObject({
  format: z.literal('lectern-collection'),
  formatVersion: z.literal(formatVersion),
  /** Digest over the names and digests of all files. */
  version: sha256,
  files: z.custom<Record<string, BundleFile>>(areBundleFiles),
  /** Digest of the fields above, so that a manifest edited by hand is noticed. */
  checksum: sha256,
});
export type Manifest = z.infer<typeof manifest>;

export const plainSummary = entity.articleSummary.omit({ marks: true, saved: true }).extend({ id: entity.storyId });

const relatedStory = z.object({
  id: entity.storyId,
  score: z.number().min(0).max(1),
  reasons: z.array(z.string()).min(1),
});

/**
 * Not looked into: the digest vouches for what the compiler wrote, tests for the compiler, and the dispatcher parses each
 * summary that leaves the core.
 */
export const summaries = z.custom<z.infer<typeof plainSummary>[]>(Array.isArray);

export const catalogue = z.object({
  publication: entity.publication,
  /** Of the stories that stand on the front page. */
  shown: summaries,
  persons: z.array(entity.person),
  front: z.object({
    lead: z.string(),
    leadPicture: entity.picture.nullable(),
    featured: z.array(z.string()),
    latest: z.array(z.string()),
    sections: z.array(entity.section.extend({ stories: z.array(z.string()) })),
    download: z.string().nullable(),
  }),
  downloads: z.array(entity.download),
  jobs: z.array(entity.job),
  threads: z.array(z.object({ id: z.string(), title: z.string(), stories: z.array(z.string()) })),
});
export type Catalogue = z.infer<typeof catalogue>;

/** What stories/<id>.json holds: all that grows with every story and that no start needs. */
export const storyFile = z.object({
  html: z.string(),
  blocks: z.array(z.string()),
  markdown: z.string(),
  hero: entity.picture.nullable(),
  sources: entity.article.shape.sources,
  headings: entity.article.shape.headings,
  imageCount: z.number().int().nonnegative(),
  related: z.array(relatedStory),
});
export type StoryFile = z.infer<typeof storyFile>;

export function digest(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The manifest of these files: same files, same manifest, whatever their order. */
export function createManifest(files: Iterable<readonly [string, BundleFile]>): Manifest {
  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  const lines = sorted.map(
    ([path, { sha256, bytes, mediaType = '' }]) => `${path}\0${sha256}\0${bytes}\0${mediaType}\n`,
  );
  const unsigned = {
    format: 'lectern-collection',
    formatVersion,
    version: digest(lines.join('')),
    files: Object.fromEntries(sorted),
  } as const;
  return { ...unsigned, checksum: digest(`${unsigned.format}\0${unsigned.formatVersion}\0${unsigned.version}`) };
}

/** Whether the manifest still says what it said when it was made. */
export function isIntact({ files, version, checksum }: Manifest): boolean {
  const again = createManifest(Object.entries(files));
  return again.version === version && again.checksum === checksum;
}

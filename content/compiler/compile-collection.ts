/** Compiles a collection's folder into a bundle: everything is read and checked, and only then is anything written. */
import { summariesOnPage } from '../../main/core/collection/bundle-lists.ts';
import { bundlePaths } from '../../main/core/collection/bundle-schema.ts';
import type { Download } from '../../main/contract/entities.ts';
import type { PlainSummary, RelatedStory } from '../../main/core/collection/collection.ts';
import { relateStories } from '../../main/core/related/relate.ts';
import type { IndexedArticle } from '../../main/core/search/index-set.ts';
import { buildSegment } from '../../main/core/search/segment/build-segment.ts';
import { createCatalogue, summarise, type SoundSource } from './catalogue.ts';
import { openTemporaryCache, type CompileCache } from './compile-cache.ts';
import { checkNearDuplicates } from './check-near-duplicates.ts';
import { checkReferences } from './check-references.ts';
import { makeDownloads } from './downloads.ts';
import { ProblemList, type Problem } from './problems.ts';
import { readCollection, type CollectionSource } from './read-collection.ts';
import { openSourceFolder } from './source-folder.ts';
import { recoverBundle, writeBundle, type BundleContent, type BundleEntry } from './write-bundle.ts';

export type CompileResult =
  | {
      readonly ok: true;
      readonly warnings: readonly Problem[];
      readonly stories: number;
      readonly words: number;
      readonly bytes: number;
      readonly version: string;
    }
  | { readonly ok: false; readonly problems: readonly Problem[]; readonly warnings: readonly Problem[] };

/**
 * Same sources, same bytes, whatever is in the cache. With problems nothing is written and what stood in `outDirectory`
 * stays. Throws only if the folder cannot be read or the bundle cannot be written. Without a `cache` everything is made
 * anew.
 */
export async function compileCollection(
  sourceDirectory: string,
  outDirectory: string,
  cache?: CompileCache,
): Promise<CompileResult> {
  await recoverBundle(outDirectory, new Date());
  if (cache !== undefined) return compile(sourceDirectory, outDirectory, cache);
  const temporary = openTemporaryCache();
  try {
    return await compile(sourceDirectory, outDirectory, temporary);
  } finally {
    temporary.remove();
  }
}

async function compile(sourceDirectory: string, outDirectory: string, cache: CompileCache): Promise<CompileResult> {
  let isDone = false;
  try {
    const list = new ProblemList();
    const source = readCollection(openSourceFolder(sourceDirectory), list, cache);
    checkReferences(source, list);
    if (!isSound(source) || list.hasProblems()) return refuse(source, list);

    checkNearDuplicates(source.stories, list);
    const summaries = summarise(source);
    const downloads = makeDownloads({ source, summaries, cache });
    source.shelf.warnOfUnused(list);
    const related = relate(source);
    const { version, bytes } = await writeBundle(
      outDirectory,
      entriesOf({ source, summaries, downloads, related }),
      pagesOf(summaries),
    );
    const words = summaries.reduce((sum, summary) => sum + summary.words, 0);
    isDone = true;
    return { ok: true, warnings: list.warnings, stories: summaries.length, words, bytes, version };
  } finally {
    cache.endCompile(isDone);
  }
}

function relate(source: SoundSource): Map<string, RelatedStory[]> {
  const sections = new Map(source.sections.value.map(({ id, name }) => [id, name]));
  return relateStories(
    inOrder(source).map(({ matter, terms, links }) => ({
      id: matter.id,
      tags: matter.tags,
      terms,
      section: sections.get(matter.section) ?? '',
      chosen: matter.related ?? [],
      mentioned: links.map(({ id }) => id),
    })),
    source.threads?.value ?? [],
  );
}

interface BundleParts {
  readonly source: SoundSource;
  readonly summaries: readonly PlainSummary[];
  readonly downloads: readonly Download[];
  readonly related: ReadonlyMap<string, readonly RelatedStory[]>;
}

function* entriesOf({ source, summaries, downloads, related }: BundleParts): Generator<BundleEntry> {
  const json = (value: unknown): BundleContent => ({ bytes: JSON.stringify(value) });
  yield [bundlePaths.catalogue, () => json(createCatalogue({ source, summaries, downloads }))];
  for (let page = 0; page * summariesOnPage < summaries.length; page += 1) {
    const from = page * summariesOnPage;
    yield [bundlePaths.summaries(page), () => json(summaries.slice(from, from + summariesOnPage))];
  }
  yield [bundlePaths.segment, () => ({ bytes: buildSegment(indexedArticles(source, summaries)) })];
  for (const { matter, body } of source.stories) {
    yield [bundlePaths.story(matter.id), () => json({ ...body(), related: related.get(matter.id) ?? [] })];
  }
  for (const [name, { mediaType, bytes }] of source.shelf.assets)
    yield [bundlePaths.asset(name), () => ({ mediaType, bytes: bytes() })];
}

/** On which page of the list each story stands. */
function pagesOf(summaries: readonly PlainSummary[]): ReadonlyMap<string, number> {
  return new Map(summaries.map(({ id }, place) => [id, Math.floor(place / summariesOnPage)]));
}

function refuse({ shelf, faultyFiles, faultyStories }: CollectionSource, list: ProblemList): CompileResult {
  // What a faulty file names is not known, so nothing can be said to be unused.
  if (faultyFiles.size + faultyStories.length === 0) shelf.warnOfUnused(list);
  return { ok: false, problems: list.problems, warnings: list.warnings };
}

function isSound(source: CollectionSource): source is SoundSource {
  return source.publication !== null && source.authors !== null && source.sections !== null && source.front !== null;
}

/** By id, so that the bundle does not depend on the names of files. */
function inOrder({ stories }: SoundSource): SoundSource['stories'] {
  return stories.toSorted((a, b) => (a.matter.id < b.matter.id ? -1 : 1));
}

/** One after the other, so that the index is the only thing in memory that grows. */
function* indexedArticles(source: SoundSource, summaries: readonly PlainSummary[]): Generator<IndexedArticle> {
  const byId = new Map(summaries.map((summary) => [summary.id, summary]));
  for (const { matter, body, language, words } of inOrder(source)) {
    const { headings, blocks } = body();
    yield {
      id: matter.id,
      language,
      title: matter.title,
      standfirst: matter.standfirst,
      tags: matter.tags,
      author: byId.get(matter.id)?.author?.name ?? '',
      section: byId.get(matter.id)?.section?.name ?? '',
      headings: [...(matter.kicker === undefined ? [] : [matter.kicker]), ...headings.map(({ text }) => text)],
      blocks,
      site: '',
      source: 'collection',
      published: matter.published,
      words,
    };
  }
}

import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import fc from 'fast-check';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';
import { afterAll, describe, expect, it } from 'vitest';
import {
  exportFacts,
  exportFields,
  exportFormats,
  type ExportField,
  type ExportFormat,
} from '../../contract/export-formats.ts';
import { exportedBytes, labelOf } from '../exporters/exporters.ts';
import { picturesIn } from '../exporters/article-pictures.ts';
import { ownService, type ImportedArticle, type ImportRecord } from '../importers/import-record.ts';
import { openInput } from '../importing/read-inputs.ts';
import { prepareRow } from '../importing/prepare-row.ts';
import { bodyHtml } from '../library/article-tree.ts';
import { openLibraryFixture, type LibraryFixture } from '../library/test-helpers/library-fixture.ts';
import type { SavedArticle } from '../store/library-store.ts';
import { readSource } from './read-source.ts';
import { anyLibrary } from './test-helpers/any-library.ts';

const folder = mkdtempSync(join(tmpdir(), 'lectern-round-trip-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const now = '2026-11-27T08:00:00.000Z';

function save({ library, assets }: LibraryFixture, rows: readonly (readonly [ImportRecord, string])[]): string[] {
  const outcomes: string[] = [];
  for (const [at, [record, service]] of rows.entries()) {
    const row = prepareRow(record, service, at, { put: assets.put, now, original: null, extent: 'main' });
    if (row.kind === 'article') outcomes.push(...library.savePrepared([row.prepared]).map(({ outcome }) => outcome));
    else if (row.kind === 'marks') library.saveMarks([row.story]);
    else outcomes.push(row.reason);
  }
  return outcomes;
}

function makeLibrary(articles: readonly ImportedArticle[]): LibraryFixture {
  const fixture = openLibraryFixture();
  save(
    fixture,
    articles.map((article, row) => [{ kind: 'article', input: 'a', row: row + 1, article }, ownService]),
  );
  fixture.store.setBookmark('a-story', true);
  fixture.store.setProgress('another-story', 0.5, 7);
  return fixture;
}

/** Out of one library and into an empty one. */
async function throughFile(from: LibraryFixture, format: ExportFormat, into: LibraryFixture): Promise<void> {
  const { fileName } = labelOf(format, now);
  const path = join(folder, fileName);
  const source = readSource({
    ...{ store: from.store, assets: from.assets, ids: null, withTrash: format === 'all', now },
    titleOfStory: () => 'A story',
  });
  await pipeline(exportedBytes(format, source), createWriteStream(path));
  const { rows } = await openInput({ path, name: fileName }, new Map());
  const read: (readonly [ImportRecord, string])[] = [];
  for await (const { record, service } of rows) read.push([record, service]);
  expect(read.filter(([{ kind }]) => kind === 'failed')).toEqual([]);
  save(into, read);
}

type Told = Readonly<Record<ExportField, unknown>>;

/** Names of the elements that a text is built of, each block with the one that it is. */
function structureOf(html: string): string[] {
  const names: string[] = [];
  visit(fromHtml(html, { fragment: true }), 'element', ({ tagName }) => {
    if (/^(?:h\d|ul|ol|li|blockquote|pre|table|tr|th|td|code|em|strong|sup|math)$/.test(tagName)) names.push(tagName);
  });
  return names;
}

function tell({ library, store }: LibraryFixture, article: SavedArticle): Told {
  const body = library.body(article);
  const html = bodyHtml(body);
  const { tags, shelves, highlights } = store.library.belongings(article);
  const mark = store.mark(article.id);
  return {
    text: body.blocks.map((text) => text.replace(/\s+/g, ' ').trim()),
    structure: structureOf(html),
    pictures: [picturesIn(html), article.imagesKept],
    links: article.hasContent,
    ...{ id: article.id, title: article.title, standfirst: article.standfirst, author: article.author },
    ...{ site: article.site, url: article.url, published: article.published, savedAt: article.savedAt },
    ...{ language: article.language, state: article.state, favourite: article.favourite, note: article.note },
    tags: [...tags].sort(),
    shelves,
    progress: [mark.progress, mark.progress > 0 ? mark.readAt : null],
    highlights: highlights.map(({ quote, note }) => [quote, note]),
    highlightDetails: highlights.map(({ colour, tags: own, createdAt }) => [colour, own, createdAt]),
    marks: [mark.bookmarkedAt, mark.block, mark.finished, store.recommendation(article.id)],
    trash: article.deletedAt,
    ...{ storyMarks: null, originals: null, versions: null },
  };
}

function tellAll(fixture: LibraryFixture): { readonly articles: Told[]; readonly stories: unknown } {
  const rows = fixture.store.library;
  const all = (['inbox', 'archive', 'trash'] as const).flatMap((state) =>
    rows.list({ query: { state }, order: 'oldest', after: null, limit: 1000 }).map(({ article }) => article),
  );
  const stories = rows.storyMarks().map(({ id }) => [id, fixture.store.mark(id)]);
  return { articles: all.map((article) => tell(fixture, article)), stories };
}

/** What a format leaves out of what it carries, as its limits say; null for an article that it leaves out. */
const limits: Readonly<Partial<Record<ExportFormat, (told: Told) => Told | null>>> = {
  bookmarks: (told) => {
    if (told.url === null) return null;
    const tags = (told.tags as string[]).map((tag) => tag.replaceAll(',', ' ').replace(/\s+/g, ' ')).sort();
    const savedAt = `${String(told.savedAt).slice(0, 19)}.000Z`;
    return { ...told, tags: [...new Set(tags)], savedAt, links: false };
  },
  readwise: (told) => {
    const highlights = (told.highlights as string[][]).filter(([quote]) => quote !== '');
    return highlights.length === 0 ? null : { ...told, highlights };
  },
  jsonl: (told) => ({ ...told, pictures: null }),
};

const readBack = exportFormats.filter((format) => Object.values(exportFacts[format].carries).includes('both'));

describe('an export that is imported into an empty library', () => {
  it.each(readBack)(
    '%s: is all that the table says it carries',
    async (format) => {
      const { carries } = exportFacts[format];
      const carried = (Object.keys(exportFields) as ExportField[]).filter((field) => carries[field] === 'both');
      const project = (told: Told) => Object.fromEntries(carried.map((field) => [field, told[field]]));
      const order = ({ url, title }: Told) => `${String(url)} ${String(title)}`;
      await fc.assert(
        fc.asyncProperty(anyLibrary, async (articles) => {
          const from = makeLibrary(articles);
          const into = openLibraryFixture();
          try {
            const kept = carried.includes('trash') ? () => true : ({ trash }: Told) => trash === null;
            const limit = limits[format] ?? ((told: Told) => told);
            const expected = tellAll(from)
              .articles.filter(kept)
              .flatMap((told) => limit(told) ?? []);
            // Of nothing no export is made.
            if (expected.length === 0) return;
            await throughFile(from, format, into);
            const found = tellAll(into);
            const byOrder = (a: Told, b: Told) => (order(a) < order(b) ? -1 : 1);
            expect(found.articles.sort(byOrder).map(project)).toEqual(expected.sort(byOrder).map(project));
            if (carried.includes('storyMarks')) expect(found.stories).toEqual(tellAll(from).stories);
          } finally {
            from.close();
            into.close();
          }
        }),
        { numRuns: 12 },
      );
    },
    120_000,
  );
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { openAssets } from '../main/core/collection/assets.ts';
import { assetList, storyList } from '../main/core/collection/bundle-lists.ts';
import { bundlePaths, digest, manifest, plainSummary, type BundleFile } from '../main/core/collection/bundle-schema.ts';
import type { Collection } from '../main/core/collection/collection.ts';
import { openCollection } from '../main/core/collection/open-collection.ts';
import { searchCollection } from '../main/core/search/search-fixture.ts';
import { normaliseBlockText } from '../main/core/text/block-text.ts';
import { compileCollection, type CompileResult } from './compiler/compile-collection.ts';
import { temporarySuiteFolder } from './compiler/compile-in-temp.ts';

/** The paper that ships, compiled as `npm run content` does and looked through whole. */
const source = join(import.meta.dirname, 'the-patch');
const out = join(temporarySuiteFolder(), 'bundle');
let result: CompileResult;
let collection: Collection;

beforeAll(async () => {
  result = await compileCollection(source, out);
  collection = openCollection(out);
});

const tags = (html: string): string[] => html.match(/<[a-z][^>]*>/gi) ?? [];
const values = (html: string, name: string): string[] =>
  [...html.matchAll(new RegExp(`<[^>]* ${name}="([^"]*)"`, 'g'))].map(([, value = '']) => value);

describe('The Patch', () => {
  it('compiles without a problem and without a warning', () => {
    expect(result).toMatchObject({ ok: true, warnings: [] });
  });

  it('is a paper: at least twelve stories in every kind of length, every section with some', () => {
    expect(collection.summaries.length).toBeGreaterThanOrEqual(12);
    expect(new Set(collection.summaries.map(({ kind }) => kind)).size).toBe(6);
    for (const section of collection.publication.sections) expect(section.count).toBeGreaterThan(0);
    expect(collection.jobs.length).toBe(12);
    expect(collection.jobs.every(({ sample }) => sample)).toBe(true);
  });

  it('has a front page of different stories, each featured one with a spot', () => {
    const { lead, featured, leadPicture, download } = collection.front;
    expect(new Set([lead, ...featured]).size).toBe(7);
    for (const id of featured) expect(collection.summary(id).spot).toContain('<path');
    expect(leadPicture?.alt).toBeTruthy();
    expect(collection.downloads.map(({ id }) => id)).toContain(download);
  });

  it('describes each story as the contract says', () => {
    for (const summary of collection.summaries) expect(plainSummary.parse(summary)).toEqual(summary);
  });

  it('lists every file of the bundle with its size and digest, and nothing else', () => {
    const read = (path: string): unknown => JSON.parse(readFileSync(join(out, path), 'utf8'));
    const listed = (list: Record<string, BundleFile>, pathOf: (name: string) => string) =>
      Object.entries(list).map(([name, file]) => [pathOf(name), file] as const);
    const list: Record<string, BundleFile> = Object.fromEntries([
      ...listed(manifest.parse(read(bundlePaths.manifest)).files, (path) => path),
      ...listed(storyList.parse(read(bundlePaths.stories)), bundlePaths.story),
      ...listed(assetList.parse(read(bundlePaths.assets)), bundlePaths.asset),
    ]);
    const found = readdirSync(out, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(out.length + 1));
    expect(found.filter((path) => path !== bundlePaths.manifest).sort()).toEqual(Object.keys(list).sort());
    for (const [path, file] of Object.entries(list)) {
      const bytes = readFileSync(join(out, path));
      expect([path, digest(bytes), bytes.length]).toEqual([path, file.sha256, file.bytes]);
    }
  });

  it('has no link, note, drawing or picture that leads nowhere, and no id twice', () => {
    const assets = openAssets(out);
    for (const { id } of collection.summaries) {
      const { html, hero, imageCount } = collection.body(id);
      const page = `${hero?.svg ?? ''}${html}`;
      const ids = values(page, 'id');
      expect([id, ids.length]).toEqual([id, new Set(ids).size]);
      for (const href of values(page, 'href')) {
        const story = /^#\/story\/(.+)$/.exec(href)?.[1];
        if (story !== undefined) expect(collection.has(story)).toBe(true);
        else if (href.startsWith('#')) expect(ids).toContain(href.slice(1));
        else expect(href).toMatch(/^(?:https?:\/\/|mailto:)/);
      }
      for (const [, target = ''] of page.matchAll(/url\(#([^)]+)\)/g)) expect(ids).toContain(target);
      for (const src of values(page, 'src')) expect(assets.resolve(src.replace('/assets/', ''))).not.toBeNull();
      if (hero?.asset != null) expect(assets.resolve(hero.asset)).not.toBeNull();
      const pictures = tags(page).filter((tag) => /^<img|^<svg[^>]*class="art"/.test(tag));
      expect(pictures.length).toBe(imageCount);
      for (const picture of pictures) expect(picture).toMatch(/(?:alt|aria-label)="[^"]+"/);
    }
  });

  it('has blocks whose text is what the page shows', () => {
    for (const { id } of collection.summaries) {
      const { html, blocks, headings } = collection.body(id);
      expect(values(html, 'data-block')).toEqual(blocks.map((_, block) => String(block)));
      for (const { block, text } of headings) expect(blocks[block]).toBe(text);
      for (const block of blocks) expect(block).toBe(normaliseBlockText(block));
    }
  });

  it('relates eight stories to each, with a reason for every one', () => {
    for (const { id } of collection.summaries) {
      const related = collection.related(id);
      expect([id, related.length]).toEqual([id, 8]);
      expect(new Set(related.map((other) => other.id)).size).toBe(8);
      for (const other of related) {
        expect(collection.has(other.id)).toBe(true);
        expect(other.reasons.length).toBeGreaterThan(0);
      }
    }
  });

  it('finds each story by its title, first', () => {
    const search = searchCollection(collection);
    for (const { id, title } of collection.summaries) {
      expect(search.find(title, { limit: 1, offset: 0 }).hits[0]?.id).toBe(id);
    }
  });

  it('holds nothing that a page could run or load', () => {
    for (const { id } of collection.summaries) {
      const { html, hero } = collection.body(id);
      for (const tag of tags(`${hero?.svg ?? ''}${html}`))
        expect(tag).not.toMatch(
          /^<(?:script|style|iframe|object|embed|link|form|input|use|image)|\s(?:style|srcset|on[a-z]+|xlink:href)=/i,
        );
    }
  });
});

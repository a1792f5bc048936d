import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openAssets } from '../../main/core/collection/assets.ts';
import { openCollection } from '../../main/core/collection/open-collection.ts';
import { searchCollection } from '../../main/core/search/search-fixture.ts';
import { collectionWith, filesOf } from './compile-in-temp.ts';

describe('compiling a sound collection', () => {
  it('gives a bundle that opens, with everything that the folder says', async () => {
    const { compile, out } = collectionWith(null);
    const result = await compile();
    expect(result).toMatchObject({ ok: true, stories: 3, warnings: [] });
    const collection = openCollection(out);
    expect(collection.version).toBe(result.ok ? result.version : null);
    expect(collection.summaries.map(({ id }) => id)).toEqual(['blue-worm', 'red-worm', 'needle']);
    expect(collection.summary('red-worm')).toMatchObject({
      standfirst: 'It came on a Friday, “quite politely”, and left by every door.',
      section: { id: 'worms', name: 'Worms' },
      author: { id: 'desk', name: 'The Desk' },
      published: '2026-09-07',
      updated: '2026-09-10',
      kicker: 'July',
      minutes: 1,
      language: 'en-GB',
      direction: 'ltr',
      spot: '<svg class="spot" viewBox="0 0 64 64" aria-hidden="true"><path d="M32 26a6 6 0 100 12"></path></svg>',
    });
    expect(collection.front).toMatchObject({
      lead: 'red-worm',
      featured: ['blue-worm'],
      latest: ['blue-worm', 'needle'],
      download: 'all-of-it',
      leadPicture: { alt: 'A torn red cloth', caption: 'It’s torn.', credit: 'Drawn here', width: 960, height: 400 },
    });
    expect(collection.front.sections.map(({ id, number, count, stories }) => [id, number, count, stories])).toEqual([
      [
        'worms',
        1,
        2,
        ['red-worm', 'blue-worm'].toSorted(
          (a, b) =>
            collection.summaries.findIndex(({ id }) => id === a) - collection.summaries.findIndex(({ id }) => id === b),
        ),
      ],
      ['tools', 2, 1, ['needle']],
    ]);
    expect(collection.publication).toMatchObject({
      name: 'The Mender',
      editor: { name: 'The Desk', storyCount: 1 },
      storyCount: 3,
      jobCount: 1,
      downloadCount: 1,
    });
    expect(collection.publication.tags[0]).toEqual({ name: 'antidotes', count: 2 });
    expect(collection.threads).toEqual([{ id: 'two-worms', title: 'Two worms', stories: ['red-worm', 'blue-worm'] }]);
    expect(collection.related('red-worm')[0]).toMatchObject({
      id: 'blue-worm',
      reasons: expect.arrayContaining(['Later in this story', 'Mentioned in this story']) as unknown,
    });
    expect(collection.body('red-worm')).toMatchObject({
      imageCount: 3,
      headings: [{ block: 2, level: 2, text: 'An old door' }],
      hero: { svg: expect.stringContaining('<svg') as unknown },
    });
    expect(searchCollection(collection).find('disagreeable', { limit: 1, offset: 0 }).hits).toMatchObject([
      { id: 'red-worm', places: 1, passage: { block: 0 } },
    ]);
  });

  it('gives the same bytes for the same sources, whatever the files are called', async () => {
    const first = collectionWith(null);
    const second = collectionWith(null);
    renameSync(join(second.source, 'stories/needle.md'), join(second.source, 'stories/aaa.md'));
    await first.compile();
    await second.compile();
    expect(filesOf(second.out)).toEqual(filesOf(first.out));
  });

  it('changes its version with a letter of a story', async () => {
    const { source, compile } = collectionWith(null);
    const before = await compile();
    const path = join(source, 'stories/needle.md');
    writeFileSync(path, readFileSync(path, 'utf8').replace('Hold it', 'Held it'));
    const after = await compile();
    expect(before.ok && after.ok && before.version !== after.version).toBe(true);
  });

  it('replaces an older bundle and leaves nothing beside it', async () => {
    const { compile, out } = collectionWith(null);
    await compile();
    writeFileSync(join(out, 'stale.json'), '{}');
    await compile();
    expect(existsSync(join(out, 'stale.json'))).toBe(false);
    expect(readdirSync(dirname(out)).sort()).toEqual(['bundle', 'source']);
  });

  it('leaves the older bundle alone when the sources have a fault', async () => {
    const { source, compile, out } = collectionWith(null);
    await compile();
    const before = filesOf(out);
    writeFileSync(join(source, 'front.yaml'), 'lead: nobody\nfeatured: [needle]\n');
    expect((await compile()).ok).toBe(false);
    expect(filesOf(out)).toEqual(before);
  });

  it('puts back the older bundle when a crash came between moving it aside and replacing it', async () => {
    const { source, compile, out } = collectionWith(null);
    await compile();
    const before = filesOf(out);
    const aside = join(dirname(out), '.bundle.0123abcd.old');
    const halfWritten = join(dirname(out), '.bundle.89abcdef.new');
    const beingWritten = join(dirname(out), '.bundle.00000000.new');
    renameSync(out, aside);
    mkdirSync(halfWritten);
    mkdirSync(beingWritten);
    const twoHoursAgo = new Date(Date.now() - 2 * 60 * 60 * 1000);
    for (const path of [aside, halfWritten]) utimesSync(path, twoHoursAgo, twoHoursAgo);
    writeFileSync(join(source, 'front.yaml'), 'lead: nobody\nfeatured: [needle]\n');
    expect((await compile()).ok).toBe(false);
    expect(filesOf(out)).toEqual(before);
    expect(readdirSync(dirname(out)).sort()).toEqual(['.bundle.00000000.new', 'bundle', 'source']);
  });

  it('does not replace a folder that is no bundle', async () => {
    const { source, compile, out } = collectionWith(null);
    renameSync(join(source, 'downloads'), out);
    writeFileSync(join(source, 'downloads.yaml'), '[]\n');
    writeFileSync(join(source, 'front.yaml'), 'lead: red-worm\nfeatured: [blue-worm]\n');
    await expect(compile()).rejects.toThrow('holds something that is no collection');
    expect(readdirSync(out)).toEqual(['note.txt']);
  });

  it('needs neither jobs nor downloads, threads or an about page', async () => {
    const { source, compile, out } = collectionWith(null);
    for (const file of ['jobs.yaml', 'downloads.yaml', 'threads.yaml', 'about.md'])
      renameSync(join(source, file), join(dirname(source), file));
    writeFileSync(join(source, 'front.yaml'), 'lead: red-worm\nfeatured: [blue-worm]\n');
    const result = await compile();
    expect(result).toMatchObject({ ok: true, warnings: [{ file: 'downloads/note.txt' }] });
    const { jobs, downloads, threads, front, publication } = openCollection(out);
    expect({ jobs, downloads, threads, download: front.download, aboutHtml: publication.aboutHtml }).toEqual({
      jobs: [],
      downloads: [],
      threads: [],
      download: null,
      aboutHtml: null,
    });
  });
});

describe('the editions', () => {
  it('hold every story, open by themselves and run nothing', async () => {
    const { compile, out } = collectionWith(null);
    await compile();
    const [download] = openCollection(out).downloads;
    expect(download?.extent).toMatch(/^3 stories, \d+ words$/);
    const [html, markdown, note] = (download?.files ?? []).map(({ asset, mediaType, bytes }) => {
      const found = openAssets(out).resolve(asset);
      expect(found).toMatchObject({ mediaType, bytes });
      return readFileSync(found?.path ?? '', 'utf8');
    });
    for (const title of ['The worm that tore the cloth', 'The worm that mended it', 'How to hold a needle']) {
      expect(html).toContain(title);
      expect(markdown).toContain(`# ${title}`);
    }
    expect(html).not.toMatch(
      /<script|<link|<iframe|var\(--|\son[a-z]+=|(?:src|href)="(?!data:|#|https:\/\/example\.org\/)/,
    );
    const ids = [...(html ?? '').matchAll(/<[^>]* id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, target] of (html ?? '').matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target);
    for (const [, target] of (html ?? '').matchAll(/url\(#([^)]+)\)/g)) expect(ids).toContain(target);
    expect(markdown).not.toMatch(/^:::|\]\(story:|:lang\[/m);
    expect(markdown).toContain('> A patch offered is a courtesy.');
    expect(note).toBe('A note.\n');
  });
});

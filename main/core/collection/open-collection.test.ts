import { mkdtempSync, readFileSync, renameSync, rmSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { AppError } from '../../contract/errors.ts';
import { openAssets } from './assets.ts';
import { bundlePaths, createManifest, digest, formatVersion, type Catalogue } from './bundle-schema.ts';
import { openCollection } from './open-collection.ts';
import { layOutBundle } from './test-helpers/lay-out-bundle.ts';

const person = { id: 'desk', name: 'The Desk', initials: 'TD', role: 'Editor', about: '', storyCount: 1 };
const ink = { ink: '#000000', on: '#ffffff', wash: '#ffffff' };
const section = { id: 'worms', name: 'Worms', about: '', number: 1, count: 1 };

const catalogue: Catalogue = {
  publication: {
    id: 'paper',
    name: 'Paper',
    tagline: '',
    language: 'en',
    edition: '1',
    issued: '2026-01-01',
    colophon: '',
    editor: person,
    colours: { paper: ink, white: ink, sepia: ink, dusk: ink, black: ink },
    sections: [section],
    tags: [],
    storyCount: 1,
    jobCount: 0,
    downloadCount: 0,
    aboutHtml: null,
  },
  shown: [
    {
      id: 'worm',
      source: 'collection',
      title: 'Worm',
      standfirst: '',
      section: { id: 'worms', name: 'Worms' },
      kind: 'brief',
      kicker: null,
      author: null,
      published: '2026-01-01',
      updated: null,
      words: 1,
      minutes: 1,
      tags: [],
      language: 'en',
      direction: 'ltr',
      spot: null,
      url: null,
    },
  ],
  persons: [person],
  front: {
    lead: 'worm',
    leadPicture: null,
    featured: [],
    latest: [],
    sections: [{ ...section, stories: ['worm'] }],
    download: null,
  },
  downloads: [],
  jobs: [],
  threads: [],
};
const body = {
  html: '<p data-block="0">Worm</p>',
  blocks: ['Worm'],
  markdown: 'Worm',
  hero: null,
  sources: [],
  headings: [],
  imageCount: 0,
  related: [],
};
const asset = `${'0123456789abcdef'.repeat(2)}.png`;

/** A bundle on disk, as the compiler lays it out. */
function bundle(): string {
  const directory = mkdtempSync(join(tmpdir(), 'lectern-'));
  onTestFinished(() => {
    rmSync(directory, { recursive: true, force: true });
  });
  const contents: Record<string, { text: string; mediaType?: string }> = {
    [bundlePaths.catalogue]: { text: JSON.stringify(catalogue) },
    [bundlePaths.summaries(0)]: { text: JSON.stringify(catalogue.shown) },
    [bundlePaths.segment]: { text: 'the index, compiled' },
    [bundlePaths.story('worm')]: { text: JSON.stringify(body) },
    [bundlePaths.asset(asset)]: { text: 'picture', mediaType: 'image/png' },
  };
  layOutBundle(directory, contents);
  return directory;
}

function failure(act: () => unknown): AppError {
  try {
    act();
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error('It did not fail.');
}

const remedy = 'Reinstall Lectern, or make the collection again with `npm run content` or `lectern content`.';

describe('a bundle that is whole', () => {
  it('opens, and reads stories and index when they are asked for', () => {
    const collection = openCollection(bundle());
    expect(collection.summaries.map(({ id }) => id)).toEqual(['worm']);
    expect(collection.body('worm')).toEqual(body);
    expect(collection.related('worm')).toEqual([]);
    expect(Buffer.from(collection.searchSegment()).toString()).toBe('the index, compiled');
    expect([collection.has('worm'), collection.has('__proto__')]).toEqual([true, false]);
  });

  it('needs nothing at the start but what the front page shows', () => {
    const directory = bundle();
    for (const path of ['stories', 'search', 'summaries', 'assets', 'stories.json', 'assets.json'])
      rmSync(join(directory, path), { recursive: true });
    const collection = openCollection(directory);
    expect([collection.summary('worm').title, collection.has('worm')]).toEqual(['Worm', true]);
    expect(failure(() => collection.has('other')).details).toEqual({ file: 'stories.json' });
    expect(failure(() => collection.summaries).details).toEqual({ file: 'stories.json' });
  });

  it('is read beside its place if a crash came between moving it aside and putting a newer one there', () => {
    const directory = join(bundle(), 'inner');
    const aside = (mark: string) => join(dirname(directory), `.inner.${mark}.old`);
    const older = bundle();
    utimesSync(join(older, 'manifest.json'), 1, 1);
    renameSync(older, aside('00000000'));
    renameSync(bundle(), aside('0123abcd'));
    renameSync(bundle(), join(dirname(directory), '.inner.ffffffff.new'));
    rmSync(join(aside('00000000'), 'stories'), { recursive: true });
    expect(openCollection(directory).body('worm').blocks).toEqual(['Worm']);
    expect(openAssets(directory).resolve(asset)?.path).toBe(join(aside('0123abcd'), 'assets', asset));
  });

  it('says not-found for an id that is none of its stories, however it is written', () => {
    const collection = openCollection(bundle());
    for (const id of ['none', '../manifest', '__proto__', 'constructor', '']) {
      expect(failure(() => collection.body(id)).code).toBe('not-found');
      expect(failure(() => collection.summary(id)).code).toBe('not-found');
      expect(failure(() => collection.related(id)).code).toBe('not-found');
    }
  });

  it('keeps its version as long as no byte changes', () => {
    expect(openCollection(bundle()).version).toBe(openCollection(bundle()).version);
  });
});

describe('a bundle that is not', () => {
  it.each([
    ['manifest.json', (directory: string) => openCollection(directory)],
    ['catalogue.json', (directory: string) => openCollection(directory)],
    ['stories.json', (directory: string) => openCollection(directory).has('other')],
    ['summaries/0.json', (directory: string) => openCollection(directory).summaries],
    ['assets.json', (directory: string) => openAssets(directory)],
    ['stories/worm.json', (directory: string) => openCollection(directory).body('worm')],
    ['search/index.segment', (directory: string) => openCollection(directory).searchSegment()],
  ])('names %s when it is missing, cut short, or changed, and says what to do', (file, act) => {
    const missing = bundle();
    rmSync(join(missing, file));
    const lacking = failure(() => act(missing));
    expect([lacking.code, lacking.message]).toEqual([
      'collection-missing',
      `The collection lacks its file ${file}, or it cannot be read. ${remedy}`,
    ]);

    const short = bundle();
    truncateSync(join(short, file), 9);
    const cut = failure(() => act(short));
    expect([cut.code, cut.message.endsWith(remedy), cut.details]).toEqual(['collection-damaged', true, { file }]);
    expect(cut.message).toMatch(/is cut short/);

    const changed = bundle();
    const path = join(changed, file);
    writeFileSync(
      path,
      readFileSync(path, 'utf8').replace(/Worm|compiled|[0-9a-f]{8}/, (found) => 'a'.repeat(found.length)),
    );
    const tampered = failure(() => act(changed));
    expect([tampered.code, tampered.message]).toEqual([
      'collection-damaged',
      `The collection's file ${file} has been changed since it was made. ${remedy}`,
    ]);
  });

  it('does not open when there is no folder', () => {
    const directory = join(bundle(), 'elsewhere');
    expect(failure(() => openCollection(directory))).toMatchObject({
      code: 'collection-missing',
      message: `There is no collection in ${directory}. ${remedy}`,
    });
  });

  it('does not open when it was made for another version of Lectern', () => {
    const directory = bundle();
    const path = join(directory, 'manifest.json');
    writeFileSync(path, readFileSync(path, 'utf8').replace(`"formatVersion":${formatVersion}`, '"formatVersion":1'));
    expect(failure(() => openCollection(directory)).message).toContain('was made for another version of Lectern');
  });

  it('does not believe a file that the manifest does not list', () => {
    const directory = bundle();
    const listed = createManifest([
      [
        'catalogue.json',
        { sha256: digest(JSON.stringify(catalogue)), bytes: Buffer.byteLength(JSON.stringify(catalogue)) },
      ],
    ]);
    writeFileSync(join(directory, 'manifest.json'), JSON.stringify(listed));
    expect(failure(() => openCollection(directory).body('worm'))).toMatchObject({
      code: 'collection-damaged',
      details: { file: 'manifest.json' },
    });
  });

  it('refuses a manifest that names a path outside', () => {
    const directory = bundle();
    const manifest = createManifest([['../secret.json', { sha256: digest(''), bytes: 0 }]]);
    writeFileSync(join(directory, 'manifest.json'), JSON.stringify(manifest));
    expect(failure(() => openCollection(directory)).code).toBe('collection-damaged');
  });
});

describe('assets', () => {
  it('are found by the name that the manifest gives them, and by no other', () => {
    const directory = bundle();
    const assets = openAssets(directory);
    expect(assets.resolve(asset)).toEqual({ path: join(directory, 'assets', asset), mediaType: 'image/png', bytes: 7 });
    for (const name of [
      '',
      '..',
      '../manifest.json',
      `./${asset}`,
      `${asset}/`,
      'manifest.json',
      '__proto__',
      `..%2f${asset}`,
    ]) {
      expect(assets.resolve(name)).toBeNull();
    }
  });

  it('are hashed when they are first wanted, and again only if they were written to', () => {
    const directory = bundle();
    const file = join(directory, 'assets', asset);
    utimesSync(file, 1000, 1000);
    const assets = openAssets(directory);
    assets.resolve(asset);
    writeFileSync(file, 'PICTURE');
    utimesSync(file, 1000, 1000);
    expect(assets.resolve(asset)).not.toBeNull();
    utimesSync(file, 1001, 1001);
    expect(failure(() => assets.resolve(asset))).toMatchObject({
      code: 'collection-damaged',
      details: { file: `assets/${asset}` },
    });
    expect(failure(() => openAssets(directory).resolve(asset)).code).toBe('collection-damaged');
    rmSync(file);
    expect(failure(() => assets.resolve(asset)).code).toBe('collection-missing');
  });
});

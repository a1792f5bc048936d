import {
  appendFileSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openCompileCache } from './compile-cache.ts';
import { compileCollection } from './compile-collection.ts';
import { collectionWith, filesOf, temporaryFolder } from './compile-in-temp.ts';

/** A collection with a cache of its own, some of whose sources `change` changes between a first and a second compile. */
async function compileTwice(
  change: (source: string, cacheFolder: string) => void,
  makers: [string, string] = ['maker', 'maker'],
): Promise<{ files: [string, string][]; anew: [string, string][]; recalled: number; cacheFolder: string }> {
  const { source, out } = collectionWith(null);
  const cacheFolder = join(temporaryFolder(), 'cache');
  await compileCollection(source, out, openCompileCache(cacheFolder, makers[0]));
  for (const name of entriesIn(cacheFolder)) utimesSync(join(cacheFolder, name), 1, 1);
  change(source, cacheFolder);
  await compileCollection(source, out, openCompileCache(cacheFolder, makers[1]));
  const files = filesOf(out);
  await compileCollection(source, out);
  const recalled = entriesIn(cacheFolder).filter((name) => statSync(join(cacheFolder, name)).mtimeMs === 1000);
  return { files, anew: filesOf(out), recalled: recalled.length, cacheFolder };
}

function entriesIn(folder: string): string[] {
  return readdirSync(folder).filter((name) => !name.startsWith('scratch'));
}

describe('what was made before', () => {
  it('is used again, all of it, when nothing has changed', async () => {
    const { files, anew, recalled, cacheFolder } = await compileTwice(() => undefined);
    expect(recalled).toBe(entriesIn(cacheFolder).length);
    expect(recalled).toBeGreaterThanOrEqual(6);
    expect(files).toEqual(anew);
    expect(readdirSync(cacheFolder).filter((name) => name.startsWith('scratch'))).toEqual([]);
  });

  it.each<[string, (source: string) => void]>([
    ['a story’s text', (source) => appendFileSync(join(source, 'stories/needle.md'), '\n\nOne paragraph more.\n')],
    [
      'a story’s front matter',
      (source) => {
        const path = join(source, 'stories/red-worm.md');
        writeFileSync(path, readFileSync(path, 'utf8').replace(/^title: .*$/m, 'title: Another headline'));
      },
    ],
    [
      'a drawing that a story shows',
      (source) => {
        const path = join(source, 'pictures/cloth.svg');
        writeFileSync(path, readFileSync(path, 'utf8').replace('</svg>', '<path d="M1 2L3 4"/></svg>'));
      },
    ],
    [
      'the publication’s language',
      (source) => {
        const path = join(source, 'publication.yaml');
        writeFileSync(path, readFileSync(path, 'utf8').replace(/^language: .*$/m, 'language: de'));
      },
    ],
    [
      'the name of a section',
      (source) => {
        const path = join(source, 'sections.yaml');
        writeFileSync(path, readFileSync(path, 'utf8').replace('name: Worms', 'name: Creatures'));
      },
    ],
    [
      'the name of an author',
      (source) => {
        const path = join(source, 'authors.yaml');
        writeFileSync(path, readFileSync(path, 'utf8').replace('name: The Desk', 'name: The Table'));
      },
    ],
    [
      'a story that is new, and one that is gone',
      (source) => {
        const text = readFileSync(join(source, 'stories/needle.md'), 'utf8');
        writeFileSync(
          join(source, 'stories/pin.md'),
          text.replace('id: needle', 'id: pin').replace(/^title: .*$/m, 'title: A pin'),
        );
      },
    ],
    [
      'the order of a thread',
      (source) => {
        const path = join(source, 'threads.yaml');
        writeFileSync(path, readFileSync(path, 'utf8').replace('[red-worm, blue-worm]', '[blue-worm, red-worm]'));
      },
    ],
  ])('gives the same bytes as a compile that makes everything anew, after a change of %s', async (_, change) => {
    let before = '';
    const { files, anew } = await compileTwice((source) => {
      before = state(source);
      change(source);
      expect(state(source)).not.toBe(before);
    });
    expect(files).toEqual(anew);
  });

  it('is not believed when it is cut short, changed or made by another compiler', async () => {
    const spoil = (act: (path: string) => void) => (_source: string, cache: string) => {
      for (const name of entriesIn(cache)) act(join(cache, name));
    };
    for (const act of [
      (path: string) => truncateSync(path, 30),
      (path: string) => truncateSync(path, 0),
      (path: string) => writeFileSync(path, readFileSync(path, 'utf8').replaceAll('e', 'x')),
    ]) {
      const { files, anew, recalled } = await compileTwice(spoil(act));
      expect([recalled, files]).toEqual([0, anew]);
    }
    const { files, anew, recalled } = await compileTwice(() => undefined, ['old', 'new']);
    expect([recalled, files]).toEqual([0, anew]);
  });

  it('is forgotten when it is an hour old and of no use, and not while another compile may be at it', async () => {
    const { source, out } = collectionWith(null);
    const folder = join(temporaryFolder(), 'cache');
    const cache = openCompileCache(folder, '');
    await compileCollection(source, out, cache);
    const first = entriesIn(folder);
    const left = join(folder, 'scratch-0123abcd');
    cpSync(source, left, { recursive: true });
    appendFileSync(join(source, 'stories/needle.md'), '\n\nOne paragraph more.\n');
    await compileCollection(source, out, cache);
    expect(entriesIn(folder)).toEqual(expect.arrayContaining(first));
    for (const name of readdirSync(folder)) utimesSync(join(folder, name), 1, 1);
    await compileCollection(source, out, cache);
    expect(entriesIn(folder).length).toBe(first.length);
    expect(existsSync(left)).toBe(false);
  });

  it('may be deleted between two compiles, and be shared by two at a time', async () => {
    const { source, out } = collectionWith(null);
    const folder = join(temporaryFolder(), 'cache');
    const cache = openCompileCache(folder, '');
    await compileCollection(source, out, cache);
    const files = filesOf(out);
    rmSync(folder, { recursive: true });
    const results = await Promise.all([
      compileCollection(source, out, cache),
      compileCollection(source, `${out}-too`, openCompileCache(folder, '')),
    ]);
    expect(results).toMatchObject([{ ok: true }, { ok: true }]);
    expect([filesOf(out), filesOf(`${out}-too`)]).toEqual([files, files]);
  });
});

function state(directory: string): string {
  return JSON.stringify(filesOf(directory));
}

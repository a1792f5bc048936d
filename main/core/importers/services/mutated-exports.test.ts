import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { makeArchive } from '../archive/test-helpers/make-archive.ts';
import { takeSample } from '../detect/sample.ts';
import { openSourceFile } from '../source-file.ts';
import { streamFormats } from '../stream-formats.ts';
import { fixturePath, importFile } from './test-helpers/import-fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'lectern-mutated-'));
afterAll(() => rmSync(folder, { recursive: true }));

const fixtures = readdirSync(fixturePath('')).sort();
const mutations = 25;

/** Numbers that look random and are the same in every run. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Flips bits, cuts the end off, doubles a piece or puts in strange bytes. */
function mutated(bytes: Uint8Array, random: (below: number) => number): Uint8Array {
  const copy = Uint8Array.from(bytes);
  const at = random(copy.length);
  switch (random(4)) {
    case 0:
      for (let flips = 1 + random(20); flips > 0; flips -= 1) {
        const place = random(copy.length);
        copy[place] = (copy[place] ?? 0) ^ (1 << random(8));
      }
      return copy;
    case 1:
      return copy.subarray(0, at);
    case 2:
      return Buffer.concat([copy.subarray(0, at), copy.subarray(at - random(at + 1)), copy.subarray(at)]);
    default:
      return Buffer.concat([copy.subarray(0, at), Buffer.from('"\0{[<\uFEFF>]}"\\u'), copy.subarray(at)]);
  }
}

async function readAll(path: string): Promise<number> {
  const { records } = await importFile(path);
  for (const record of records) {
    expect(record.row).toBeGreaterThan(0);
    if (record.kind === 'article') expect(record.article.url ?? 'https:').toMatch(/^https?:/);
    else if (record.kind !== 'marks') expect(record.reason).not.toBe('');
  }
  return records.length;
}

describe('a damaged export', () => {
  it.each(fixtures)('never throws and always ends, made of %s', async (name) => {
    const whole = readFileSync(fixturePath(name));
    for (let seed = 0; seed < mutations; seed += 1) {
      const path = join(folder, name);
      writeFileSync(path, mutated(whole, randomFrom(seed * 7919 + name.length)));
      await readAll(path);
    }
  });

  it('never throws and always ends, made of an archive', async () => {
    const archive = await makeArchive(folder, 'pocket-whole.zip', {
      'part_000000.csv': readFileSync(fixturePath('pocket-newline-in-title-bom-crlf.csv')),
      'annotations/part_000000.json': readFileSync(fixturePath('pocket-annotations.json')),
      '_matter_history.csv': readFileSync(fixturePath('matter-history.csv')),
      'metadata_0_to_1.json': readFileSync(fixturePath('omnivore-metadata.json')),
      'content/first.html': '<p>Text</p>',
    });
    const whole = readFileSync(archive);
    for (let seed = 0; seed < 150; seed += 1) {
      const path = join(folder, 'pocket.zip');
      writeFileSync(path, mutated(whole, randomFrom(seed)));
      await readAll(path);
    }
  });

  it('is read to its end by every format, also by those that it is not of', async () => {
    for (const format of streamFormats.filter(({ name }) => name !== 'JSON Lines')) {
      for (const name of fixtures) {
        const source = openSourceFile(fixturePath(name), name);
        const sample = takeSample(name, source.head(65_536), null);
        await format.recognise(sample, source);
        for await (const { row } of format.read(source)) expect(row).toBeGreaterThan(0);
      }
    }
  });

  it('of 100,000 levels costs nothing', async () => {
    const deep = 100_000;
    const files = {
      'deep-list.json': `[{"url":"https://a.example/","is_archived":0,"content":${'['.repeat(deep)}${']'.repeat(deep)}}]`,
      'deep-feed.xml': `<rss><channel><item><title>a</title><description>${'<p>'.repeat(deep)}</description></item></channel></rss>`,
      'deep-bookmarks.html': `<!DOCTYPE NETSCAPE-Bookmark-file-1>${'<DL><p><DT><H3>a</H3>'.repeat(deep)}<DT><A HREF="https://a.example/">a</A>`,
      'deep-subscriptions.opml': `<opml>${'<outline text="a">'.repeat(deep)}`,
    };
    for (const [name, text] of Object.entries(files)) {
      writeFileSync(join(folder, name), text);
      expect(await readAll(join(folder, name))).toBeGreaterThan(0);
    }
  });
});

import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { searchJson } from './output/json-shapes.ts';
import { runLectern } from './run-lectern.ts';
import { fakeTerminal, makeScratch, sourcePlaces, type Scratch } from './test-helpers/scratch.ts';

let scratch: Scratch;

beforeAll(async () => {
  scratch = await makeScratch();
});
afterAll(() => {
  scratch.remove();
});

async function lectern(args: string[], env: Record<string, string> = {}, input: string[] = []) {
  const terminal = fakeTerminal({ LECTERN_DATA: scratch.path('data'), ...env }, input);
  const places = { ...sourcePlaces, collectionDirectory: scratch.collection };
  const code = await runLectern(args, places, terminal);
  return { code, ...terminal.printed };
}

async function json(...args: string[]): Promise<unknown> {
  const { code, out, err } = await lectern([...args, '--json']);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return JSON.parse(out);
}

const aString = expect.any(String) as string;
const aNumber = expect.any(Number) as number;

describe('the JSON of the commands, field by field', () => {
  it('search', async () => {
    const found = await json('search', 'sub-head', '--limit', '1');
    expect(found).toEqual({
      total: 1,
      tookMs: aNumber,
      understood: expect.stringMatching(/./) as string,
      hits: [
        {
          id: 'first-story',
          title: 'A headline is a sentence without its full stop',
          source: 'collection',
          url: null,
          score: aNumber,
          passage: expect.stringMatching(/sub-head/i) as string,
        },
      ],
    });
  });

  it('search, explained', async () => {
    const found = (await json('search', 'second company', '--explain')) as ReturnType<typeof searchJson>; // as printed
    for (const { score, explanation = [] } of found.hits) {
      expect(explanation.map(({ what }) => what)).toContain('company');
      expect(explanation.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(score, 6);
    }
  });

  it('search, a line for each line of standard input, in order', async () => {
    const queries = ['sub-head', '', 'a'.repeat(1001), 'foo:bar (', 'company'];
    const { code, out, err } = await lectern(['search', '-', '--limit', '1'], {}, queries);
    const lines = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as ReturnType<typeof searchJson> & { query: string; error?: string });
    expect({ code, err, queries: lines.map(({ query }) => query) }).toEqual({ code: 0, err: '', queries });
    expect(lines.map(({ total, hits }) => [total > 0, hits.length])).toEqual([
      [true, 1],
      [false, 0],
      [false, 0],
      [false, 0],
      [true, 1],
    ]);
    expect(lines[2]?.error).toContain('longer than 1,000 characters');
    expect(lines[4]?.hits[0]?.id).toBe('second-story');
  });

  it('list', async () => {
    const listed = await json('list');
    expect(listed).toHaveLength(2);
    expect(listed).toContainEqual({
      id: 'second-story',
      title: 'A second story, so that the first has company',
      section: 'Notes',
      author: 'The Editor',
      published: '2026-11-23',
      words: aNumber,
      source: 'collection',
    });
  });

  it('article', async () => {
    const article = await json('article', 'first-story');
    expect(article).toEqual({
      id: 'first-story',
      title: 'A headline is a sentence without its full stop',
      byline: 'The Editor',
      published: '2026-11-23',
      language: 'en-GB',
      html: expect.stringContaining('data-block="0"') as string,
      text: expect.stringContaining('The first paragraph opens with a large initial.') as string,
      images: [
        {
          src: null,
          alt: 'A line of running stitches that ends in a needle',
          caption: 'A caption says what the picture cannot.',
        },
      ],
    });
    expect(JSON.stringify(article)).not.toMatch(/\u00AD/);
  });

  it('related', async () => {
    const related = await json('related', 'first-story');
    expect(related).toEqual([
      { id: 'second-story', title: aString, score: aNumber, reasons: expect.arrayContaining([aString]) as string[] },
    ]);
  });
});

describe('the commands for people', () => {
  it('print what one wants to know', async () => {
    expect((await lectern(['list'])).out).toMatch(/^first-story +2026-11-23 {2}A headline .+ \(\d+ min\)$/m);
    expect((await lectern(['search', 'sub-head'])).out).toMatch(
      /^1 article\. .+\n\nA headline .+\n {2}first-story\n {2}./,
    );
    expect((await lectern(['article', 'first-story'])).out).toMatch(
      /^A headline .+\n\nWhat the story .+\n\nThe Editor, 2026-11-23\n\nThe first paragraph/,
    );
    expect((await lectern(['related', 'first-story'])).out).toMatch(/^A second story.+\n {2}second-story\n {2}./);
    expect((await lectern(['--version'])).out).toBe(`${sourcePlaces.version}\n`);
    const { out } = await lectern(['--help']);
    expect((await lectern(['search', 'company', '--explain'])).out).toMatch(/points, of these\n +[\d.]+ {2}company: /);
    for (const name of ['serve', 'search', 'list', 'article', 'related', 'content'])
      expect(out).toContain(`lectern ${name}`);
    expect((await lectern(['serve', '--help'])).out).toContain('--port N');
  });

  it('find what has accents, and live with a stray colon', async () => {
    for (const query of ['headline:', ':', '"', 'naïve headline', '*', '-']) {
      expect((await lectern(['search', query])).code).toBe(0);
    }
  });
});

describe('what goes wrong', () => {
  it('is 2 and the usage for wrong usage, with nothing on standard output', async () => {
    expect(await lectern(['search'])).toEqual({
      code: 2,
      out: '',
      err: 'lectern: What shall be searched for?\nUsage: lectern search QUERY|- [--json] [--limit N] [--explain] [--data DIR] [--collection DIR]\n',
    });
    expect(await lectern([])).toMatchObject({ code: 2, out: '' });
  });

  it('is 1 and a sentence for what failed', async () => {
    for (const id of ['nope', '../../etc/passwd', 'a'.repeat(200)]) {
      for (const command of ['article', 'related']) {
        expect(await lectern([command, id, '--json'])).toEqual({
          code: 1,
          out: '',
          err: `lectern: There is no article "${id}". \`lectern list\` shows the ids that there are.\n`,
        });
      }
    }
    const long = await lectern(['search', 'a'.repeat(10_000)]);
    expect(long).toMatchObject({ code: 1, out: '', err: expect.stringContaining('search for fewer words') as string });
    const missing = await lectern(['list', '--collection', scratch.path('nowhere')]);
    expect(missing).toMatchObject({ code: 1, out: '', err: expect.stringContaining('npm run content') as string });
  });

  it('never touches the data folder in commands that read', async () => {
    writeFileSync(scratch.path('a-file'), '');
    for (const data of [[], ['--data', scratch.path('other')], ['--data', scratch.path('a-file')]]) {
      expect((await lectern(['search', 'headline', ...data])).code).toBe(0);
      expect((await lectern(['article', 'first-story', ...data])).code).toBe(0);
    }
    expect([existsSync(scratch.path('data')), existsSync(scratch.path('other'))]).toEqual([false, false]);
  });
});

describe('the collection that is read', () => {
  it('is that of --collection, else that of the environment, else the one that came along', async () => {
    const nowhere = scratch.path('nowhere');
    expect((await lectern(['list'], { LECTERN_COLLECTION: nowhere })).code).toBe(1);
    expect((await lectern(['list', '--collection', scratch.collection], { LECTERN_COLLECTION: nowhere })).code).toBe(0);
    expect((await lectern(['list'], { LECTERN_COLLECTION: '' })).code).toBe(0);
  });
});

describe('lectern content', () => {
  it('makes a bundle that can be read', async () => {
    const out = scratch.path('made');
    expect(await lectern(['content', scratch.path('source'), '--out', out])).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^2 stories, \d+ words, .+ in .+made, \d+ ms\n$/) as string,
    });
    expect((await lectern(['list', '--collection', out])).code).toBe(0);
  });

  it('names file, line, cause and remedy of a fault, and writes nothing', async () => {
    const source = scratch.path('source');
    const broken = join(source, 'stories', 'third-story.md');
    writeFileSync(broken, '---\nid: third-story\ntitle: Third\nsection: nowhere\n---\n\nText.\n');
    const result = await lectern(['content', source, '--out', scratch.path('unmade')]);
    expect(result).toMatchObject({ code: 1, out: '' });
    expect(result.err).toMatch(new RegExp(`^${broken}:\\d+(?::\\d+)?: .+\\. .+\\.$`, 'm'));
    expect(result.err).toContain('nothing was written');
    expect(readdirSync(scratch.root)).not.toContain('unmade');
  });

  it('begins a publication that compiles as it is, and never over somebody else’s', async () => {
    const mine = scratch.path('mine');
    expect(await lectern(['content', '--new', mine])).toMatchObject({ code: 0, err: '' });
    expect(await lectern(['content', mine, '--out', scratch.path('mine-made')])).toMatchObject({ code: 0, err: '' });
    expect(await lectern(['content', '--new', mine])).toMatchObject({
      code: 1,
      err: expect.stringContaining('is not empty') as string,
    });
  });

  it('says that there is no such folder', async () => {
    const nowhere = scratch.path('nowhere');
    expect(await lectern(['content', nowhere, '--out', scratch.path('unmade')])).toMatchObject({
      code: 1,
      err: `lectern: There is no folder ${nowhere}. Name the one that holds publication.yaml.\n`,
    });
  });
});

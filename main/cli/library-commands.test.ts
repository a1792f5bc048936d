import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importReport } from '../contract/import-entities.ts';
import { runLectern } from './run-lectern.ts';
import { fakeTerminal, makeScratch, sourcePlaces, type Scratch } from './test-helpers/scratch.ts';

let scratch: Scratch;

beforeAll(async () => {
  scratch = await makeScratch();
});
afterAll(() => {
  scratch.remove();
});

async function lectern(...args: string[]) {
  const terminal = fakeTerminal({ LECTERN_DATA: scratch.path('data') });
  const code = await runLectern(args, { ...sourcePlaces, collectionDirectory: scratch.collection }, terminal);
  return { code, ...terminal.printed };
}

function file(name: string, lines: readonly (object | string)[]): string {
  const path = scratch.path(name);
  writeFileSync(path, lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join(''));
  return path;
}

describe('lectern import', () => {
  it('accounts for every row, as text and as JSON, and tells by its exit code whether any failed', async () => {
    const good = file('good.jsonl', [
      { id: 'x', title: 'The first of mine', text: 'A text of a few words.', tags: ['one'] },
      { url: 'https://example.org/later' },
    ]);
    expect(await lectern('import', good, '--data', scratch.path('a'))).toMatchObject({
      code: 0,
      err: '',
      out: expect.stringMatching(/^Read 2: 1 imported, 0 merged, 1 without content, 0 failed\.\n\nWithout/) as string,
    });
    const bad = file('bad.jsonl', [{ id: 'x', title: 'Again' }, 'garbage']);
    const result = await lectern('import', bad, good, '--json', '--data', scratch.path('a'));
    expect(result).toMatchObject({ code: 1, err: 'lectern: 1 of 4 rows failed.\n' });
    expect(importReport.parse(JSON.parse(result.out))).toMatchObject({ read: 4, imported: 0, merged: 3, failed: 1 });
  });

  it('changes nothing in a dry run, and reports what the true one then does', async () => {
    const path = file('dry.jsonl', [
      { title: 'Mine', text: 'A text.', url: 'https://example.org/a' },
      { url: 'http://example.org/a/' },
    ]);
    const data = scratch.path('dry');
    const dry = await lectern('import', path, '--dry-run', '--json', '--data', data);
    const exported = await lectern('export', '--format', 'jsonl', '--data', data);
    expect(exported).toMatchObject({ code: 0, out: '' });
    const real = await lectern('import', path, '--json', '--data', data);
    expect(JSON.parse(dry.out)).toEqual(JSON.parse(real.out));
    expect(importReport.parse(JSON.parse(real.out))).toMatchObject({ imported: 1, merged: 1 });
  });
});

describe('lectern export', () => {
  it('writes to a file all or nothing, and what it wrote can be imported again', async () => {
    const path = file(
      'three.jsonl',
      ['a', 'b', 'c'].map((id) => ({ id, title: id, text: `Text ${id}.` })),
    );
    await lectern('import', path, '--data', scratch.path('from'));
    const out = scratch.path('out.jsonl');
    expect(await lectern('export', '--format', 'jsonl', '--out', out, '--data', scratch.path('from'))).toEqual({
      code: 0,
      out: '',
      err: '',
    });
    await lectern('import', out, '--data', scratch.path('to'));
    const again = await lectern('export', '--format', 'jsonl', '--data', scratch.path('to'));
    expect(again.out).toBe(readFileSync(out, 'utf8'));
    expect(again.out.split('\n')).toHaveLength(4);

    const nowhere = scratch.path('no', 'such', 'folder.jsonl');
    expect(
      await lectern('export', '--format', 'jsonl', '--out', nowhere, '--data', scratch.path('from')),
    ).toMatchObject({
      code: 1,
      err: expect.stringContaining('Choose another place with --out') as string,
    });
    expect(readdirSync(dirname(out)).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('writes a folder of files, what a search finds, and replaces nothing that it has not written', async () => {
    const data = scratch.path('folders');
    const path = file(
      'two.jsonl',
      ['Tea', 'Milk'].map((id) => ({ id, title: id, text: `All about ${id}. `.repeat(9), tags: [id.toLowerCase()] })),
    );
    await lectern('import', path, '--data', data);
    const out = scratch.path('notes');
    const order = ['export', '--format', 'markdown', '--data', data, '--out', out];
    expect(await lectern(...order, '--query', 'tag:tea')).toEqual({ code: 0, out: '', err: '' });
    expect(readdirSync(out).sort()).toEqual(['.lectern-export', 'Tea.md']);
    await lectern(...order);
    expect(readdirSync(out).sort()).toEqual(['.lectern-export', 'Milk.md', 'Tea.md']);
    expect(readdirSync(dirname(out)).filter((name) => name.startsWith('notes.'))).toEqual([]);

    expect((await lectern('import', out, '--data', scratch.path('back'))).out).toContain('Read 2: 2 imported');

    const mine = scratch.path('mine');
    mkdirSync(mine);
    writeFileSync(join(mine, 'diary.md'), 'words');
    const zip = scratch.path('mine.zip');
    writeFileSync(zip, 'PK of somebody');
    for (const [format, target] of [
      ['markdown', mine],
      ['all', zip],
      ['bookmarks', path],
    ] as const) {
      expect(await lectern('export', '--format', format, '--data', data, '--out', target)).toMatchObject({
        code: 1,
        err: expect.stringContaining('left alone') as string,
      });
    }
    expect([readFileSync(zip, 'utf8'), readdirSync(mine)]).toEqual(['PK of somebody', ['diary.md']]);
    const book = scratch.path('book.epub');
    for (const _ of ['first', 'again'])
      expect(await lectern('export', '--format', 'epub', '--data', data, '--out', book)).toMatchObject({ code: 0 });
  });

  it('says in a dry run what a format leaves behind, and writes nothing', async () => {
    const data = scratch.path('folders');
    const { code, out } = await lectern('export', '--format', 'bookmarks', '--dry-run', '--data', data);
    expect(code).toBe(0);
    expect(out).toContain('0 articles, 0 pictures');
    expect(out).toMatch(/Left behind:\n {2}the text\n/);
    expect(out).toContain('With limits:\n  Articles without an address are left out.');
  });
});

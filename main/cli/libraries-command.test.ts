import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { runLectern } from './run-lectern.ts';
import { fakeTerminal, sourcePlaces } from './test-helpers/scratch.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lectern-libraries-cli-'));
  mkdirSync(join(folder, 'stick'));
  writeFileSync(join(folder, 'page.md'), '# A page\n\nAbout the worm.\n');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

async function lectern(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const env = { LECTERN_CONFIG: join(folder, 'config'), XDG_DATA_HOME: join(folder, 'share') };
  const terminal = fakeTerminal(env);
  const places = { ...sourcePlaces, collectionDirectory: join(folder, 'none') };
  const code = await runLectern(args, places, { ...terminal, home: folder });
  return { code, ...terminal.printed };
}

it('makes a library, uses it for what comes, moves it, and lists them all', async () => {
  expect((await lectern('libraries')).out).toBe(`* Library: ${join(folder, 'share', 'lectern')}\n`);
  await lectern('libraries', 'create', 'Work', '--in', join(folder, 'stick'));
  const used = await lectern('libraries', 'use', 'work');
  expect(used.out).toContain(`* Work: ${join(folder, 'stick', 'Lectern Work')}\n`);
  await lectern('import', join(folder, 'page.md'));
  expect(existsSync(join(folder, 'stick', 'Lectern Work', 'library.db'))).toBe(true);

  mkdirSync(join(folder, 'desk'));
  const moved = await lectern('libraries', 'move', join(folder, 'desk'), '--json');
  expect(JSON.parse(moved.out)).toMatchObject([
    { name: 'Library', isCurrent: false },
    { name: 'Work', directory: join(folder, 'desk', 'Lectern Work'), isCurrent: true, isAbsent: false },
  ]);
  expect((await lectern('export', '--format', 'jsonl')).out).toContain('A page');
});

it('says that a library is not there, and makes none in its place', async () => {
  await lectern('libraries', 'create', 'Stick', '--in', join(folder, 'stick'));
  await lectern('libraries', 'use', 'Stick');
  await lectern('import', join(folder, 'page.md'));
  rmSync(join(folder, 'stick'), { recursive: true });
  expect((await lectern('libraries')).out).toContain(
    '* Stick: ' + join(folder, 'stick', 'Lectern Stick') + ' (not there)',
  );
  const refused = await lectern('import', join(folder, 'page.md'));
  expect(refused).toMatchObject({ code: 1, err: expect.stringContaining('“Stick” is not where it was') as string });
  expect(existsSync(join(folder, 'stick'))).toBe(false);
});

it('adds one that is there, calls it otherwise, and takes it off the list without touching it', async () => {
  await lectern('import', join(folder, 'page.md'), '--data', join(folder, 'other'));
  expect((await lectern('libraries', 'add', join(folder, 'stick'))).err).toContain('There is no library in');
  await lectern('libraries', 'add', join(folder, 'other'));
  await lectern('libraries', 'rename', 'other', 'Archive');
  expect((await lectern('libraries', 'rename', 'Archive', 'LIBRARY')).err).toContain(
    'There is a library called “Library”',
  );
  expect((await lectern('libraries', 'forget', 'Library')).err).toContain('is the current library');
  const forgotten = await lectern('libraries', 'forget', 'archive');
  expect(forgotten).toMatchObject({ code: 0, out: expect.not.stringContaining('Archive') as string });
  expect(existsSync(join(folder, 'other', 'library.db'))).toBe(true);
});

it.each([
  [['libraries', 'burn'], 'There is no "libraries burn".'],
  [['libraries', 'use'], 'This needs the name of one library.'],
  [['libraries', 'use', 'a', 'b'], 'This needs the name of one library.'],
  [['libraries', 'list', '--in', 'x'], '--in goes with create.'],
  [['libraries', 'create', 'a', '--name', 'x'], '--name goes with add.'],
  [['libraries', 'rename', 'a'], 'This needs the name of one library and its new one.'],
])('refuses %j as wrong usage', async (args, why) => {
  const { code, err } = await lectern(...args);
  expect({ code, why: err.split('\n')[0] }).toEqual({ code: 2, why: `lectern: ${why}` });
});

import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ExportFormat } from '../../contract/export-formats.ts';
import { createCore, type Core } from '../core.ts';
import { killAtAnyMoment, killRounds, killSeed } from '../files/test-helpers/kill-at-any-moment.ts';
import type { LibraryFixture } from '../library/test-helpers/library-fixture.ts';
import { openFullLibrary } from '../store/backup/test-helpers/full-library.ts';
import { findOutgoing } from '../web/outgoing.ts';
import { writeFolder } from './write-folder.ts';

const program = fileURLToPath(new URL('./test-helpers/export-and-be-killed.ts', import.meta.url));
const everything = { everything: true } as const;

let fixture: LibraryFixture;
let place: string;

beforeAll(() => {
  fixture = openFullLibrary(80);
  fixture.store.close();
});
afterAll(() => {
  rmSync(fixture.directory, { recursive: true });
});
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'lectern-killed-export-'));
  return () => {
    rmSync(place, { recursive: true });
  };
});

/** A core on the library as a window opens it, at some time. */
async function withCore<Result>(now: string, run: (core: Core) => Promise<Result>): Promise<Result> {
  const core = createCore({
    ...{ collectionDirectory: join(place, 'none'), dataDirectory: fixture.directory, version: '1' },
    now: () => new Date(now),
    report: () => undefined,
  });
  try {
    return await run(core);
  } finally {
    await core.close();
  }
}

const exportTo = (format: ExportFormat, target: string, now: string) =>
  withCore(now, (core) => core.exportFiles({ format, selection: everything }, target));

/** What somebody sees there: a file's bytes, or those of every file in a folder; null for nothing. */
function seen(path: string): unknown {
  if (!existsSync(path)) return null;
  if (statSync(path).isFile()) return readFileSync(path, 'base64');
  return Object.fromEntries(readdirSync(path).map((name) => [name, seen(join(path, name))]));
}

/** `prepare` before each round, `judge` after it. */
function killAgainAndAgain(
  args: readonly string[],
  prepare: () => Promise<void>,
  judge: (isWhole: boolean) => Promise<void>,
): Promise<void> {
  return killAtAnyMoment(program, async () => {
    await prepare();
    return { args, judge };
  });
}

describe(`an export killed at any moment (seed ${killSeed}, ${killRounds} rounds each)`, () => {
  it.each([
    ['all', 'library.zip', 'nothing'],
    ['all', 'library.zip', 'an older one'],
    ['jsonl', 'library.jsonl', 'an older one'],
    ['markdown', 'notes', 'nothing'],
    ['markdown', 'notes', 'an older one'],
  ] as const)(
    'of %s to %s where there is %s leaves that or a whole one, and the next clears up',
    async (...given) => {
      const [format, name, there] = given;
      const target = join(place, name);
      await exportTo(format, target, '2026-11-27T08:00:00Z');
      const fresh = seen(target);
      let older: unknown = null;
      const prepare = async (): Promise<void> => {
        rmSync(target, { recursive: true, force: true });
        if (there === 'nothing') return;
        if (format === 'all') await exportTo(format, target, '2020-01-01T08:00:00Z');
        else if (format === 'jsonl') writeFileSync(target, '{"id":"of another day"}\n');
        else writeFolder(format, [{ name: 'Of another day.md', content: 'Old.' }], target, new Date());
        older = seen(target);
        expect(older).not.toEqual(fresh);
      };
      await killAgainAndAgain([format, fixture.directory, target], prepare, async (isWhole) => {
        const left = seen(target);
        const others = readdirSync(place).filter((one) => one !== name);
        if (isWhole) expect([left, others]).toEqual([fresh, []]);
        // Between the two renames of a folder the older one lies beside it.
        const isAside = left === null && format === 'markdown' && others.some((one) => one.startsWith('notes.old.'));
        if (!isAside) expect([older, fresh]).toContainEqual(left);
        // Nothing there can be taken for an export by its name.
        expect(others.filter((one) => !/\.\d+-[0-9a-f]{8}\.part$/.test(one))).toEqual([]);
        await exportTo(format, target, '2026-11-27T08:00:00Z');
        expect([seen(target), readdirSync(place)]).toEqual([fresh, [name]]);
      });
    },
    120_000,
  );

  it('that a window ordered waits whole to be taken, or is gone with the next start', async () => {
    const outgoing = join(fixture.directory, 'outgoing');
    const target = join(place, 'library.zip');
    await exportTo('all', target, '2026-11-27T08:00:00Z');
    const fresh = seen(target);
    const clear = async (): Promise<void> => {
      rmSync(outgoing, { recursive: true, force: true });
      await Promise.resolve();
    };
    await killAgainAndAgain(['all', fixture.directory], clear, async (isWhole) => {
      const now = new Date().toISOString();
      await withCore(now, async () => Promise.resolve());
      const left = existsSync(outgoing) ? readdirSync(outgoing) : [];
      const ids = left.filter((name) => /^[0-9a-f]{32}$/.test(name));
      expect(left.sort()).toEqual(ids.flatMap((id) => [id, `${id}.json`]));
      for (const id of ids) {
        const found = findOutgoing(fixture.directory, id);
        expect([found?.fileName, seen(found?.path ?? '')]).toEqual(['lectern-2026-11-27.zip', fresh]);
      }
      if (isWhole) expect(ids).toHaveLength(1);
    });
  }, 60_000);
});

describe('what a killed export of a folder leaves', () => {
  const notes = [{ name: 'Note.md', content: 'New.' }];
  const failing = function* () {
    yield* notes;
    throw new Error('no more');
  };
  const goneProcess = () => spawnSync(process.execPath, ['--version']).pid;
  const write = (files: Iterable<{ name: string; content: string }>) => {
    writeFolder('markdown', files, join(place, 'notes'), new Date());
  };

  it('is no obstacle, though it has not come as far as to its own mark, or has lost it', () => {
    for (const name of ['notes', 'notes.old']) {
      mkdirSync(join(place, `${name}.${goneProcess()}-0a0b0c0d.part`, 'inside'), { recursive: true });
      writeFileSync(join(place, `${name}.${goneProcess()}-1a1b1c1d.part`), 'half');
    }
    write(notes);
    expect([seen(join(place, 'notes')), readdirSync(place)]).toEqual([
      { '.lectern-export': expect.any(String) as string, 'Note.md': Buffer.from('New.').toString('base64') },
      ['notes'],
    ]);
  });

  it('in the middle of the swap is brought back, even if the next export does not come to its end', () => {
    write([{ name: 'Note.md', content: 'Old.' }]);
    const old = seen(join(place, 'notes'));
    const aside = join(place, `notes.old.${goneProcess()}-0a0b0c0d.part`);
    renameSync(join(place, 'notes'), aside);
    expect(() => {
      write(failing());
    }).toThrow('no more');
    expect([seen(join(place, 'notes')), readdirSync(place)]).toEqual([old, ['notes']]);
  });

  it('takes nothing of anybody else away', () => {
    const others = ['notes.part', 'notes.old', 'notes.7.part', `diary.${goneProcess()}-0a0b0c0d.part`];
    for (const name of others) mkdirSync(join(place, name, 'inside'), { recursive: true });
    write(notes);
    expect(readdirSync(place).sort()).toEqual([...others, 'notes'].sort());
  });
});

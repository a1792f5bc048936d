import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, existsSync, mkdirSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSqliteStore } from '../store/sqlite-store.ts';
import { chooseLibrary } from './choose-library.ts';
import { registered } from './library-register.ts';
import { moveLibrary, type LibraryMove } from './move-library.ts';
import { fillLibrary, makeLibraries, readLibrary, type LibrariesFixture } from './test-helpers/libraries.ts';

const otherDisk = (): never => {
  throw Object.assign(new Error('EXDEV: another disk'), { code: 'EXDEV' });
};

let fixture: LibrariesFixture;
let to: string;
beforeEach(() => {
  fixture = makeLibraries();
  to = join(fixture.place, 'Lectern Library');
});
afterEach(() => {
  fixture.remove();
});

const now = () => new Date('2026-11-27T08:00:00.000Z');
const move = (given: Partial<LibraryMove> = {}) =>
  moveLibrary({
    register: fixture.register,
    id: 'first',
    to,
    signal: new AbortController().signal,
    progress: () => undefined,
    stopCore: () => Promise.resolve(),
    ...given,
  });

describe('moving a library', () => {
  it('takes it over in a moment on the same disk, and leaves nothing behind', async () => {
    fillLibrary(fixture.directory, 3);
    await move();
    expect(existsSync(fixture.directory)).toBe(false);
    expect(readLibrary(to)).toEqual({ titles: ['Article 0', 'Article 1', 'Article 2'], pictures: 3 });
    expect(registered(fixture.register.read(), 'first')).toMatchObject({ directory: to, left: null });
  });

  it('copies it to another disk while one reads on, what is written meanwhile too', async () => {
    fillLibrary(fixture.directory, 3);
    const told: [number, number][] = [];
    await move({
      rename: otherDisk,
      progress: (bytes, total) => told.push([bytes, total]),
      stopCore: () => {
        fillLibrary(fixture.directory, 5);
        return Promise.resolve();
      },
    });
    expect(readLibrary(to)).toMatchObject({ titles: { length: 5 }, pictures: 5 });
    expect(told.at(-1)![0]).toBe(told.at(-1)![1]);
    expect(registered(fixture.register.read(), 'first')).toMatchObject({ directory: to, left: fixture.directory });
    expect(readdirSync(fixture.place)).toEqual(['Lectern Library']);
  });

  it('leaves a mark with which the old library refuses to be opened', async () => {
    fillLibrary(fixture.directory, 1);
    await move({ rename: otherDisk });
    expect(() => openSqliteStore({ directory: fixture.directory, now })).toThrow(`was moved to ${to}`);
    expect(() => openSqliteStore({ directory: to, now }).close()).not.toThrow();
  });

  it('stays where it was if another process has it open, the disk is full, or the reader cancels', async () => {
    fillLibrary(fixture.directory, 2);
    const other = openSqliteStore({ directory: fixture.directory, now });
    for (const rename of [undefined, otherDisk]) {
      const given = rename === undefined ? {} : { rename };
      await expect(move(given)).rejects.toThrow('Another Lectern has this library open');
    }
    other.close();
    const abort = new AbortController();
    const cancelled = move({ rename: otherDisk, signal: abort.signal, progress: () => abort.abort() });
    await expect(cancelled).rejects.toThrow('aborted');
    expect(fixture.register.read()).toMatchObject({ moving: null });
    expect(registered(fixture.register.read(), 'first').directory).toBe(fixture.directory);
    expect(readdirSync(fixture.place)).toEqual([]);
    expect(readLibrary(fixture.directory)).toMatchObject({ titles: { length: 2 }, pictures: 2 });
  });

  it('refuses a folder that is there, one within itself, and a library with links in it', async () => {
    fillLibrary(fixture.directory, 1);
    await expect(move({ to: fixture.place })).rejects.toThrow('is there already');
    await expect(move({ to: join(fixture.directory, 'within') })).rejects.toThrow('into itself');
    symlinkSync('/', join(fixture.directory, 'everything'));
    await expect(move({ rename: otherDisk })).rejects.toThrow('neither a file nor a folder');
    expect(readLibrary(fixture.directory).titles).toHaveLength(1);
  });

  it('copies again what has changed since it was copied before', async () => {
    fillLibrary(fixture.directory, 1);
    const note = join(fixture.directory, 'assets', 'note.txt');
    writeFileSync(note, 'first');
    await move({
      rename: otherDisk,
      stopCore: () => {
        appendFileSync(note, ', second');
        return Promise.resolve();
      },
    });
    expect(statSync(join(to, 'assets', 'note.txt')).size).toBe('first, second'.length);
  });

  it('loses nothing, whenever it is killed', async () => {
    fillLibrary(fixture.directory, 40);
    const whole = readLibrary(fixture.directory);
    const config = join(fixture.folder, 'config');
    const program = join(import.meta.dirname, 'test-helpers', 'moving.ts');
    const outcomes = new Set<string>();
    for (let round = 0; round < 24; round += 1) {
      const target = join(fixture.place, `round-${round}`);
      const library = registered(fixture.register.read(), 'first');
      const child = spawn(process.execPath, [program, config, fixture.directory, target], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      await once(child.stdout, 'data');
      const exited = once(child, 'exit');
      const timer = setTimeout(() => child.kill('SIGKILL'), round * 4);
      await exited;
      clearTimeout(timer);
      const { directory, fault } = chooseLibrary(fixture.register, null, {});
      expect(fault).toBeNull();
      expect([library.directory, target]).toContain(directory);
      expect(readLibrary(directory)).toEqual(whole);
      expect(fixture.register.read().moving).toBeNull();
      expect(existsSync(`${target}.part`)).toBe(false);
      outcomes.add(directory === target ? 'moved' : 'stayed');
    }
    expect(outcomes).toContain('stayed');
  }, 60_000);
});

describe('a move that another process is at', () => {
  it('is neither mended nor begun a second time', async () => {
    fillLibrary(fixture.directory, 1);
    let second: Promise<void> | null = null;
    let seen: string | null = null;
    await move({
      rename: otherDisk,
      stopCore: async () => {
        second = move({ to: `${to} 2` });
        await expect(second).rejects.toThrow('being moved already');
        seen = chooseLibrary(fixture.register, null, {}).directory;
        expect(existsSync(`${to}.part`)).toBe(true);
      },
    });
    expect(seen).toBe(fixture.directory);
    mkdirSync(join(fixture.folder, 'unused'), { recursive: true });
    expect(registered(fixture.register.read(), 'first').directory).toBe(to);
  });
});

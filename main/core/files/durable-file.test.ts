import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  finishFile,
  removeUnfinished,
  sweepUnfinished,
  unfinishedBeside,
  writeWholeFile,
  writeWholeFileSync,
} from './durable-file.ts';

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lectern-durable-'));
  path = join(folder, 'list.txt');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** The number of a process that was and is no more. */
function goneProcess(): number {
  return spawnSync(process.execPath, ['--version']).pid;
}

describe('a file that is written whole', () => {
  it('takes the place of the old one once all of it is there', async () => {
    writeWholeFileSync(path, 'old');
    const chunks = async function* (): AsyncGenerator<Uint8Array> {
      yield Buffer.from('half ');
      expect(readFileSync(path, 'utf8')).toBe('old');
      await Promise.resolve();
      yield Buffer.from('and half');
    };
    expect(await writeWholeFile(path, chunks())).toBe(13);
    expect([readFileSync(path, 'utf8'), readdirSync(folder)]).toEqual(['half and half', ['list.txt']]);
  });

  it('leaves what was there, and nothing else, when it cannot be finished', async () => {
    writeWholeFileSync(path, 'old');
    const stopped = new AbortController();
    const failing = function* (): Generator<Uint8Array> {
      yield Buffer.from('half');
      throw new Error('no more');
    };
    const stopping = async function* (): AsyncGenerator<Uint8Array> {
      yield Buffer.from('half');
      await Promise.resolve();
      stopped.abort();
      yield Buffer.from('half');
    };
    await expect(writeWholeFile(path, failing())).rejects.toThrow('no more');
    await expect(writeWholeFile(path, stopping(), stopped.signal)).rejects.toMatchObject({ name: 'AbortError' });
    mkdirSync(join(folder, 'taken', 'inside'), { recursive: true });
    expect(() => {
      writeWholeFileSync(join(folder, 'taken'), 'new');
    }).toThrow();
    expect([readFileSync(path, 'utf8'), readdirSync(folder)]).toEqual(['old', ['list.txt', 'taken']]);
  });

  it('can be written by two at once, each under a name of its own', () => {
    const [one, other] = [unfinishedBeside(path), unfinishedBeside(path)];
    writeFileSync(one, 'one');
    writeFileSync(other, 'other');
    finishFile(one, path);
    finishFile(other, path);
    expect([readFileSync(path, 'utf8'), readdirSync(folder)]).toEqual(['other', ['list.txt']]);
  });
});

describe('what was left unfinished', () => {
  it('goes when its process is gone or it has lain for long, and stays while somebody may be at it', () => {
    const now = new Date();
    const gone = goneProcess();
    const mine = unfinishedBeside(path);
    for (const name of [`list.txt.${gone}-00000001.part`, `list.txt.${gone}-00000001.part-wal`, 'theirs.part'])
      writeFileSync(join(folder, name), 'half');
    mkdirSync(join(folder, `notes.${gone}-00000002.part`, 'inside'), { recursive: true });
    writeFileSync(mine, 'half');
    expect(sweepUnfinished(folder, now, 'list.txt')).toBe(2);
    expect(readdirSync(folder)).toHaveLength(3);
    expect(sweepUnfinished(folder, now)).toBe(1);
    expect(readdirSync(folder)).toHaveLength(2);
    expect(sweepUnfinished(folder, new Date(now.getTime() + 7 * 60 * 60 * 1000))).toBe(1);
    expect([readdirSync(folder), sweepUnfinished(join(folder, 'nowhere'), now)]).toEqual([['theirs.part'], 0]);
  });

  it('of one file goes at once for whoever knows that nobody writes it', () => {
    writeFileSync(unfinishedBeside(path), 'half');
    const other = unfinishedBeside(join(folder, 'list.txt.bak'));
    writeFileSync(other, 'half');
    removeUnfinished(path);
    expect(readdirSync(folder).map((name) => join(folder, name))).toEqual([other]);
  });
});

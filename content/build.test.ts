import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';

const fixtures = join(import.meta.dirname, 'compiler/fixtures');

function build(...args: string[]): { status: number | null; stdout: string; stderr: string; folder: string } {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const inFolder = args.map((arg) => arg.replace('FOLDER', folder));
  const program = join(import.meta.dirname, 'build.ts');
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...inFolder], { encoding: 'utf8' });
  return { status, stdout, stderr, folder };
}

describe('npm run content', () => {
  it('says in one line what it made', () => {
    const { status, stdout, stderr, folder } = build(join(fixtures, 'sound'), '--out', 'FOLDER/out');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^3 stories, \d+ words, 0\.\d MB in .*out, \d+ ms\n$/);
    expect(existsSync(join(folder, 'out/manifest.json'))).toBe(true);
  });

  it('names every fault with its file and line as an editor can open it, and exits with 1', () => {
    const { status, stdout, stderr, folder } = build(join(fixtures, 'many-faults'), '--out', 'FOLDER/out');
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain(
      'content/compiler/fixtures/many-faults/stories/blue-worm.md:8:1: `published` is a date that no calendar has.',
    );
    expect(stderr).toContain('content/compiler/fixtures/many-faults/authors.yaml:1: The file is missing.');
    expect(stderr.trimEnd().split('\n').at(-1)).toMatch(/^\d+ to mend in .*many-faults; nothing was written\.$/);
    expect(existsSync(join(folder, 'out'))).toBe(false);
  });

  it('says what is wrong with a folder that is not there', () => {
    const { status, stderr } = build('FOLDER/none', '--out', 'FOLDER/out');
    expect(status).toBe(1);
    expect(stderr).toMatch(/^There is no folder .*none\. Name the one that holds publication\.yaml\.\n$/);
  });

  it('tells how it is used, and exits with 2, when it is used otherwise', () => {
    for (const args of [['--in', 'x'], ['a', 'b'], ['--out']]) {
      const { status, stderr } = build(...args);
      expect([status, stderr.startsWith('Usage: ')]).toEqual([2, true]);
    }
  });
});

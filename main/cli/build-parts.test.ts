import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isStale } from './build-parts.ts';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'lectern-stale-'));
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

function write(path: string, time: number): string {
  const file = join(root, path);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, '');
  utimesSync(file, time, time);
  return file;
}

describe('a built part', () => {
  it('is stale if it is missing or any source is newer, however deep', () => {
    const old = write('src/deep/old.ts', 1000);
    expect(isStale(join(root, 'made'), [join(root, 'src')])).toBe(true);
    const made = write('made', 2000);
    expect(isStale(made, [join(root, 'src'), old, join(root, 'missing')])).toBe(false);
    write('src/deep/new.ts', 3000);
    expect(isStale(made, [join(root, 'src')])).toBe(true);
  });

  it('is not made stale by tests and hidden files', () => {
    const made = write('made', 2000);
    write('src/a.test.ts', 3000);
    write('src/.a.ts.swp', 3000);
    expect(isStale(made, [join(root, 'src')])).toBe(false);
  });
});

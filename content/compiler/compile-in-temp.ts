/** For tests: the sound fixture with a fault laid over it, compiled in a folder that goes away with the test. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, onTestFinished } from 'vitest';
import { compileCollection, type CompileResult } from './compile-collection.ts';

export const fixtures = join(import.meta.dirname, 'fixtures');

/** A folder that goes away with the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/** `source` may be changed before `compile`. */
export function collectionWith(fault: string | null): {
  source: string;
  out: string;
  compile: () => Promise<CompileResult>;
} {
  const folder = temporaryFolder();
  const source = join(folder, 'source');
  const out = join(folder, 'bundle');
  cpSync(join(fixtures, 'sound'), source, { recursive: true });
  if (fault !== null) cpSync(join(fixtures, fault), source, { recursive: true });
  return { source, out, compile: () => compileCollection(source, out) };
}

/** For a whole test file. */
export function temporarySuiteFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-'));
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/** Every file of a folder with its content, by path. */
export function filesOf(directory: string): [string, string][] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => [path.slice(directory.length), readFileSync(path, 'base64')]);
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SQLite from 'better-sqlite3';
import { expect, it } from 'vitest';
import { storeError } from './store-errors.ts';

it('tells a full disk as such, from the error that SQLite really throws for one', () => {
  const directory = mkdtempSync(join(tmpdir(), 'lectern-full-'));
  const database = new SQLite(join(directory, 'library.db'));
  database.exec('CREATE TABLE note (text TEXT)');
  database.pragma('max_page_count = 3');
  let thrown: unknown;
  try {
    database.prepare('INSERT INTO note VALUES (?)').run('x'.repeat(100_000));
  } catch (error) {
    thrown = error;
  }
  database.close();
  rmSync(directory, { recursive: true });
  expect(storeError(thrown, '/desk')).toMatchObject({
    code: 'disk-full',
    message: expect.stringContaining('Make room and try again') as string,
  });
});

it('lets a bug through as it is', () => {
  const bug = new TypeError('undefined is not a function');
  expect(storeError(bug, '/desk')).toBe(bug);
});

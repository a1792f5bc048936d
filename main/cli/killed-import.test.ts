import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
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

it('keeps whole articles of an import that was killed, and takes the rest the next time', async () => {
  const count = 6000;
  const rows = Array.from({ length: count }, (_, at) =>
    JSON.stringify({ id: `n${at}`, title: `Number ${at}`, text: `word${at} `.repeat(60), tags: ['all'] }),
  );
  const path = scratch.path('many.jsonl');
  writeFileSync(path, rows.join('\n'));
  const program = join(import.meta.dirname, 'lectern.ts');
  const args = ['import', path, '--data', scratch.path('data'), '--collection', scratch.collection];
  const child = spawn(process.execPath, [program, ...args], { stdio: 'ignore' });
  const file = scratch.path('data', 'library.db');
  while (child.exitCode === null && !hasArticles(file)) await sleep(5);
  child.kill('SIGKILL');
  await once(child, 'close');

  const listed = JSON.parse((await lectern('list', '--json')).out) as { title: string; source: string }[];
  const kept = listed.filter(({ source }) => source === 'library');
  expect(kept.length).toBeGreaterThan(0);
  expect(kept.length).toBeLessThan(count);
  const exported = (await lectern('export', '--format', 'jsonl')).out.trimEnd().split('\n');
  expect(exported).toHaveLength(kept.length);
  for (const line of exported)
    expect(JSON.parse(line)).toMatchObject({ tags: ['all'], text: expect.any(String) as string });

  const again = await lectern('import', path, '--json');
  expect(importReport.parse(JSON.parse(again.out))).toMatchObject({
    read: count,
    imported: count - kept.length,
    merged: kept.length,
    failed: 0,
  });
});

/** As another process sees it; not yet while its tables are being made. */
function hasArticles(file: string): boolean {
  if (!existsSync(file)) return false;
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    return database.prepare('SELECT 1 FROM article').get() !== undefined;
  } catch {
    return false;
  } finally {
    database.close();
  }
}

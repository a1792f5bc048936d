import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { takeLock } from './process-lock.ts';

it('is held by one process, and free again as soon as that one is gone, even killed', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'lectern-lock-'));
  onTestFinished(() => {
    rmSync(directory, { recursive: true });
  });
  const path = join(directory, 'index.lock');
  const script = `
    const { takeLock } = await import(${JSON.stringify(join(import.meta.dirname, 'process-lock.ts'))});
    process.stdout.write(takeLock(${JSON.stringify(path)}) === null ? 'no' : 'yes');
    setInterval(() => undefined, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said] = (await once(child.stdout, 'data')) as [Buffer]; // as documented for "data"
  expect(said.toString()).toBe('yes');
  expect(takeLock(path)).toBeNull();
  child.kill('SIGKILL');
  await once(child, 'close');
  const lock = takeLock(path);
  expect(lock).not.toBeNull();
  lock?.release();
  takeLock(path)?.release();
  expect(takeLock(join(directory, 'library.db', 'nowhere', '\0'))).toBeNull();
});

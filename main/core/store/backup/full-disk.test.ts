import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LibraryFixture } from '../../library/test-helpers/library-fixture.ts';
import { openLibrary } from '../open-library.ts';
import { runBackupTask } from './backup-task.ts';
import { contentOf, openFullLibrary } from './test-helpers/full-library.ts';

const program = fileURLToPath(new URL('./test-helpers/deed.ts', import.meta.url));
const now = () => new Date();

let fixture: LibraryFixture;
let folder: string;
let before: unknown;

beforeAll(async () => {
  fixture = openFullLibrary(200);
  folder = mkdtempSync(join(tmpdir(), 'lectern-full-'));
  const task = { task: 'backup', folder: join(folder, 'backups'), path: null, keep: null, madeBy: 'test' } as const;
  await runBackupTask(task, { dataDirectory: fixture.directory, now, progress: () => undefined });
  fixture.library.moveToTrash(['n7']);
  fixture.store.close();
  before = contentOf(fixture.directory);
});
afterAll(() => {
  rmSync(fixture.directory, { recursive: true });
  rmSync(folder, { recursive: true });
});

/** The shell lets no file grow beyond a share of the library's size: where a write fails, it fails as on a full disk. */
function withRoomFor(share: number, deed: string, data: string, backups: string): number | null {
  const blocks = Math.floor((statSync(join(data, 'library.db')).size * share) / 1024);
  const script = `ulimit -f ${blocks} && exec "$0" "$@"`;
  const args = ['-c', script, process.execPath, program, deed, data, backups];
  return spawnSync('bash', args, { stdio: 'ignore' }).status;
}

describe.skipIf(process.platform === 'win32')('a disk without room', () => {
  it.each([
    ['backup', 0.02],
    ['backup', 0.5],
    ['snapshot', 0.05],
    ['snapshot', 0.6],
    ['restore', 0.1],
    ['restore', 0.7],
  ])('for a %s, at %d of the library, loses nothing and leaves nothing half done', (deed, share) => {
    const root = mkdtempSync(join(folder, 'try-'));
    const [data, backups] = [join(root, 'data'), join(root, 'backups')];
    cpSync(fixture.directory, data, { recursive: true });
    cpSync(join(folder, 'backups'), backups, { recursive: true });
    expect(withRoomFor(share, deed, data, backups)).not.toBe(0);
    const { store, release } = openLibrary({ dataDirectory: data, now });
    expect(store.fault).toBeNull();
    store.close();
    release();
    expect(contentOf(data)).toEqual(before);
    expect([readdirSync(backups).length, readdirSync(join(data, 'snapshots'))]).toEqual([1, []]);
    expect(readdirSync(data).filter((name) => name.startsWith('restor'))).toEqual([]);
  });
});

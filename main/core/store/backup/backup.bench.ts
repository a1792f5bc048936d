/**
 * `npm run bench -- backup [ARTICLES]`: what snapshots, backups, checks and restores cost over a library made of the corpus
 * (`LECTERN_CORPUS`) with a picture for every 25th article, and what a snapshot does to somebody who reads meanwhile.
 */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import SQLite from 'better-sqlite3';
import { createEventSource } from '../../event-source.ts';
import { openAssetFiles } from '../../library/asset-files.ts';
import { createLibrary } from '../../library/library.ts';
import { ownService } from '../../importers/import-record.ts';
import { articleToSave } from '../../library/test-helpers/library-fixture.ts';
import { findCorpus, readCorpus } from '../../search/bench/corpus.ts';
import { openDatabase } from '../open-database.ts';
import { openSqliteStore } from '../sqlite-store.ts';
import { startBackupJob } from './backup-job.ts';
import { runBackupTask, type BackupTask } from './backup-task.ts';
import { finishRestore } from './staged-library.ts';

const corpus = findCorpus(undefined) ?? '';
if (corpus === '') throw new Error('Name a corpus in LECTERN_CORPUS.');
const count = Number(process.argv[2] ?? 50_000);
const root = mkdtempSync(join(tmpdir(), 'lectern-backup-bench-'));
const data = join(root, 'data');
const folder = join(root, 'backups');
const now = () => new Date();
const entry = new URL('backup-process.ts', import.meta.url);

const run = (task: BackupTask, dataDirectory = data) =>
  runBackupTask(task, { dataDirectory, now, progress: () => undefined });

async function fill(): Promise<void> {
  const store = openSqliteStore({ directory: data, now });
  const assets = openAssetFiles(data);
  const library = createLibrary({
    store: store.library,
    assets,
    events: createEventSource(),
    now,
    isStory: () => false,
  });
  const articles = await readCorpus(corpus, count);
  for (let begin = 0; begin < articles.length; begin += 500) {
    const given = articles.slice(begin, begin + 500).map(({ id, fields }, at) =>
      articleToSave({
        externalId: id,
        title: fields['title'] ?? '',
        content: { kind: 'text', text: fields['body'] ?? '' },
        assets: at % 25 === 0 ? [{ ...assets.put(randomBytes(60_000), 'image/jpeg'), role: 'picture' }] : [],
      }),
    );
    library.save(given, ownService);
  }
  store.close();
}

async function timed(what: string, work: () => unknown, runs = 3): Promise<void> {
  const times: number[] = [];
  for (let at = 0; at < runs; at += 1) {
    const begun = performance.now();
    await work();
    times.push(performance.now() - begun);
  }
  console.log(`${what.padEnd(46)} ${((times.sort((a, b) => a - b)[Math.floor(runs / 2)] ?? 0) / 1000).toFixed(2)} s`);
}

/** Opens articles one after the other for as long as `until` is pending; milliseconds of the median and of the slowest. */
async function reading(until: Promise<unknown>): Promise<string> {
  const store = openSqliteStore({ directory: data, now });
  const ids = store.library
    .list({ query: {}, order: 'newest', after: null, limit: 1000 })
    .map(({ article }) => article.id);
  const times: number[] = [];
  const over = new AbortController();
  void until.finally(() => {
    over.abort();
  });
  for (let at = 0; !over.signal.aborted; at += 1) {
    const begun = performance.now();
    const article = store.library.article(ids[at % ids.length] ?? '');
    if (article !== null) store.library.body(article.key);
    store.setProgress('somewhere', (at % 100) / 100, at);
    await nextTurn();
    times.push(performance.now() - begun);
  }
  store.close();
  times.sort((a, b) => a - b);
  const at = (share: number) => (times[Math.floor((times.length - 1) * share)] ?? 0).toFixed(1);
  return `${at(0.5)} / ${at(0.95)} / ${at(1)} ms`;
}

const megabytes = (path: string) => `${Math.round(statSync(path).size / 1_000_000)} MB`;

try {
  await fill();
  console.log(`${count} articles: library.db ${megabytes(join(data, 'library.db'))}`);
  await timed('quick_check of library.db', () => {
    const database = new SQLite(join(data, 'library.db'), { readonly: true });
    database.pragma('quick_check(1)');
    database.close();
  });
  await timed('opening it', () => {
    openDatabase(data, 2000).close();
  });
  const pause = new Promise((resolve) => setTimeout(resolve, 2000));
  console.log(
    `an article opened and a place kept, alone       ${await reading(pause)} (median, 95th percentile, slowest)`,
  );
  const job = startBackupJob(
    entry,
    { dataDirectory: data, task: { task: 'snapshot', reason: 'by-hand' } },
    () => undefined,
  );
  console.log(`the same while a snapshot is taken               ${await reading(job.result)}`);
  await timed('a snapshot, checked and rotated', () => run({ task: 'snapshot', reason: 'by-hand' }));
  await timed('a backup, read back and compared', () =>
    run({ task: 'backup', folder, path: null, keep: 1, madeBy: 'bench' }),
  );
  const path = join(folder, `lectern-backup-${now().toISOString().slice(0, 10)}.zip`);
  const made = statSync(path, { throwIfNoEntry: false }) === undefined ? path.replace('.zip', '-2.zip') : path;
  console.log(`the backup                                       ${megabytes(made)}`);
  await timed('verifying the backup', () => run({ task: 'verify-backup', path: made }));
  await timed('checking the library', () => run({ task: 'check' }), 1);
  const source = { kind: 'backup', path: made, from: 'the backup', takenAt: null } as const;
  await timed('a look at what a restore would do', () => run({ task: 'preview', source }), 1);
  const into = join(root, 'into');
  await timed(
    'a restore into an empty folder',
    async () => {
      await run({ task: 'restore', source, whole: true, parts: [], acceptDamage: false }, into);
      finishRestore(into);
    },
    1,
  );
} finally {
  rmSync(root, { recursive: true });
}

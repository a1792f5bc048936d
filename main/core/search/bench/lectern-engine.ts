/**
 * Lectern as its users ask it: `search.find` of the core. A set that is a bundle is read as one; any other set is imported
 * into the library of a data folder, beside an empty collection.
 */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCore, type Core } from '../../core.ts';
import type { IndexedArticle } from '../index-set.ts';
import type { JudgedSet } from './judged-sets.ts';
import type { AskedEngine } from './relevance-engines.ts';

/** Imported articles get ids of their own; by this address they are known again. */
const origin = 'https://bench.invalid/';

export async function openLectern({ bundle, articles }: JudgedSet, directory: string): Promise<AskedEngine> {
  const core = openCore(bundle ?? emptyCollection(directory), bundle === null ? join(directory, 'data') : null);
  if (bundle === null) {
    const file = join(directory, 'articles.jsonl');
    writeFileSync(file, articles.map(lineOf).join(''));
    const { failed } = await core.importFiles([file], {
      dryRun: false,
      keepOriginals: false,
      progress: () => undefined,
    });
    if (failed > 0) throw new Error(`${failed} articles could not be imported.`);
    await core.settleIndex();
  }
  return {
    name: 'Lectern',
    ask: async (query, limit) => {
      const reply = await core.dispatch('search.find', { query, limit });
      if (!reply.ok) throw new Error(reply.message);
      const { hits } = reply.value as { hits: readonly { article: { id: string; url: string | null } }[] }; // the contract's output
      return hits.map(({ article: { id, url } }) =>
        url?.startsWith(origin) === true ? decodeURIComponent(url.slice(origin.length)) : id,
      );
    },
    close: () => core.close(),
  };
}

function openCore(collectionDirectory: string, dataDirectory: string | null): Core {
  return createCore({
    collectionDirectory,
    dataDirectory,
    version: '0',
    now: () => new Date(),
    report: (_method, error) => {
      throw error;
    },
  });
}

/** A publication with nothing in it but what `lectern content --new` writes. */
function emptyCollection(directory: string): string {
  const program = join(import.meta.dirname, '..', '..', '..', 'cli', 'from-source.ts');
  const [source, bundle] = [join(directory, 'source'), join(directory, 'collection')];
  for (const options of [
    ['--new', source],
    [source, '--out', bundle],
  ]) {
    const { status, stderr } = spawnSync(process.execPath, [program, 'content', ...options], { encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
  }
  return bundle;
}

function lineOf({ id, title, author, tags, blocks, language }: IndexedArticle): string {
  const url = origin + encodeURIComponent(id);
  return `${JSON.stringify({ url, title, author, tags, text: blocks.join('\n\n'), language })}\n`;
}

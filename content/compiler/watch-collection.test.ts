/** A compiler that watches, and a core that reads what it makes: real files, real events. */
import { cpSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createClient } from '../../main/contract/client.ts';
import { createCore } from '../../main/core/core.ts';
import { openTemporaryCache } from './compile-cache.ts';
import { collectionWith } from './compile-in-temp.ts';
import { watchCollection } from './watch-collection.ts';

interface Watched {
  readonly source: string;
  readonly out: string;
  /** What was printed: results and faults, a line each. */
  readonly told: string[];
  readonly stop: () => Promise<void>;
}

async function startWatching(): Promise<Watched> {
  const { source, out } = collectionWith(null);
  const told: string[] = [];
  const cache = openTemporaryCache();
  const stopped = Promise.withResolvers<undefined>();
  const voice = { out: (text: string) => void told.push(text), err: (text: string) => void told.push(text) };
  const ended = watchCollection({ source, out, cache }, voice, stopped.promise);
  const stop = async () => {
    stopped.resolve(undefined);
    await ended;
    cache.remove();
  };
  onTestFinished(stop);
  await vi.waitUntil(() => told.length > 0, { timeout: 60_000 });
  return { source, out, told, stop };
}

const patience = { timeout: 60_000, interval: 20 };

function retitle(source: string, title: string): void {
  const path = join(source, 'stories/needle.md');
  const text = readFileSync(path, 'utf8').replace(/^title: .*$/m, `title: ${title}`);
  // As editors save: another name first, then the file's own.
  writeFileSync(`${path}~`, text.slice(0, 20));
  writeFileSync(`${path}~`, text);
  renameSync(`${path}~`, path);
}

describe('a compiler that watches', () => {
  it('compiles what was saved, and a core that shows the bundle opens the new one and tells', async () => {
    const { source, out } = await startWatching();
    const core = createCore({
      collectionDirectory: out,
      dataDirectory: null,
      version: '0',
      now: () => new Date(),
      report: (_method, error) => {
        throw error;
      },
    });
    onTestFinished(core.close);
    const client = createClient(core.dispatch);
    const events: string[] = [];
    core.onEvent(({ event }) => void events.push(event));
    expect((await client['articles.get']({ id: 'needle' })).title).toBe('How to hold a needle');
    expect((await client['search.find']({ query: 'darning' })).total).toBe(0);

    retitle(source, 'How to hold a darning needle');
    await vi.waitUntil(() => events.includes('collection.changed'), patience);
    expect((await client['articles.get']({ id: 'needle' })).title).toBe('How to hold a darning needle');
    expect((await client['articles.list']({})).items.map(({ title }) => title)).toContain(
      'How to hold a darning needle',
    );
    expect((await client['search.find']({ query: 'darning' })).hits.map(({ article }) => article.id)).toContain(
      'needle',
    );
  });

  it('takes a burst of changes for one, and leaves what did not change alone', async () => {
    const { source, told } = await startWatching();
    for (let number = 0; number < 20; number += 1) {
      retitle(source, `Title ${number}`);
      cpSync(join(source, 'pictures/cloth.svg'), join(source, `pictures/copy-${number}.svg`));
      rmSync(join(source, `pictures/copy-${number}.svg`));
    }
    await vi.waitUntil(() => told.length > 1, patience);
    writeFileSync(join(source, '.hidden'), 'of no account');
    retitle(source, 'The last title');
    await vi.waitUntil(() => told.length > 2, patience);
    expect(told.map((line) => line.replace(/ words.*\n/, ''))).toEqual(
      Array(3).fill(expect.stringMatching(/^3 stories/)),
    );
  });

  it('tells a fault, keeps the bundle that there is, and goes on when it is mended', async () => {
    const { source, out, told } = await startWatching();
    const before = readFileSync(join(out, 'manifest.json'), 'utf8');
    const story = join(source, 'stories/needle.md');
    const text = readFileSync(story, 'utf8');
    writeFileSync(story, text.replace('section: ', 'section: no-'));
    await vi.waitUntil(() => told.length > 2, patience);
    expect(told.slice(1).join('')).toMatch(
      /needle\.md:\d+:\d+: There is no section .*\n1 to mend in .*; nothing was written\.\n$/,
    );
    expect(readFileSync(join(out, 'manifest.json'), 'utf8')).toBe(before);
    writeFileSync(story, `${text}\nOne paragraph more.\n`);
    await vi.waitUntil(() => told.length > 3, patience);
    expect(told.at(-1)).toMatch(/^3 stories/);
    expect(readFileSync(join(out, 'manifest.json'), 'utf8')).not.toBe(before);
  });

  it('sees new folders, and a source that goes away and comes back', async () => {
    const { source, told, stop } = await startWatching();
    renameSync(source, `${source}-elsewhere`);
    await vi.waitUntil(() => told.length > 1, patience);
    expect(told.at(-1)).toMatch(/^There is no folder /);
    renameSync(`${source}-elsewhere`, source);
    await vi.waitUntil(() => told.length > 2, patience);
    retitle(source, 'Back again');
    await vi.waitUntil(() => told.length > 3, patience);
    expect(told.slice(2).every((line) => line.startsWith('3 stories'))).toBe(true);
    await stop();
    expect(readdirSync(dirname(source)).sort()).toEqual(['bundle', 'source']);
  });
});

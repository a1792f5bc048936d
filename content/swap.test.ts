/** What a reader sees while the bundle under it is swapped for another: the old one or the new one, and never a fault. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { createClient, type Client } from '../main/contract/client.ts';
import { createCore, type Core } from '../main/core/core.ts';
import { collectionFiles } from '../main/core/web/web-files.ts';
import { collectionWith } from './compiler/compile-in-temp.ts';

let out: string;
let aside: string;
/** Another bundle of the same stories, in one of which a word is another. */
let fresh: string;
let core: Core;
let client: Client;
let events: string[];

beforeEach(async () => {
  const { source, out: made, compile } = collectionWith(null);
  out = made;
  aside = join(out, '..', '.bundle.0123abcd.old');
  fresh = join(out, '..', '.bundle.0123abcd.new');
  const story = join(source, 'stories/needle.md');
  const text = readFileSync(story, 'utf8');
  writeFileSync(story, text.replace('Hold it', 'Keep hold of it'));
  await compile();
  cpSync(out, fresh, { recursive: true });
  writeFileSync(story, text);
  await compile();
  core = createCore({
    collectionDirectory: out,
    dataDirectory: null,
    version: '0',
    now: () => new Date(),
    report: (_method, error) => {
      throw error;
    },
  });
  onTestFinished(core.close);
  client = createClient(core.dispatch);
  events = [];
});

const textOf = async (id: string) => (await client['articles.export']({ id, format: 'text' })).content;

describe('a bundle that is swapped while it is read', () => {
  it('is read where it was moved to, until the new one has its name', async () => {
    await client['front.get']({});
    renameSync(out, aside);
    expect(await textOf('needle')).toContain('Hold it');
    expect((await client['articles.list']({})).items.length).toBe(3);
    renameSync(fresh, out);
    rmSync(aside, { recursive: true });
    expect(await textOf('red-worm')).toContain('quite politely');
    expect(await textOf('needle')).toContain('Keep hold of it');
  });

  it('is told of by an event, without anybody asking', async () => {
    core.onEvent(({ event }) => void events.push(event));
    await client['front.get']({});
    renameSync(out, aside);
    renameSync(fresh, out);
    rmSync(aside, { recursive: true });
    await vi.waitUntil(() => events.includes('collection.changed'), { timeout: 60_000, interval: 10 });
    expect(await textOf('needle')).toContain('Keep hold of it');
  });

  it('stays open while what took its place is not sound', async () => {
    core.onEvent(({ event }) => void events.push(event));
    const front = await client['front.get']({});
    truncateSync(join(fresh, 'catalogue.json'), 50);
    renameSync(out, aside);
    renameSync(fresh, out);
    rmSync(aside, { recursive: true });
    expect(await core.dispatch('articles.get', { id: 'needle' })).toMatchObject({ ok: false });
    expect(await client['front.get']({})).toEqual(front);
    expect(events).toEqual([]);
  });

  it('gives up its assets to those who hold an address of the new one', async () => {
    const assetsOf = async () => (await client['downloads.list']({})).items.flatMap(({ files }) => files);
    const find = collectionFiles(out);
    const before = await assetsOf();
    for (const { asset } of before) expect(find(`/assets/${asset}`)).not.toBeNull();
    renameSync(out, aside);
    expect(find(`/assets/${before[0]?.asset ?? ''}`)?.path).toContain('.old');
    renameSync(fresh, out);
    rmSync(aside, { recursive: true });
    const reply = await core.dispatch('articles.get', { id: 'needle' });
    expect(reply.ok).toBe(true);
    const after = await assetsOf();
    expect(after).not.toEqual(before);
    for (const { asset } of after) expect(find(`/assets/${asset}`)).not.toBeNull();
    expect(find('/assets/none.png')).toBeNull();
  });

  it('never shows a fault, however often it is swapped', async () => {
    // As the compiler does it, a hundred times, in a process of its own.
    const swapper = spawn(process.execPath, [
      '-e',
      `const { cpSync, renameSync, rmSync } = require('node:fs');
       const [out, aside, fresh] = process.argv.slice(1);
       const models = [fresh + '-model', out + '-model'];
       cpSync(out, models[1], { recursive: true });
       renameSync(fresh, models[0]);
       let count = 0;
       const timer = setInterval(() => {
         cpSync(models[count % 2], fresh, { recursive: true });
         renameSync(out, aside);
         renameSync(fresh, out);
         rmSync(aside, { recursive: true });
         count += 1;
         if (count === 100) clearInterval(timer);
       }, 5);`,
      out,
      aside,
      fresh,
    ]);
    const ended = once(swapper, 'exit');
    const seen = new Set<boolean>();
    while (swapper.exitCode === null) {
      for (const id of ['needle', 'red-worm', 'blue-worm']) expect((await client['articles.get']({ id })).id).toBe(id);
      seen.add((await textOf('needle')).includes('Keep hold of it'));
      expect((await client['search.find']({ query: 'needle' })).total).toBeGreaterThan(0);
      await new Promise(setImmediate);
    }
    await ended;
    expect(seen).toEqual(new Set([true, false]));
  });
});

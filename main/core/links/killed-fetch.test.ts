import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { createClient } from '../../contract/client.ts';
import { createCore } from '../core.ts';
import { makePng } from '../importers/test-helpers/small-png.ts';
import { startLoopback } from '../network/test-helpers/loopback-server.ts';
import { openSqliteStore } from '../store/sqlite-store.ts';

const links = 12;
const program = fileURLToPath(new URL('./test-helpers/fetch-and-be-killed.ts', import.meta.url));

it('goes on after every kill, and never asks again for what had come', async () => {
  const data = mkdtempSync(join(tmpdir(), 'lectern-killed-'));
  const now = () => new Date();
  const server = await startLoopback(({ url = '' }, response) => {
    const number = Number(/\d+/.exec(url)?.[0]);
    if (url.startsWith('/picture')) response.end(makePng(60 + number, 40));
    else {
      const text = Array.from({ length: 60 }, (_, word) => `word${number}x${word}`).join(' ');
      response.end(
        `<!doctype html><title>Page ${number}</title><article><p>${text}</p><img src="/picture/${number}"></article>`,
      );
    }
  });
  const core = createCore({
    collectionDirectory: `${data}-none`,
    dataDirectory: data,
    version: '1',
    network: false,
    now,
    report: () => undefined,
  });
  const client = createClient(core.dispatch);
  for (let number = 0; number < links; number += 1)
    await client['links.save']({ url: `${server.origin}/page/${number}` });
  await core.close();

  const repeated: string[] = [];
  const ends = { isDone: false };
  for (let kill = 0; !ends.isDone; kill += 1) {
    const store = openSqliteStore({ directory: data, now });
    const ids = store.links.list([], 200, 0).map(({ articleId }) => articleId);
    const here = new Set(
      ids.flatMap((id) => store.links.parts(id).flatMap(({ asset, url }) => (asset === null ? [] : [url]))),
    );
    store.close();
    const asked = server.log.length;
    const child = spawn(process.execPath, [program, data], { stdio: ['ignore', 'pipe', 'ignore'] });
    const exited = once(child, 'exit');
    child.stdout.once('data', () => {
      ends.isDone = true;
      child.kill('SIGKILL');
    });
    // At another moment each time, by what has been asked for.
    const enough = asked + 3 + ((kill * 5) % 7);
    const timer = setInterval(() => {
      if (kill < 3 && server.log.length >= enough) child.kill('SIGKILL');
    }, 1);
    await exited;
    clearInterval(timer);
    repeated.push(...server.log.slice(asked).filter((path) => here.has(`${server.origin}${path}`)));
  }
  expect(repeated).toEqual([]);
  const store = openSqliteStore({ directory: data, now });
  expect(store.links.counts()).toMatchObject({
    kept: links,
    queued: 0,
    fetching: 0,
    waiting: 0,
    failed: 0,
    refused: 0,
  });
  expect(store.library.count({ only: 'incomplete' })).toBe(0);
  store.close();
  await server.close();
  rmSync(data, { recursive: true });
}, 90_000);

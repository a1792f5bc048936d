import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reply, type Reply } from '../contract/errors.ts';
import { hostMethods, shellMethods, type MethodName } from '../contract/methods.ts';
import { createCore, type Core } from '../core/core.ts';
import { spawnCoreThread } from '../core/host/core-host.ts';
import { createLibraryHost, type LibraryHost } from '../core/host/library-host.ts';
import { openLibraryRegister } from '../core/host/library-register.ts';
import { wrongCalls } from '../core/web/test-helpers/wrong-inputs.ts';
import { startServer, type RunningServer } from './serve/http-server.ts';
import { ask, logIn } from './test-helpers/http-client.ts';
import { makeScratch, sourcePlaces, type Scratch } from './test-helpers/scratch.ts';

type Send = (method: MethodName, input: unknown) => Promise<Reply>;

let scratch: Scratch;
let core: Core;
let host: LibraryHost;
let server: RunningServer;
let http: Send;
const reports: unknown[] = [];

beforeAll(async () => {
  scratch = await makeScratch();
  const options = { collectionDirectory: scratch.collection, version: '1.2.3' };
  core = createCore({
    ...options,
    dataDirectory: scratch.path('in-process'),
    now: () => new Date(),
    report: (method, error) => reports.push([method, error]),
  });
  const report = (message: string) => reports.push(message);
  const library = { ...options, dataDirectory: scratch.path('over-http') };
  host = createLibraryHost({
    register: openLibraryRegister(scratch.path('config'), library.dataDirectory),
    opened: { id: null, directory: library.dataDirectory, fault: null },
    spawn: () => spawnCoreThread(pathToFileURL(sourcePlaces.coreEntry), library, report),
    platform: 'linux',
    home: scratch.root,
    report,
  });
  server = await startServer({
    port: 0,
    core: host,
    files: [],
    receive: () => Promise.reject(new Error('no file is sent here')),
    report: (error) => reports.push(error),
  });
  const { origin, cookie } = await logIn(server.url);
  const headers = { 'content-type': 'application/json', origin, cookie };
  http = async (method, input) => {
    const body = JSON.stringify(input);
    const answer = await ask(`${origin}/api/${method}`, { method: 'POST', headers, body });
    return reply.parse(JSON.parse(answer.body));
  };
});

afterAll(async () => {
  await server.stop();
  await host.close();
  await core.close();
  scratch.remove();
});

/** Those whom `beyond` answers are unknown to who is asked. */
const transports: [name: string, send: () => Send, beyond: Record<string, unknown>][] = [
  ['in process', () => core.dispatch, { ...hostMethods, ...shellMethods }],
  ['in a thread', () => host.invoke, shellMethods],
  ['over HTTP', () => http, shellMethods],
];

describe.each(transports)('the contract %s', (_name, send, beyond) => {
  it('refuses every wrong input of every method, and says where it is wrong', async () => {
    for (const [method, input] of wrongCalls) {
      const answer = await send()(method, input);
      const expected = Object.hasOwn(beyond, method) ? 'unknown-method' : 'invalid-input';
      expect({ method, input, answer }).toMatchObject({ answer: { ok: false, code: expected } });
      if (expected === 'invalid-input')
        expect(answer).toMatchObject({ message: expect.stringMatching(/\w/) as string, details: { method } });
    }
  });

  it('has kept nothing of all that, and still answers what is right', async () => {
    expect(await send()('app.status', {})).toMatchObject({
      ok: true,
      value: { version: '1.2.3', store: { ready: true }, counts: { stories: 2, bookmarks: 0, recommendations: 0 } },
    });
    expect(await send()('settings.get', {})).toMatchObject({ ok: true, value: { theme: 'system' } });
    expect(reports).toEqual([]);
  });
});

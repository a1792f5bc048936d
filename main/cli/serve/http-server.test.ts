import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { once } from 'node:events';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCoreHost, spawnCoreThread, type CoreHost } from '../../core/host/core-host.ts';
import { receiveUpload, uploadedFile } from '../../core/web/uploads.ts';
import { collectionFiles, readWindowFiles } from '../../core/web/web-files.ts';
import { ask, logIn, open, type Question } from '../test-helpers/http-client.ts';
import { makeScratch, sourcePlaces, type Scratch } from '../test-helpers/scratch.ts';
import { startServer, type RunningServer } from './http-server.ts';

let scratch: Scratch;
let core: CoreHost;
let server: RunningServer;
let origin: string;
let cookie: string;
const reports: unknown[] = [];
const receive = (body: AsyncIterable<Uint8Array>) => receiveUpload(scratch.path('data'), body);

beforeAll(async () => {
  scratch = await makeScratch();
  mkdirSync(scratch.path('renderer'));
  writeFileSync(scratch.path('renderer', 'index.html'), '<!doctype html><title>Lectern</title>');
  writeFileSync(scratch.path('secret.txt'), 'secret');
  const report = (message: string) => reports.push(message);
  const library = { collectionDirectory: scratch.collection, dataDirectory: scratch.path('data'), version: '1.2.3' };
  core = createCoreHost({
    spawn: () => spawnCoreThread(pathToFileURL(sourcePlaces.coreEntry), library, report),
    report,
  });
  server = await startServer({
    port: 0,
    core,
    files: [readWindowFiles(scratch.path('renderer')), collectionFiles(scratch.collection)],
    receive,
    report: (error) => reports.push(error),
  });
  ({ origin, cookie } = await logIn(server.url));
});

afterAll(async () => {
  await server.stop();
  await core.close();
  scratch.remove();
});

function call(method: string, input: unknown, { headers, ...rest }: Question = {}) {
  return ask(`${origin}/api/${method}`, {
    method: 'POST',
    body: JSON.stringify(input),
    ...rest,
    headers: { 'content-type': 'application/json', origin, cookie, ...headers },
  });
}

describe('the loopback server', () => {
  it('listens on 127.0.0.1 alone', () => {
    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{43}$/);
  });

  it('gives the cookie for the token, sends the browser on, and then shows the window', async () => {
    const welcome = await ask(server.url);
    expect(welcome).toMatchObject({ status: 303, headers: { location: '/', 'cache-control': 'no-store' } });
    const page = await ask(`${origin}/`, { headers: { cookie } });
    expect(page).toMatchObject({ status: 200, body: '<!doctype html><title>Lectern</title>' });
    expect(page.headers['content-security-policy']).toContain("script-src 'self'");
  });

  it.each(['/?token=wrong', '/?token=', '/', '/index.html', '/nothing', '/assets/x', '/api/events', '/api/front.get'])(
    'tells a stranger who asks for %s what to do, and nothing else',
    async (path) => {
      for (const headers of [{}, { cookie: 'lectern-1=x' }, { cookie: `${cookie.slice(0, -2)}xx` }]) {
        const answer = await ask(`${origin}${path}`, { headers });
        expect(answer.status).toBe(401);
        expect(answer.body).toContain('lectern serve');
        expect(answer.headers).not.toHaveProperty('set-cookie');
        expect(answer.headers).toHaveProperty('content-security-policy');
      }
    },
  );

  it('does not take the token anywhere but at its door, nor a wrong one from a browser that it knows', async () => {
    const { search } = new URL(server.url);
    expect((await ask(`${origin}/index.html${search}`)).status).toBe(401);
    expect((await ask(`${origin}/?token=wrong`, { headers: { cookie } })).status).toBe(401);
  });

  it('turns a foreign Host away even with cookie and token', async () => {
    for (const host of ['evil.example', `evil.example:${new URL(origin).port}`, '127.0.0.1']) {
      expect((await ask(`${origin}/`, { headers: { cookie, host } })).status).toBe(403);
      expect((await ask(server.url, { headers: { host } })).headers).not.toHaveProperty('set-cookie');
      expect(await call('jobs.list', {}, { headers: { host } })).toMatchObject({ status: 403 });
    }
  });

  it('turns a foreign Origin away, whatever it asks', async () => {
    for (const foreign of ['http://evil.example', 'null', 'http://localhost:1']) {
      const answer = await call(
        'bookmarks.set',
        { id: 'first-story', bookmarked: true },
        { headers: { origin: foreign } },
      );
      expect(answer.status).toBe(403);
      expect(JSON.parse(answer.body)).toMatchObject({ ok: false, code: 'forbidden' });
    }
    const { body } = await call('app.status', {});
    expect(JSON.parse(body)).toMatchObject({ ok: true, value: { counts: { bookmarks: 0 } } });
  });

  it('answers a call with a reply, well or ill', async () => {
    const good = await call('articles.get', { id: 'first-story' });
    expect(good).toMatchObject({ status: 200, headers: { 'content-type': 'application/json; charset=utf-8' } });
    expect(JSON.parse(good.body)).toMatchObject({ ok: true, value: { id: 'first-story' } });
    expect(JSON.parse((await call('articles.get', { id: 'nope' })).body)).toMatchObject({
      ok: false,
      code: 'not-found',
    });
    for (const method of ['articles.burn', 'constructor', '__proto__', '', 'shell.openExternal', '../front.get']) {
      expect(JSON.parse((await call(method, {})).body)).toMatchObject({ ok: false, code: 'unknown-method' });
    }
  });

  it.each<[number, Question]>([
    [415, { headers: { 'content-type': 'text/plain' } }],
    [415, { headers: { 'content-type': '' } }],
    [415, { headers: { 'content-type': 'application/json-seq' } }],
    [400, { body: '' }],
    [400, { body: '{"id":' }],
    [413, { body: JSON.stringify({ text: 'a'.repeat(2 * 1024 * 1024) }) }],
    [405, { method: 'GET', body: '' }],
    [405, { method: 'PUT' }],
  ])('refuses with %i what is no call: %o', async (status, question) => {
    const answer = await call('jobs.list', {}, question);
    expect(answer.status).toBe(status);
    expect(JSON.parse(answer.body)).toMatchObject({ ok: false, code: 'invalid-input' });
  });

  it('takes a body of almost a megabyte', async () => {
    const { status } = await call('search.find', { query: 'a'.repeat(1_000_000) });
    expect(status).toBe(200);
  });

  it('hands out files of the collection, in parts too, and nothing above', async () => {
    const { body } = await call('downloads.list', {});
    const { value } = JSON.parse(body) as { value: { items: { files: { asset: string; bytes: number }[] }[] } };
    const { asset, bytes } = value.items[0]!.files[0]!;
    const get = (path: string, headers = {}) => ask(`${origin}${path}`, { headers: { cookie, ...headers } });
    const whole = await get(`/assets/${asset}`);
    expect(whole).toMatchObject({ status: 200, headers: { 'content-disposition': 'attachment' } });
    expect(Buffer.byteLength(whole.body)).toBe(bytes);
    const part = await get(`/assets/${asset}`, { range: 'bytes=2-5' });
    expect(part).toMatchObject({ status: 206, headers: { 'content-range': `bytes 2-5/${bytes}` } });
    expect(part.body).toBe(whole.body.slice(2, 6));
    expect(await get(`/assets/${asset}`, { range: `bytes=${bytes}-` })).toMatchObject({ status: 416 });

    for (const path of ['/../secret.txt', '/..%2fsecret.txt', '/assets/../../secret.txt', '/assets/..%5csecret.txt']) {
      const answer = await get(path);
      expect([400, 404]).toContain(answer.status);
      expect(answer.body).not.toContain('secret');
    }
  });

  it('tells every open window of a change', async () => {
    const streams = await Promise.all([1, 2].map(() => open(`${origin}/api/events`, { headers: { cookie } })));
    expect(streams[0]).toMatchObject({ statusCode: 200, headers: { 'content-type': 'text/event-stream' } });
    const heard = streams.map(async (stream) => {
      let text = '';
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        text += chunk.toString();
        const event = /^data: (.*)\n\n/m.exec(text)?.[1];
        if (event !== undefined) return JSON.parse(event) as unknown;
      }
      return text;
    });
    await call('bookmarks.set', { id: 'second-story', bookmarked: true });
    for (const event of await Promise.all(heard)) {
      expect(event).toMatchObject({ event: 'marks.changed', payload: { articleId: 'second-story' } });
    }
    await call('bookmarks.set', { id: 'second-story', bookmarked: false });
  });

  it('takes in a file of more than a call may be long, from its own window alone', async () => {
    const body = 'x'.repeat(3 * 1024 * 1024);
    const send = (headers: Record<string, string>) => ask(`${origin}/uploads`, { method: 'POST', body, headers });
    const taken = JSON.parse((await send({ origin, cookie })).body) as { value: { upload: string; bytes: number } };
    expect(taken).toEqual({ ok: true, value: { upload: expect.any(String) as string, bytes: body.length } });
    expect(readFileSync(uploadedFile(scratch.path('data'), taken.value.upload) ?? '', 'utf8')).toBe(body);

    expect((await send({ origin })).status).toBe(401);
    expect((await send({ origin: 'http://evil.example', cookie })).status).toBe(403);
    expect((await ask(`${origin}/uploads`, { headers: { cookie } })).status).toBe(404);
  });

  it('survives callers that hang up in the middle, and reports nothing for it', async () => {
    const { hostname, port } = new URL(origin);
    const head = `POST /api/jobs.list HTTP/1.1\r\nHost: ${hostname}:${port}\r\nCookie: ${cookie}\r\nContent-Type: application/json\r\n`;
    const socket = connect({ host: hostname, port: Number(port) });
    socket.write(`${head}Content-Length: 50\r\n\r\n{"half":`);
    const stream = await open(`${origin}/api/events`, { headers: { cookie } });
    socket.destroy();
    stream.destroy();
    for (let round = 0; round < 3; round += 1) {
      expect((await ask(`${origin}/`, { headers: { cookie } })).status).toBe(200);
    }
    expect(reports).toEqual([]);
  });
});

describe('starting and stopping', () => {
  const start = (port: number) =>
    startServer({ port, core, files: [], receive, report: (error) => reports.push(error) });

  it('says that a port is taken and what to do', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const address = taken.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    await expect(start(port)).rejects.toThrow(`Port ${port} is taken by another program. Choose another with --port`);
    taken.close();
  });

  it('keeps connections free for calls when too many windows listen', async () => {
    const other = await start(0);
    const session = await logIn(other.url);
    const listen = () => open(`${session.origin}/api/events`, { headers: { cookie: session.cookie } });
    const streams = await Promise.all([1, 2, 3, 4, 5, 6].map(listen));
    expect(streams.map((stream) => stream.statusCode).sort()).toEqual([200, 200, 200, 200, 204, 204]);
    await other.stop();
  });

  it('ends its streams when it stops and lets go of its port', async () => {
    const other = await start(0);
    const session = await logIn(other.url);
    const stream = await open(`${session.origin}/api/events`, { headers: { cookie: session.cookie } });
    const ended = once(stream.resume(), 'end');
    await other.stop();
    await ended;
    await expect(ask(session.origin)).rejects.toThrow('ECONNREFUSED');
  });
});

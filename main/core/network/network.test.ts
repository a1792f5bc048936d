import { gzipSync, brotliCompressSync, deflateRawSync, deflateSync, zstdCompressSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { guardedLookup } from './guarded-lookup.ts';
import { createNetwork, type NetworkOptions } from './network.ts';
import type { Network, NetworkAnswer, NetworkRequest } from './network-port.ts';
import { createHops } from './one-hop.ts';
import { startLoopback, type Answer, type LoopbackServer } from './test-helpers/loopback-server.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function serve(answer: Answer): Promise<LoopbackServer> {
  const server = await startLoopback(answer);
  closing.push(server.close);
  return server;
}

function network(options: Partial<NetworkOptions> = {}): Network {
  const made = createNetwork({ version: '1', isOn: () => true, allowPrivate: true, ...options });
  closing.push(made.close);
  return made;
}

function ask(url: string, more: Partial<NetworkRequest> = {}): NetworkRequest {
  return { url, accept: 'page', limits: { bytes: 100_000, milliseconds: 5000, redirects: 3 }, ...more };
}

function shortly(answer: NetworkAnswer): string {
  return answer.kind === 'answered' ? `${answer.status} ${Buffer.from(answer.bytes).toString()}` : answer.reason;
}

describe('the network port', () => {
  it('answers with the page, what it is and how it came, and says nothing of the reader', async () => {
    let asked: Record<string, unknown> = {};
    const server = await serve(({ url, headers }, response) => {
      asked = headers;
      if (url === '/old') response.writeHead(301, { location: '/new', 'set-cookie': 'a=b' }).end('moved');
      else
        response
          .writeHead(200, { 'content-type': 'Text/HTML; Charset="koi8-r"', etag: '"1"', 'last-modified': 'yesterday' })
          .end('text');
    });
    const answer = await network().fetch(
      ask(`${server.origin.replace('//', '//reader:secret@')}/old#part`, { etag: '"0"', referrer: 'https://a.org/b' }),
    );
    expect(answer).toMatchObject({
      kind: 'answered',
      status: 200,
      url: `${server.origin}/new`,
      redirects: [{ from: `${server.origin}/old`, to: `${server.origin}/new`, status: 301 }],
      mediaType: 'text/html',
      charset: 'koi8-r',
      headers: { etag: '"1"', lastModified: 'yesterday' },
    });
    expect(asked).toMatchObject({ 'if-none-match': '"0"', referer: 'https://a.org/' });
    expect(asked['user-agent']).toContain('Lectern/1');
    expect(Object.keys(asked)).not.toContain('cookie');
    expect(Object.keys(asked)).not.toContain('authorization');
  });

  it('unpacks what it asked for, and stops what unpacks to more than the limit', async () => {
    const packings: Record<string, (bytes: Buffer) => Buffer> = {
      gzip: gzipSync,
      br: brotliCompressSync,
      zstd: zstdCompressSync,
      deflate: deflateSync,
      'deflate, gzip': (bytes) => gzipSync(deflateRawSync(bytes)),
    };
    const server = await serve(({ url }, response) => {
      const [, size = '', encoding = ''] = (url ?? '').split('/').map(decodeURIComponent);
      const packed = packings[encoding]?.(Buffer.alloc(Number(size), 'a'));
      response.writeHead(200, { 'content-encoding': encoding }).end(packed ?? 'x');
    });
    const port = network();
    for (const encoding of Object.keys(packings)) {
      expect(shortly(await port.fetch(ask(`${server.origin}/3/${encodeURIComponent(encoding)}`)))).toBe('200 aaa');
      const bomb = await port.fetch(ask(`${server.origin}/9000000/${encodeURIComponent(encoding)}`));
      expect(shortly(bomb)).toBe('too-large');
    }
    expect(shortly(await port.fetch(ask(`${server.origin}/3/compress`)))).toBe('bad-encoding');
  });

  it('gives up what is too long, too slow, broken off, sent round in circles or sent on for ever', async () => {
    const server = await serve(({ url }, response) => {
      if (url === '/long') response.end('a'.repeat(200_000));
      else if (url === '/said') response.writeHead(200, { 'content-length': '99999999' }).write('a');
      else if (url === '/off') response.writeHead(200, { 'content-length': '10' }).write('a', () => response.destroy());
      else if (url === '/round') response.writeHead(302, { location: '/round2' }).end();
      else if (url === '/round2') response.writeHead(302, { location: '/round' }).end();
      else if (url?.startsWith('/on') === true) response.writeHead(302, { location: `${url}n` }).end();
      else if (url === '/file') response.writeHead(302, { location: 'file:///etc/passwd' }).end();
    });
    const port = network();
    const reasons: Record<string, string> = {};
    for (const path of ['/long', '/said', '/off', '/round', '/on', '/file'])
      reasons[path] = shortly(await port.fetch(ask(server.origin + path)));
    reasons['/slow'] = shortly(
      await port.fetch(ask(`${server.origin}/slow`, { limits: { bytes: 10, milliseconds: 50, redirects: 0 } })),
    );
    expect(reasons).toEqual({
      '/long': 'too-large',
      '/said': 'too-large',
      '/off': 'broken-off',
      '/round': 'redirect-loop',
      '/on': 'too-many-redirects',
      '/file': 'scheme',
      '/slow': 'too-slow',
    });
  });

  it('enters no private network unless asked to, by name, by number or by redirect', async () => {
    const server = await serve(({ url }, response) => {
      if (url === '/away') response.writeHead(302, { location: `http://localhost:${portOf(server)}/secret` }).end();
      else response.end('secret');
    });
    const port = network({ allowPrivate: false });
    const refused = [
      `${server.origin}/`,
      `http://localhost:${portOf(server)}/`,
      `http://2130706433:${portOf(server)}/`,
      `http://[::ffff:127.0.0.1]:${portOf(server)}/`,
    ];
    for (const url of refused) expect(shortly(await port.fetch(ask(url)))).toBe('private-address');
    expect(server.log).toEqual([]);
    expect(shortly(await port.fetch(ask(`${server.origin}/`, { allowPrivate: true })))).toBe('200 secret');
    // Leave for one host is no leave for another.
    expect(shortly(await port.fetch(ask(`${server.origin}/away`, { allowPrivate: true })))).toBe('private-address');
    expect(server.log).toEqual(['/', '/away']);
  });

  it('looks at the address that a connection is made to, and at nothing that was looked up before', async () => {
    const server = await serve((_, response) => response.end('inside'));
    const hops = createHops(
      guardedLookup((_, done) => {
        done(null, [
          { address: '127.0.0.1', family: 4 },
          { address: '::1', family: 6 },
        ]);
      }),
    );
    const port = network({ allowPrivate: false, hops });
    expect(shortly(await port.fetch(ask(`http://rebinds.test:${portOf(server)}/`)))).toBe('private-address');
    expect(server.log).toEqual([]);
  });

  it('opens nothing while the network is off', async () => {
    const server = await serve((_, response) => response.end());
    const port = network({ isOn: () => false });
    expect(shortly(await port.fetch(ask(`${server.origin}/`, { asRobot: true })))).toBe('network-off');
    expect(shortly(await port.fetch(ask(`${server.origin}/`)))).toBe('network-off');
    expect(server.log).toEqual([]);
  });

  it('leaves a host alone for as long as it asks, and asks no more of it meanwhile', async () => {
    let now = Date.parse('2026-11-27T08:00:00Z');
    const server = await serve(({ url }, response) => {
      if (url === '/busy') response.writeHead(503, { 'retry-after': 'Fri, 27 Nov 2026 08:02:00 GMT' }).end();
      else response.end('here');
    });
    const port = network({ clock: { now: () => now, after: () => () => undefined } });
    expect(await port.fetch(ask(`${server.origin}/busy`))).toMatchObject({ status: 503, retryAfterMs: 120_000 });
    expect(await port.fetch(ask(`${server.origin}/a`))).toMatchObject({ reason: 'resting', retryAfterMs: 120_000 });
    now += 120_000;
    expect(shortly(await port.fetch(ask(`${server.origin}/a`)))).toBe('200 here');
    expect(server.log).toEqual(['/busy', '/a']);
  });

  it('asks for the rules for robots once, and holds to them where it is one', async () => {
    const server = await serve(({ url }, response) => {
      response.end(url === '/robots.txt' ? 'User-agent: *\nDisallow: /private' : 'text');
    });
    const port = network({ pace: { perHost: 2, overall: 4, robotPauseMs: 0 } });
    const asRobot = { asRobot: true };
    expect(shortly(await port.fetch(ask(`${server.origin}/private/1`, asRobot)))).toBe('robots');
    expect(shortly(await port.fetch(ask(`${server.origin}/open`, asRobot)))).toBe('200 text');
    expect(shortly(await port.fetch(ask(`${server.origin}/private/1`)))).toBe('200 text');
    expect(server.log).toEqual(['/robots.txt', '/open', '/private/1']);
  });

  it('tells a missing network from a missing host', async () => {
    const down = await serve(() => undefined);
    await down.close();
    closing.pop();
    const off = network({ isConnected: () => false });
    const on = network({ isConnected: () => true });
    expect(shortly(await off.fetch(ask(`${down.origin}/`)))).toBe('offline');
    expect(shortly(await on.fetch(ask(`${down.origin}/`)))).toBe('unreachable');
  });
});

function portOf({ origin }: LoopbackServer): string {
  return new URL(origin).port;
}

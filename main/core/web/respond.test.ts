import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { layOutBundle } from '../collection/test-helpers/lay-out-bundle.ts';
import { openBody } from './open-body.ts';
import { respond, type WebResponse } from './respond.ts';
import { collectionFiles, readWindowFiles, type FindFile } from './web-files.ts';

const pdf = '0123456789abcdef0123456789abcdef.pdf';
const png = 'fedcba9876543210fedcba9876543210.png';

let root: string;
let places: FindFile[];

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'lectern-web-'));
  writeFileSync(join(root, 'secret.txt'), 'secret');
  mkdirSync(join(root, 'renderer', 'assets'), { recursive: true });
  writeFileSync(join(root, 'renderer', 'index.html'), '<!doctype html>');
  writeFileSync(join(root, 'renderer', 'empty.txt'), '');
  writeFileSync(join(root, 'renderer', 'assets', 'index-DC02PXiD.js'), 'export {};');
  symlinkSync(join(root, 'secret.txt'), join(root, 'renderer', 'link.txt'));
  makeBundle(join(root, 'collection'), { [pdf]: ['0123456789', 'application/pdf'], [png]: ['picture', 'image/png'] });
  places = [readWindowFiles(join(root, 'renderer')), collectionFiles(join(root, 'collection'))];
});

afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

function makeBundle(directory: string, assets: Record<string, [content: string, mediaType: string]>): void {
  const named = Object.entries(assets).map(
    ([name, [text, mediaType]]) => [`assets/${name}`, { text, mediaType }] as const,
  );
  layOutBundle(directory, Object.fromEntries(named));
}

function get(path: string, headers: Record<string, string> = {}, method = 'GET'): WebResponse {
  return respond(places, { method, path, header: (name) => headers[name] ?? null });
}

async function bodyOf(response: WebResponse): Promise<string> {
  const stream = openBody(response.body);
  return stream === null ? '' : text(stream);
}

describe('the answer to a request for a file', () => {
  it.each([
    ['/', 200, 'text/html; charset=utf-8', '<!doctype html>'],
    ['/index.html', 200, 'text/html; charset=utf-8', '<!doctype html>'],
    ['/assets/index-DC02PXiD.js', 200, 'text/javascript; charset=utf-8', 'export {};'],
    ['/assets/index%2DDC02PXiD.js', 200, 'text/javascript; charset=utf-8', 'export {};'],
    ['/empty.txt', 200, 'text/plain; charset=utf-8', ''],
    [`/assets/${png}`, 200, 'image/png', 'picture'],
    [`/assets/${pdf}`, 200, 'application/pdf', '0123456789'],
  ])('gives %s', async (path, status, mediaType, content) => {
    const response = get(path);
    expect(response).toMatchObject({ status, headers: { 'content-type': mediaType } });
    expect(await bodyOf(response)).toBe(content);
  });

  it.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/%2e%2e%2fsecret.txt',
    '/assets/../../secret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/assets/%252e%252e%252fsecret.txt',
    '/..\\secret.txt',
    '/..%5csecret.txt',
    '//etc/passwd',
    '/%2fetc/passwd',
    '/index.html%00.png',
    '/index.html/',
    '/assets/',
    '/assets',
    '/link.txt',
    '/.',
    '/C:/secret.txt',
    '/file:///etc/passwd',
    '/%',
    '/%ff',
    '',
    'index.html',
    'http://127.0.0.1/index.html',
    '/constructor',
    '/__proto__',
    '/assets/constructor',
    '/manifest.json',
  ])('gives nothing at all for %s', async (path) => {
    const response = get(path);
    expect([400, 404]).toContain(response.status);
    expect(await bodyOf(response)).not.toContain('secret');
    expect(response.headers).toMatchObject({ 'content-type': 'text/plain; charset=utf-8' });
  });

  it('refuses every method but GET and HEAD, and answers HEAD without a body', () => {
    expect(get('/', {}, 'POST')).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } });
    expect(get('/', {}, 'HEAD')).toMatchObject({ status: 200, headers: { 'content-length': '15' }, body: null });
    expect(get('/nothing', {}, 'HEAD')).toMatchObject({ status: 404, body: null });
  });

  it.each([
    ['bytes=0-3', 206, '0123', 'bytes 0-3/10'],
    ['bytes=4-', 206, '456789', 'bytes 4-9/10'],
    ['bytes=-2', 206, '89', 'bytes 8-9/10'],
    ['bytes=-50', 206, '0123456789', 'bytes 0-9/10'],
    ['bytes=9-99', 206, '9', 'bytes 9-9/10'],
    ['bytes=10-', 416, '', 'bytes */10'],
    ['bytes=-0', 416, '', 'bytes */10'],
    ['bytes=3-1', 200, '0123456789', undefined],
    ['bytes=0-1,4-5', 200, '0123456789', undefined],
    ['bytes=-', 200, '0123456789', undefined],
    ['lines=0-3', 200, '0123456789', undefined],
    ['bytes=0x1-3', 200, '0123456789', undefined],
  ])('answers the range %s with %i', async (range, status, content, contentRange) => {
    const response = get(`/assets/${pdf}`, { range });
    expect(response.status).toBe(status);
    expect(response.headers['content-range']).toBe(contentRange);
    expect(response.headers['content-length']).toBe(String(content.length));
    expect(await bodyOf(response)).toBe(content);
  });

  it('cannot cut a range out of an empty file', () => {
    expect(get('/empty.txt', { range: 'bytes=0-' }).status).toBe(416);
    expect(get('/empty.txt', { range: 'bytes=-1' }).status).toBe(416);
  });

  it('sends the whole when the part belongs to another version of the file', () => {
    const { etag = '' } = get(`/assets/${pdf}`).headers;
    expect(get(`/assets/${pdf}`, { range: 'bytes=0-3', 'if-range': etag }).status).toBe(206);
    expect(get(`/assets/${pdf}`, { range: 'bytes=0-3', 'if-range': '"older"' }).status).toBe(200);
  });

  it('lets what is named by its content be kept for good, asks again for the page, and answers 304 to a known tag', () => {
    expect(get('/assets/index-DC02PXiD.js').headers['cache-control']).toContain('immutable');
    const page = get('/');
    expect(page.headers['cache-control']).toBe('no-cache');
    const { etag = '' } = page.headers;
    expect(get('/', { 'if-none-match': `"other", W/${etag}` })).toMatchObject({ status: 304, body: null });
    expect(get('/', { 'if-none-match': '"other"' }).status).toBe(200);
  });

  it('puts the policy and its companions on every answer, whatever the status', () => {
    for (const response of [get('/'), get('/nothing'), get('/%'), get('/', {}, 'PUT')]) {
      expect(response.headers).toMatchObject({
        'content-security-policy': expect.stringContaining("default-src 'none'; script-src 'self'") as string,
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
      });
    }
  });

  it('shows pictures of a collection, offers the rest to be saved, and lets neither be a page', () => {
    expect(get(`/assets/${png}`).headers).not.toHaveProperty('content-disposition');
    expect(get(`/assets/${pdf}`).headers['content-disposition']).toBe('attachment');
    for (const asset of [pdf, png]) {
      expect(get(`/assets/${asset}`).headers['content-security-policy']).toMatch(/sandbox$/);
    }
  });
});

describe('files that are not as they should be', () => {
  it('says that an asset was cut short, and that a collection is missing', async () => {
    const directory = join(root, 'short');
    makeBundle(directory, { [pdf]: ['0123456789', 'application/pdf'] });
    writeFileSync(join(directory, 'assets', pdf), '01234');
    const ask = (place: FindFile) => respond([place], { method: 'GET', path: `/assets/${pdf}`, header: () => null });
    expect(ask(collectionFiles(directory)).status).toBe(503);

    const missing = ask(collectionFiles(join(root, 'nowhere')));
    expect(missing.status).toBe(503);
    expect(await bodyOf(missing)).toContain('npm run content');
  });

  it('says how to build a window that is not there', () => {
    expect(() => readWindowFiles(join(root, 'nowhere'))).toThrow(/npm run build/);
    expect(() => readWindowFiles(join(root, 'collection'))).toThrow(/npm run build/);
  });
});

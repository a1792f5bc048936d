import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { buffer } from 'node:stream/consumers';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReceiveUpload } from '../core/web/uploads.ts';
import { outgoingFiles, writeOutgoing } from '../core/web/outgoing.ts';
import { readWindowFiles, type FindFile } from '../core/web/web-files.ts';
import { answerAppRequest, isOwnDownload, isWindowUrl } from './app-protocol.ts';

let root: string;
let files: FindFile[];

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'lectern-app-'));
  writeFileSync(join(root, 'index.html'), '0123456789');
  files = [readWindowFiles(root)];
});
afterAll(() => {
  rmSync(root, { recursive: true });
});

const receive: ReceiveUpload = async (body) => ({ upload: (await buffer(body)).toString('hex'), bytes: 1 });
const get = (url: string, init?: RequestInit): Response => {
  const answer = answerAppRequest(new Request(url, init), { files, receive });
  if (answer instanceof Response) return answer;
  throw new Error('only uploads take their time');
};

describe('app://lectern', () => {
  it('answers the window with its policy', async () => {
    const response = get('app://lectern/?a=1#/story/code-blue');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await response.text()).toBe('0123456789');
  });

  it('answers in part, and closes the file when nobody listens any more', async () => {
    const part = get('app://lectern/index.html', { headers: { range: 'bytes=2-4' } });
    expect([part.status, part.headers.get('content-range'), await part.text()]).toEqual([206, 'bytes 2-4/10', '234']);
    await get('app://lectern/').body?.cancel();
  });

  it.each([
    'app://other/',
    'app://lectern.evil/',
    'app://LECTERN/',
    'app://lectern:80/',
    'app://user@lectern/',
    'app://user:word@lectern/',
    'app:///index.html',
    'app:index.html',
    'http://lectern/',
    'file:///etc/passwd',
    'app://lectern/../index.htm',
    'app://lectern/..%2f..%2fetc/passwd',
    'app://lectern/%2e%2e/index.htm',
    'app://lectern//etc/passwd',
    'app://lectern/..\\secret',
    'app://lectern/index.html%00',
    'app://lectern/%',
  ])('gives nothing for %s', async (url) => {
    // Chromium never hands over credentials in a Request; the handler must not count on it.
    const request = { url, method: 'GET', headers: new Headers() } as unknown as Request;
    const response = await answerAppRequest(request, { files, receive });
    expect([400, 404]).toContain(response.status);
    expect(await response.text()).not.toContain('0123456789');
  });

  it('hands over a file that was made to be taken away, under its name', async () => {
    const file = await writeOutgoing(root, { fileName: 'Étude.zip', mediaType: 'application/zip' }, [
      Buffer.from('PK'),
    ]);
    const request = new Request(`app://lectern/outgoing/${file.outgoing}`);
    const response = await answerAppRequest(request, { files: [outgoingFiles(() => root)], receive });
    expect([response.headers.get('content-disposition'), await response.text()]).toEqual([
      `attachment; filename="_tude.zip"; filename*=UTF-8''%C3%89tude.zip`,
      'PK',
    ]);
  });

  it('takes in a file that the window uploads, an empty one too', async () => {
    for (const [body, hex] of [
      ['page', '70616765'],
      ['', ''],
    ]) {
      const request = new Request('app://lectern/uploads', { method: 'POST', ...(body === undefined ? {} : { body }) });
      const response = await answerAppRequest(request, { files, receive });
      expect([response.status, await response.json()]).toEqual([200, { ok: true, value: { upload: hex, bytes: 1 } }]);
    }
  });

  it('takes GET and HEAD alone elsewhere', async () => {
    expect(get('app://lectern/', { method: 'POST' }).status).toBe(405);
    expect(await get('app://lectern/', { method: 'HEAD' }).text()).toBe('');
  });
});

describe('addresses of our own', () => {
  it('are told from others', () => {
    for (const url of ['app://lectern/', 'app://lectern/#/story/x', 'app://lectern/?q=1#x']) {
      expect(isWindowUrl(url)).toBe(true);
    }
    for (const url of ['app://lectern/index.html', 'app://other/', 'https://lectern/', 'about:blank', 'nonsense', '']) {
      expect(isWindowUrl(url)).toBe(false);
    }
    expect(isOwnDownload('app://lectern/assets/a.pdf')).toBe(true);
    expect(isOwnDownload(`app://lectern/outgoing/${'a'.repeat(32)}`)).toBe(true);
    expect(isOwnDownload('blob:app://lectern/5b3e')).toBe(true);
    for (const url of ['app://lectern/index.html', 'app://other/assets/a', 'blob:https://x/1', 'data:text/plain,a']) {
      expect(isOwnDownload(url)).toBe(false);
    }
  });
});

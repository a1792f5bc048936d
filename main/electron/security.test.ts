import { beforeEach, describe, expect, it } from 'vitest';
import { sealContents, sealSession } from './security.ts';
import { FakeSession } from './test-helpers/fake-session.ts';
import { FakeWindow } from './test-helpers/fake-window.ts';

describe('a sealed session', () => {
  let session: FakeSession;
  beforeEach(async () => {
    session = new FakeSession();
    await sealSession(session);
  });

  it('grants no permission and no device, to nobody', () => {
    const permissions = [
      'media',
      'geolocation',
      'notifications',
      'midi',
      'clipboard-read',
      'fileSystem',
      'openExternal',
    ];
    for (const permission of [...permissions, 'fullscreen', 'unknown']) {
      for (const origin of ['app://lectern', 'https://evil.example', '']) {
        expect(session.grants(permission, origin)).toEqual({ check: false, request: false, device: false });
      }
    }
  });

  it('lets our own window copy text, and no other page or frame', () => {
    const copy = 'clipboard-sanitized-write';
    expect(session.grants(copy, 'app://lectern')).toEqual({ check: true, request: true, device: false });
    expect(session.grants(copy, 'app://lectern', false).request).toBe(false);
    expect(session.grants(copy, 'app://lectern.evil')).toMatchObject({ check: false, request: false });
  });

  it('lets no request out', () => {
    for (const url of ['app://lectern/', 'app://lectern/assets/a', 'data:image/png;base64,', 'blob:app://lectern/1']) {
      expect(session.lets(url)).toBe(true);
    }
    expect(session.lets('devtools://devtools/bundled/x.js')).toBe(true);
    const out = ['https://example.org/', 'http://127.0.0.1/', 'ws://x/', 'wss://x/', 'ftp://x/', 'file:///etc/passwd'];
    for (const url of [...out, 'app://other/', 'chrome-extension://x/']) expect(session.lets(url)).toBe(false);
    expect(session.proxy).toEqual({ mode: 'fixed_servers', proxyRules: '127.0.0.1:9' });
    expect(session.spellChecker).toBe(false);
  });

  it('saves files of its own, by a dialog, and no other', () => {
    const options: object[] = [];
    const offer = (url: string) =>
      session.emitter.emitPreventable(
        'will-download',
        {},
        { getURL: () => url, getFilename: () => 'a.pdf', setSaveDialogOptions: (given: object) => options.push(given) },
      );
    expect([offer('app://lectern/assets/a.pdf'), offer('blob:app://lectern/1')]).toEqual([false, false]);
    expect(options).toEqual([{ defaultPath: 'a.pdf' }, { defaultPath: 'a.pdf' }]);
    expect([offer('https://evil.example/a.exe'), offer('data:text/plain,a')]).toEqual([true, true]);
  });
});

describe('a sealed page', () => {
  it('opens no window, goes nowhere, attaches nothing', () => {
    const { webContents } = new FakeWindow({});
    sealContents(webContents);
    expect(webContents.openHandler?.({ url: 'https://example.org/' })).toEqual({ action: 'deny' });
    expect(webContents.webRtcPolicy).toBe('disable_non_proxied_udp');
    expect(webContents.emitter.emitPreventable('will-attach-webview')).toBe(true);
    for (const event of ['will-frame-navigate', 'will-redirect']) {
      const goes = (url: string, isMainFrame = true) =>
        !webContents.emitter.emitPreventable(event, { url, isMainFrame });
      expect(goes('app://lectern/')).toBe(true);
      expect(goes('app://lectern/#/story/x')).toBe(true);
      expect(goes('app://lectern/', false)).toBe(false);
      for (const url of ['https://example.org/', 'file:///etc/passwd', 'app://lectern/assets/a.html', 'about:blank']) {
        expect(goes(url)).toBe(false);
      }
    }
  });
});

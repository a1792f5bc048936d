import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { parseEvent } from '../contract/events.ts';
import { wrongCalls } from '../core/web/test-helpers/wrong-inputs.ts';
import { eventChannel, invokeChannel } from './channels.ts';
import { makeInstallation, startDesk, type Installation, type RunningDesk } from './test-helpers/desk.ts';

let installation: Installation;
let desk: RunningDesk | null = null;

beforeAll(async () => {
  installation = await makeInstallation();
});
afterEach(async () => {
  await desk?.quit();
  desk = null;
});
afterAll(() => {
  installation.remove();
});

async function start(...options: Parameters<typeof startDesk> extends [unknown, ...infer Rest] ? Rest : never) {
  desk = await startDesk(installation, ...options);
  return desk;
}

/** Waits until the window has been told of an event. */
async function heard(running: RunningDesk, name: string): Promise<unknown> {
  for (;;) {
    const found = running.window().webContents.sent.find(([channel, message]) => {
      return channel === eventChannel && parseEvent(message)?.event === name;
    });
    if (found !== undefined) return found[1];
    await new Promise((resolve) => setImmediate(resolve));
  }
}

describe('the desktop', () => {
  it('does everything in the order that Electron asks for', async () => {
    const { fake, dataDirectory } = await start();
    const { log } = fake;
    const order = ['name Lectern', `path userData ${dataDirectory}`, 'lock', 'sandbox', 'schemes', 'session', 'window'];
    const places = order.map((step) => log.indexOf(step));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(log).toContain('switch host-resolver-rules=MAP * ~NOTFOUND');
    expect(log).toContain('resolver {"secureDnsMode":"off","enableBuiltInResolver":false}');
    expect(fake.state.schemes).toEqual([
      {
        scheme: 'app',
        privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
      },
    ]);
  });

  it('shows the window through app://, with everything around it sealed', async () => {
    const { fake, window } = await start();
    expect(window().calls).toEqual(['load app://lectern/']);
    const page = await fake.session.load('app://lectern/');
    expect([page.status, await page.text()]).toEqual([200, '<!doctype html><title>Lectern</title>']);
    expect(fake.session.lets('https://example.org/')).toBe(false);
    expect(fake.session.spellChecker).toBe(false);
    expect(window().webContents.openHandler?.({ url: 'https://example.org/' })).toEqual({ action: 'deny' });
  });

  it('leaves the field to the instance that was there first', async () => {
    const { fake } = await start({ isSecond: true });
    expect(fake.windows).toEqual([]);
    expect(fake.log).toContain('quit');
    expect(fake.state.schemes).toBeNull();
  });

  it('raises its window when it is started again, or opens one', async () => {
    const running = await start({ platform: 'darwin' });
    running.fake.emit('second-instance', {}, []);
    expect(running.window().calls.slice(-2)).toEqual(['show', 'focus']);
    running.window().close();
    running.fake.emit('second-instance', {}, []);
    expect(running.fake.windows).toHaveLength(2);
  });

  it('saves the link that a browser sends, however the system hands it over, and has the window say so', async () => {
    const address = (name: string) => `lectern:save?url=${encodeURIComponent(`https://example.org/${name}`)}`;
    const running = await start({ args: ['lectern', address('first')] });
    await running.call('settings.set', { network: 'off' });
    running.fake.emit('second-instance', {}, ['lectern', '--x', address('second'), 'lectern:quit']);
    running.fake.emit('open-url', { preventDefault: () => undefined }, address('third'));
    running.fake.emit('open-url', { preventDefault: () => undefined }, 'lectern:save?url=file:///etc/passwd');
    await expect
      .poll(async () => {
        const { value } = (await running.call('library.counts', {})) as { value: { links: number } };
        return value.links;
      })
      .toBe(3);
    expect(running.fake.protocols).toEqual(['lectern']);
  });

  it('closes the core after the windows, and keeps what they said last', async () => {
    const running = await start();
    const last = running.call('bookmarks.set', { id: 'first-story', bookmarked: true });
    await running.quit();
    expect(await last).toMatchObject({ ok: true, value: { bookmarked: true } });
    expect(existsSync(join(running.dataDirectory, 'library.db'))).toBe(true);
    expect(running.reports).toEqual([]);
  });
});

describe('ipc', () => {
  it('answers our window, from the core and from the shell', async () => {
    const running = await start();
    expect(await running.call('articles.get', { id: 'first-story' })).toMatchObject({ value: { id: 'first-story' } });
    expect(await running.call('shell.openExternal', { url: 'https://example.org/' })).toEqual({
      ok: true,
      value: { opened: true },
    });
    expect(running.fake.opened).toEqual(['https://example.org/']);
  });

  it('answers nobody else, and does nothing for them', async () => {
    const running = await start();
    const { webContents } = running.window();
    const forged = [null, { origin: 'app://lectern' }, { origin: 'https://evil.example' }];
    for (const frame of forged) {
      for (const method of ['bookmarks.set', 'shell.openExternal', 'nonsense']) {
        const answer = await running.call(
          method,
          { id: 'first-story', bookmarked: true, url: 'https://x.org/' },
          frame,
        );
        expect(answer).toMatchObject({ ok: false, code: 'forbidden' });
      }
    }
    webContents.mainFrame.origin = 'https://evil.example';
    expect(await running.call('front.get', {})).toMatchObject({ ok: false, code: 'forbidden' });
    webContents.mainFrame.origin = 'app://lectern';
    expect(await running.call('app.status', {})).toMatchObject({ value: { counts: { bookmarks: 0 } } });
    expect(running.fake.opened).toEqual([]);
  });

  it('refuses every wrong input of every method, and says where it is wrong', async () => {
    const running = await start();
    for (const [method, input] of [...wrongCalls, ['front.get', undefined]] as const) {
      const answer = await running.call(method, input);
      expect({ method, input, answer }).toMatchObject({ answer: { ok: false, code: 'invalid-input' } });
      expect(answer).toMatchObject({ message: expect.stringMatching(/\w/) as string, details: { method } });
    }
    for (const method of ['nonsense', '__proto__', '', 7, null, undefined, { method: 'front.get' }]) {
      expect(await running.call(method, {})).toMatchObject({ ok: false, code: 'unknown-method' });
    }
    expect(await running.call('app.status', {})).toMatchObject({ ok: true, value: { counts: { bookmarks: 0 } } });
    expect([running.fake.opened, running.fake.dialogs, running.reports]).toEqual([[], [], []]);
  });

  it('has one channel', async () => {
    const { fake, window } = await start();
    const { webContents } = window();
    await expect(fake.invoke('other', webContents, webContents.mainFrame)).rejects.toThrow('No handler');
    await expect(fake.invoke(invokeChannel, webContents, null)).resolves.toMatchObject({ code: 'forbidden' });
  });
});

describe('events', () => {
  it('reach the window from the core', async () => {
    const running = await start();
    await running.call('bookmarks.set', { id: 'second-story', bookmarked: true });
    expect(await heard(running, 'marks.changed')).toMatchObject({ payload: { articleId: 'second-story' } });
  });

  it('tell that the core crashed, which then answers again', async () => {
    const running = await start();
    await running.call('bookmarks.set', { id: 'first-story', bookmarked: true });
    await running.fake.children[0]?.worker.terminate();
    await heard(running, 'core.restarted');
    expect(running.reports).toEqual(['the core stopped unexpectedly and is started again']);
    expect(await running.call('app.status', {})).toMatchObject({ ok: true, value: { counts: { bookmarks: 1 } } });
  });

  it('carry the menu’s commands to the window, and the reader’s keys to the menu', async () => {
    const running = await start();
    const click = (id: string) => {
      const all = running.fake.menus.at(-1)?.flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : [])) ?? [];
      const item = all.find((one) => one.id === id);
      (item?.click as () => void)(); // ours take no argument
      return item?.accelerator;
    };
    expect(click('palette.open')).toBe('CommandOrControl+K');
    expect(await heard(running, 'command.run')).toMatchObject({ payload: { command: 'palette.open' } });

    await running.call('settings.set', { keys: { 'palette.open': 'Alt+p' } });
    await heard(running, 'settings.changed');
    await running.call('settings.get', {}); // answered after the menu's own question
    expect(click('palette.open')).toBe('Alt+P');
  });
});

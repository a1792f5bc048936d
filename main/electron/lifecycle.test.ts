import { describe, expect, it } from 'vitest';
import { bindLifecycle } from './lifecycle.ts';
import { Emitter } from './test-helpers/emitter.ts';

function bind(platform: string) {
  const emitter = new Emitter('window-all-closed', 'activate', 'will-quit');
  const log: string[] = [];
  const closed = Promise.withResolvers<undefined>();
  let windows = 1;
  bindLifecycle(
    { on: emitter.on, quit: () => log.push('quit') },
    {
      platform,
      openWindow: () => log.push(`window ${(windows += 1)}`),
      hasWindow: () => windows > 0,
      close: () => {
        log.push('close');
        return closed.promise;
      },
    },
  );
  return { emitter, log, closed, setWindows: (count: number) => (windows = count) };
}

const nextTurn = () => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));

describe('the life of the app', () => {
  it('is held back once until the core is closed, and then ends', async () => {
    const { emitter, log, closed } = bind('linux');
    expect(emitter.emitPreventable('will-quit')).toBe(true);
    expect(emitter.emitPreventable('will-quit')).toBe(true);
    await nextTurn();
    expect(log).toEqual(['close']);
    closed.resolve(undefined);
    await nextTurn();
    expect(log).toEqual(['close', 'quit']);
    expect(emitter.emitPreventable('will-quit')).toBe(false);
  });

  it('ends with the last window, but not on macOS', () => {
    for (const [platform, log] of [
      ['linux', ['quit']],
      ['win32', ['quit']],
      ['darwin', []],
    ] as const) {
      const life = bind(platform);
      life.emitter.emit('window-all-closed');
      expect(life.log).toEqual(log);
    }
  });

  it('opens a window when it is called up without one, unless it is ending', () => {
    const { emitter, log, setWindows } = bind('darwin');
    emitter.emit('activate');
    setWindows(0);
    emitter.emit('activate');
    expect(log).toEqual(['window 1']);
    setWindows(0);
    emitter.emitPreventable('will-quit');
    emitter.emit('activate');
    expect(log).toEqual(['window 1', 'close']);
  });
});

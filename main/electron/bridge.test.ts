import { expect, it } from 'vitest';
import { createBridge } from './bridge.ts';
import { Emitter } from './test-helpers/emitter.ts';

it('exposes two functions and a name, and hands the page neither ipc nor its events', async () => {
  const emitter = new Emitter('lectern:event');
  const invoked: unknown[] = [];
  const bridge = createBridge(
    { on: emitter.on, off: emitter.off, invoke: (...args: unknown[]) => Promise.resolve(invoked.push(args)) },
    'linux',
  );
  const members = Object.entries(bridge).map(([name, value]) => `${name}: ${typeof value}`);
  expect(members.sort()).toEqual(['invoke: function', 'onEvent: function', 'platform: string']);

  await bridge.invoke('front.get', { a: 1 });
  expect(invoked).toEqual([['lectern:invoke', 'front.get', { a: 1 }]]);

  const heard: unknown[][] = [];
  const stop = bridge.onEvent((...args) => heard.push(args));
  emitter.emit('lectern:event', { sender: 'ipcRenderer' }, { event: 'settings.changed' });
  stop();
  emitter.emit('lectern:event', { sender: 'ipcRenderer' }, { event: 'settings.changed' });
  expect(heard).toEqual([[{ event: 'settings.changed' }]]);
});

import { describe, expect, it } from 'vitest';
import { bridgeTransport, httpTransport, type Stream } from './transport.ts';

class Line implements Stream {
  closed = false;
  readonly #listeners: ((event: { data: string }) => void)[] = [];

  addEventListener(_type: 'message', listener: (event: { data: string }) => void): void {
    this.#listeners.push(listener);
  }

  close(): void {
    this.closed = true;
  }

  say(value: unknown): void {
    for (const listener of this.#listeners) listener({ data: JSON.stringify(value) });
  }
}

const changed = { event: 'marks.changed', payload: { revision: 2, articleId: 'code-red' } };

describe('events over HTTP', () => {
  it('come through one stream, however many listen, until the last has left', () => {
    const lines: Line[] = [];
    const { subscribe } = httpTransport(() => {
      const line = new Line();
      lines.push(line);
      return line;
    });
    const heard: string[] = [];
    const first = subscribe(({ event }) => heard.push(`first ${event}`));
    const second = subscribe(({ event }) => heard.push(`second ${event}`));
    lines[0]?.say(changed);
    first();
    first();
    lines[0]?.say(changed);
    expect(heard).toEqual(['first marks.changed', 'second marks.changed', 'second marks.changed']);
    expect(lines.map(({ closed }) => closed)).toEqual([false]);
    second();
    subscribe(() => undefined);
    expect(lines.map(({ closed }) => closed)).toEqual([true, false]);
  });

  it('are dropped if they are none of the contract’s', () => {
    const line = new Line();
    const heard: unknown[] = [];
    httpTransport(() => line).subscribe((message) => heard.push(message));
    line.say({ event: 'marks.changed', payload: { revision: 'two' } });
    line.say({ event: 'something.else', payload: {} });
    line.say(null);
    line.say(changed);
    expect(heard).toEqual([changed]);
  });
});

it('events over the desktop’s bridge are parsed too, and can be left', () => {
  const listeners = new Set<(message: unknown) => void>();
  const { subscribe } = bridgeTransport({
    platform: 'linux',
    invoke: () => Promise.resolve(null),
    onEvent: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  });
  const heard: unknown[] = [];
  const release = subscribe((message) => heard.push(message));
  for (const listener of listeners) listener({ event: 'marks.changed', payload: {} });
  for (const listener of listeners) listener(changed);
  release();
  expect([heard, listeners.size]).toEqual([[changed], 0]);
});

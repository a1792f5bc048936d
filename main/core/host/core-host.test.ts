import { describe, expect, it } from 'vitest';
import type { EventMessage } from '../../contract/events.ts';
import { createCoreHost } from './core-host.ts';
import type { CorePort, ToCore } from './core-port.ts';

/** The far end of a line: answers calls when told to, and can crash. */
class FarEnd implements CorePort {
  readonly posted: ToCore[] = [];
  readonly #messages: ((message: unknown) => void)[] = [];
  readonly #exits: (() => void)[] = [];

  post(message: ToCore): void {
    this.posted.push(structuredClone(message));
    if (message.kind === 'close') this.exit();
  }
  onMessage(listener: (message: unknown) => void): void {
    this.#messages.push(listener);
  }
  onExit(listener: () => void): void {
    this.#exits.push(listener);
  }
  kill(): void {
    this.exit();
  }
  send(message: unknown): void {
    for (const listener of this.#messages) listener(structuredClone(message));
  }
  exit(): void {
    for (const listener of this.#exits.splice(0)) listener();
  }
}

function host() {
  const ends: FarEnd[] = [];
  const reports: string[] = [];
  const seen: EventMessage[] = [];
  let time = 0;
  const core = createCoreHost({
    spawn: () => {
      const end = new FarEnd();
      ends.push(end);
      return end;
    },
    report: (message) => reports.push(message),
    now: () => time,
  });
  core.onEvent((message) => seen.push(message));
  return { core, ends, reports, seen, pass: (ms: number) => (time += ms) };
}

describe('the host of the core', () => {
  it('matches replies to calls whatever their order, and passes events on', async () => {
    const { core, ends, seen } = host();
    const first = core.invoke('jobs.list', {});
    const second = core.invoke('front.get', {});
    ends[0]!.send({ kind: 'reply', id: 2, reply: { ok: true, value: 'second' } });
    ends[0]!.send({ kind: 'reply', id: 1, reply: { ok: true, value: 'first' } });
    ends[0]!.send('noise');
    ends[0]!.send({ kind: 'event', message: { event: 'settings.changed', payload: { revision: 1 } } });
    expect(await Promise.all([first, second])).toEqual([
      { ok: true, value: 'first' },
      { ok: true, value: 'second' },
    ]);
    expect(seen).toEqual([{ event: 'settings.changed', payload: { revision: 1 } }]);
  });

  it('starts a core anew that asks for it, as often as it asks, and calls it no crash', () => {
    const { ends, seen, reports } = host();
    for (let time = 0; time < 5; time += 1) {
      ends.at(-1)!.send({ kind: 'reopening' });
      ends.at(-1)!.exit();
    }
    expect([ends.length, reports, seen.map(({ event }) => event)]).toEqual([6, [], Array(5).fill('core.restarted')]);
  });

  it('fails the calls that waited when the core crashes, starts it anew and says so', async () => {
    const { core, ends, seen, reports } = host();
    const waiting = core.invoke('jobs.list', {});
    ends[0]!.exit();
    expect(await waiting).toMatchObject({ ok: false, code: 'core-stopped' });
    expect(ends).toHaveLength(2);
    expect(seen).toEqual([{ event: 'core.restarted', payload: { revision: 1, because: 'crash' } }]);
    expect(reports).toHaveLength(1);

    const again = core.invoke('jobs.list', {});
    ends[1]!.send({ kind: 'reply', id: 1, reply: { ok: true, value: 'back' } });
    expect(await again).toEqual({ ok: true, value: 'back' });
  });

  it('gives up on a core that crashes over and over, and answers every call', async () => {
    const { core, ends } = host();
    for (let crash = 0; crash < 4; crash += 1) ends.at(-1)!.exit();
    expect(ends).toHaveLength(4);
    expect(await core.invoke('jobs.list', {})).toMatchObject({ code: 'core-stopped' });
  });

  it('forgives crashes that lie more than a minute apart', () => {
    const { ends, pass } = host();
    for (let crash = 0; crash < 8; crash += 1) {
      ends.at(-1)!.exit();
      pass(61_000);
    }
    expect(ends).toHaveLength(9);
  });

  it('closes without starting anew', async () => {
    const { core, ends } = host();
    await core.close();
    expect(ends).toHaveLength(1);
    expect(await core.invoke('jobs.list', {})).toMatchObject({ code: 'core-stopped' });
  });
});

import { describe, expect, it } from 'vitest';
import { fakeClock } from '../test-helpers/fake-clock.ts';
import { createHostTurns } from './host-turns.ts';

const never = new AbortController().signal;
const turn = () => new Promise(setImmediate);

describe('turns', () => {
  it('lets few ask one host and few ask at all, and whoever waits goes when one is back', async () => {
    const turns = createHostTurns({ perHost: 1, overall: 2, robotPauseMs: 0 }, fakeClock());
    const gone: string[] = [];
    const backs: Record<string, () => void> = {};
    for (const host of ['a', 'a', 'b', 'c'])
      void turns.take(host, false, never).then((back) => {
        gone.push(host);
        if (back !== null) backs[host] = back;
      });
    await turn();
    expect(gone).toEqual(['a', 'b']);
    backs['b']?.();
    await turn();
    expect(gone).toEqual(['a', 'b', 'c']);
    backs['a']?.();
    await turn();
    expect(gone).toEqual(['a', 'b', 'c', 'a']);
  });

  it('has robots pause between two requests to a host, and a person not', async () => {
    const clock = fakeClock();
    const turns = createHostTurns({ perHost: 9, overall: 9, robotPauseMs: 1000 }, clock);
    const gone: string[] = [];
    for (const name of ['robot 1', 'robot 2', 'person'])
      void turns.take('a', name.startsWith('robot'), never).then(() => gone.push(name));
    await turn();
    expect(gone).toEqual(['robot 1', 'person']);
    clock.advance(1000);
    await turn();
    expect(gone).toEqual(['robot 1', 'person', 'robot 2']);
  });

  it('lets go of whoever is given up while waiting', async () => {
    const turns = createHostTurns({ perHost: 1, overall: 1, robotPauseMs: 0 }, fakeClock());
    const back = await turns.take('a', false, never);
    const abort = new AbortController();
    const waiting = turns.take('a', false, abort.signal);
    abort.abort();
    expect(await waiting).toBeNull();
    back?.();
    expect(await turns.take('a', false, never)).not.toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { LatestWins } from './latest-wins.ts';

/** A questioner whose answers come when the test says so. */
function questioner() {
  const asked: string[] = [];
  const told: string[] = [];
  const pending: { resolve: (answer: string) => void; reject: (error: unknown) => void }[] = [];
  const runner = new LatestWins<string, string>({
    ask: (question) => {
      asked.push(question);
      const { promise, resolve, reject } = Promise.withResolvers<string>();
      pending.push({ resolve, reject });
      return promise;
    },
    answered: (question, answer) => told.push(`${question}: ${answer}`),
    failed: (question, error) => told.push(`${question} failed: ${String(error)}`),
  });
  const answer = async (settle: 'resolve' | 'reject' = 'resolve'): Promise<void> => {
    pending.shift()?.[settle]('done');
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { runner, asked, told, answer };
}

describe('the latest wins', () => {
  it('asks the first at once, then only the newest of those that came meanwhile', async () => {
    const { runner, asked, told, answer } = questioner();
    for (const question of ['w', 'wo', 'wor', 'worm']) runner.ask(question);
    expect(asked).toEqual(['w']);
    await answer();
    expect(asked).toEqual(['w', 'worm']);
    expect(runner.isBusy).toBe(true);
    await answer();
    expect(told).toEqual(['w: done', 'worm: done']);
    expect(runner.isBusy).toBe(false);
  });

  it('tells nothing of what was dropped, and asks on', async () => {
    const { runner, asked, told, answer } = questioner();
    runner.ask('worm');
    runner.ask('worms');
    runner.drop();
    await answer();
    expect(asked).toEqual(['worm']);
    expect(told).toEqual([]);
    runner.ask('clock');
    await answer();
    expect(told).toEqual(['clock: done']);
  });

  it('asks what comes after something dropped, once that is over', async () => {
    const { runner, asked, told, answer } = questioner();
    runner.ask('worm');
    runner.drop();
    runner.ask('clock');
    await answer();
    await answer();
    expect(asked).toEqual(['worm', 'clock']);
    expect(told).toEqual(['clock: done']);
  });

  it('goes on after a failure', async () => {
    const { runner, told, answer } = questioner();
    runner.ask('worm');
    runner.ask('clock');
    await answer('reject');
    await answer();
    expect(told).toEqual(['worm failed: done', 'clock: done']);
  });

  it('may be asked by the one who is told', async () => {
    const asked: string[] = [];
    const runner = new LatestWins<string, string>({
      ask: (question) => {
        asked.push(question);
        return Promise.resolve('done');
      },
      answered: (question) => {
        if (question === 'a') runner.ask('b');
      },
      failed: () => undefined,
    });
    runner.ask('a');
    await new Promise((resolve) => setTimeout(resolve));
    expect(asked).toEqual(['a', 'b']);
    expect(runner.isBusy).toBe(false);
  });
});

import { describe, expect, it, vi } from 'vitest';
import { pageSize, RowWindows, type RowPage } from './row-windows.ts';

const total = 50_000;
const page = (offset: number, limit: number): RowPage<number> => ({
  items: Array.from({ length: Math.min(limit, total - offset) }, (_, index) => offset + index),
  total,
});

/** A core that answers when it is told to. */
function slowCore() {
  const waiting: {
    readonly offset: number;
    readonly answer: () => Promise<void>;
    readonly fail: () => Promise<void>;
  }[] = [];
  const failed = vi.fn();
  const windows = new RowWindows<number>({
    ask: (offset, limit) =>
      new Promise((resolve, reject) => {
        const settled = () => new Promise<void>((done) => setTimeout(done));
        waiting.push({
          offset,
          answer: () => (resolve(page(offset, limit)), settled()),
          fail: () => (reject(new Error('no core')), settled()),
        });
      }),
    changed: () => undefined,
    failed,
  });
  return { windows, waiting, failed };
}

describe('windows on a long list', () => {
  it('ask for what is in sight, then for what is around it', async () => {
    const { windows, waiting } = slowCore();
    windows.want(40_010, 40_030);
    await waiting[0]?.answer();
    await waiting[1]?.answer();
    await waiting[2]?.answer();
    expect(waiting.map(({ offset }) => offset)).toEqual([40_000, 40_100, 39_900]);
    expect([windows.at(40_010), windows.at(39_999), windows.at(0), windows.total]).toEqual([
      40_010,
      39_999,
      undefined,
      total,
    ]);
  });

  it('never ask for what was scrolled past meanwhile', async () => {
    const { windows, waiting } = slowCore();
    for (let first = 0; first < 40_000; first += pageSize) windows.want(first, first + 20);
    expect(waiting).toHaveLength(2);
    await waiting[0]?.answer();
    await waiting[1]?.answer();
    expect(waiting.map(({ offset }) => offset).slice(2)).toEqual([39_900, 40_000]);
  });

  it('hold a bounded number of rows, those nearest to the viewport', async () => {
    const windows = new RowWindows<number>({
      ask: (offset, limit) => Promise.resolve(page(offset, limit)),
      changed: () => undefined,
      failed: () => undefined,
    });
    for (let first = 0; first < 20_000; first += pageSize) {
      windows.want(first, first + 20);
      await new Promise((done) => setTimeout(done));
    }
    expect([...windows.loaded()].length).toBeLessThanOrEqual(60 * pageSize);
    expect(windows.at(19_900)).toBe(19_900);
    expect(windows.at(0)).toBeUndefined();
  });

  it('drop an answer to a list that is gone, and tell of a failure only while it matters', async () => {
    const { windows, waiting, failed } = slowCore();
    windows.want(0, 20);
    await waiting[0]?.fail();
    expect(failed).toHaveBeenCalledOnce();
    windows.want(0, 20);
    windows.stop();
    for (const question of waiting) await question.answer();
    expect([windows.isKnown, failed.mock.calls.length]).toEqual([false, 1]);
  });
});

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { calmly } from './calmly.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('makes few calls of many, the first at once and never without the last', () => {
  const at: number[] = [];
  const start = Date.now();
  const { call } = calmly(() => at.push(Date.now() - start), 1000);
  for (let count = 0; count < 25; count += 1) {
    call();
    vi.advanceTimersByTime(100);
  }
  vi.advanceTimersByTime(10_000);
  call();
  expect(at).toEqual([0, 1000, 2000, 3000, 12_500]);
});

it('says nothing more once it is stopped', () => {
  const run = vi.fn();
  const { call, stop } = calmly(run, 1000);
  call();
  call();
  stop();
  vi.advanceTimersByTime(5000);
  expect(run).toHaveBeenCalledTimes(1);
});

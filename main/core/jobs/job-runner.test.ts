import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { startJob, type JobEnd, type JobLimits } from './job-runner.ts';

const entry = new URL('./test-helpers/odd-jobs.ts', import.meta.url);

async function run(
  deed: string,
  { count = 3, limits, take }: { count?: number; limits?: JobLimits; take?: (parcel: unknown) => Promise<void> } = {},
): Promise<{ end: JobEnd; taken: unknown[] }> {
  const taken: unknown[] = [];
  const job = startJob({
    entry,
    data: { deed, count },
    ...(limits === undefined ? {} : { limits }),
    take: async (parcel) => {
      taken.push(parcel);
      await take?.(parcel);
    },
  });
  return { end: await job.ended, taken };
}

describe('a job', () => {
  it('hands over every parcel in order, then ends', async () => {
    const { end, taken } = await run('finish', { count: 50 });
    expect([end, taken]).toEqual([{ kind: 'done' }, Array.from({ length: 50 }, (_, index) => index + 1)]);
  });

  it('waits while the core is behind', async () => {
    let running = 0;
    let most = 0;
    const job = startJob({
      entry,
      data: { deed: 'finish', count: 8 },
      take: async () => {
        running += 1;
        most = Math.max(most, running);
        await sleep(5);
        running -= 1;
      },
    });
    expect([await job.ended, most]).toEqual([{ kind: 'done' }, 1]);
  });

  it.each([
    ['hang', 'silence', 'Nothing came of it for 1 seconds.'],
    ['throw', 'crash', 'Reading it failed: the page is made of cheese'],
    ['leave', 'crash', 'Reading it ended without a word.'],
    ['hoard', 'memory', 'Reading it takes more memory than Lectern gives to one file.'],
  ])('that comes to %s is ended and says why, after what it had delivered', async (deed, cause, reason) => {
    const { end, taken } = await run(deed, { limits: { silenceMs: deed === 'hoard' ? 60_000 : 1000, heapMb: 64 } });
    expect([end, taken]).toEqual([{ kind: 'failed', cause, reason }, [1, 2, 3]]);
  });

  it('that says it is alive is given its time', async () => {
    const { end } = await run('toil', { limits: { silenceMs: 600, heapMb: 64 } });
    expect(end).toEqual({ kind: 'done' });
  });

  it('is not blamed for the silence of a slow core', async () => {
    const { end } = await run('finish', {
      count: 2,
      limits: { silenceMs: 1000, heapMb: 64 },
      take: () => sleep(1300),
    });
    expect(end).toEqual({ kind: 'done' });
  });

  it('ends at once when it is cancelled, and nothing is handed over afterwards', async () => {
    const taken: unknown[] = [];
    const job = startJob({
      entry,
      data: { deed: 'hang', count: 3 },
      take: (parcel) => {
        taken.push(parcel);
        job.cancel();
      },
    });
    expect([await job.ended, taken]).toEqual([{ kind: 'cancelled' }, [1]]);
  });

  it('ends when what it delivers cannot be taken', async () => {
    const fault = new Error('the disk is full');
    const { end, taken } = await run('finish', { take: () => Promise.reject(fault) });
    expect([end, taken]).toEqual([{ kind: 'refused', error: fault }, [1]]);
  });
});

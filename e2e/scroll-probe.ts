/**
 * Measures the library's list from inside the page: how long its rows take from an address to the first frame that shows
 * them, how even the frames are while it is flung, and how long a row stands empty after a leap.
 *
 * A row is looked for at every animation frame; a message posted from the frame in which it is there is delivered after it
 * was painted.
 */
import type { Page } from '@playwright/test';

export interface Fling {
  /** Between two frames, in milliseconds. */
  readonly frames: readonly number[];
  /** Frames in which a row in sight was still on its way. */
  readonly empty: number;
}

interface Probe {
  open(hash: string): Promise<number>;
  fling(step: number, frames: number): Promise<Fling>;
  leap(share: number): Promise<number>;
}

interface Probed {
  lecternScroll?: Probe;
}

/** Once in each document. */
export async function installScrollProbe(page: Page): Promise<void> {
  await page.evaluate(() => {
    const root = (): ShadowRoot | null =>
      document.querySelector('lectern-app')?.shadowRoot?.querySelector('lectern-library-view')?.shadowRoot ?? null;
    const frame = () => new Promise<number>((done) => requestAnimationFrame(done));
    const painted = () =>
      new Promise<void>((done) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => done();
        port2.postMessage(null);
      });
    /** Null where there is no list. */
    const emptyInSight = (): number | null => {
      const scroller = root()?.querySelector('.scroller');
      const rows = [...(root()?.querySelectorAll('.row') ?? [])];
      if (scroller == null || rows.length === 0) return null;
      const edge = scroller.getBoundingClientRect();
      const inSight = rows
        .map((row) => ({ row, box: row.getBoundingClientRect() }))
        .filter(({ box }) => box.bottom > edge.top && box.top < edge.bottom);
      const last = Math.max(...inSight.map(({ box }) => box.bottom));
      const isShort =
        last < edge.bottom - 1 && scroller.scrollTop + scroller.clientHeight < scroller.scrollHeight - 100;
      return inSight.filter(({ row }) => row.matches('.row--awaited')).length + Number(isShort || inSight.length === 0);
    };
    const filled = async (begun: number): Promise<number> => {
      do await frame();
      while (emptyInSight() !== 0);
      await painted();
      return performance.now() - begun;
    };
    const probe: Probe = {
      open: (hash) => {
        const begun = performance.now();
        location.hash = hash;
        return filled(begun);
      },
      fling: async (step, count) => {
        const scroller = root()?.querySelector('.scroller');
        const frames: number[] = [];
        let empty = 0;
        let before = await frame();
        for (let number = 0; number < count; number += 1) {
          scroller?.scrollBy(0, step);
          const now = await frame();
          frames.push(now - before);
          before = now;
          if (emptyInSight() !== 0) empty += 1;
        }
        return { frames, empty };
      },
      leap: (share) => {
        const scroller = root()?.querySelector('.scroller');
        const begun = performance.now();
        if (scroller != null) scroller.scrollTop = (scroller.scrollHeight - scroller.clientHeight) * share;
        return filled(begun);
      },
    };
    Object.assign(globalThis, { lecternScroll: probe });
  });
}

/** From the address to its rows on the screen, in milliseconds. */
export function timeOpening(page: Page, hash: string): Promise<number> {
  return page.evaluate((to) => (globalThis as Probed).lecternScroll?.open(to) ?? Number.NaN, hash);
}

/** The list is moved on by `step` pixels in each of so many frames. */
export function fling(page: Page, step: number, frames: number): Promise<Fling> {
  return page.evaluate(
    async ([by, count]) => (await (globalThis as Probed).lecternScroll?.fling(by, count)) ?? { frames: [], empty: 0 },
    [step, frames] as const,
  );
}

/** To a share of the list's height, until every row there has come, in milliseconds. */
export function timeLeap(page: Page, share: number): Promise<number> {
  return page.evaluate((to) => (globalThis as Probed).lecternScroll?.leap(to) ?? Number.NaN, share);
}

import { afterEach, expect, it, vi } from 'vitest';
import { AppError } from '../../main/contract/errors.ts';
import { sayDone } from './say-done.ts';

type Toast = HTMLElementEventMap['lectern-toast']['detail'];

afterEach(() => {
  vi.unstubAllGlobals();
});

/** What is said at the foot of a window. */
function listen(to: EventTarget): Toast[] {
  const said: Toast[] = [];
  to.addEventListener('lectern-toast', (event) => said.push((event as CustomEvent<Toast>).detail)); // its one type
  return said;
}

it('goes back when it is asked to, and says why it could not, though the element that did it is gone', async () => {
  const [app, gone] = [new EventTarget(), new EventTarget()];
  vi.stubGlobal('document', { querySelector: () => app });
  const [said, unheard] = [listen(app), listen(gone)];
  let isThere = false;
  const undo = vi.fn(async () => {
    await Promise.resolve();
    if (!isThere) throw new AppError('not-found', 'That text is gone.');
  });
  sayDone(gone, 'The text was made anew.', undo);
  expect(undo).not.toHaveBeenCalled();
  said[0]?.action?.run();
  await vi.waitFor(() => {
    expect(said.map(({ message }) => message)).toEqual(['The text was made anew.', 'That text is gone.']);
  });
  isThere = true;
  said[0]?.action?.run();
  await vi.waitFor(() => {
    expect(undo).toHaveBeenCalledTimes(2);
  });
  await Promise.resolve();
  expect([said.length, unheard]).toEqual([2, []]);
});

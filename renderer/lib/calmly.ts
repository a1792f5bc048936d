/**
 * Runs `run` at once, and again after `rest` milliseconds if it was asked for meanwhile: a burst of a thousand calls becomes
 * two or three, and the last one is never lost.
 */
export function calmly(run: () => void, rest: number): { readonly call: () => void; readonly stop: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isWaiting = false;
  const rested = (): void => {
    timer = undefined;
    if (!isWaiting) return;
    isWaiting = false;
    call();
  };
  const call = (): void => {
    if (timer !== undefined) {
      isWaiting = true;
      return;
    }
    timer = setTimeout(rested, rest);
    run();
  };
  return {
    call,
    stop: () => {
      clearTimeout(timer);
      timer = undefined;
      isWaiting = false;
    },
  };
}

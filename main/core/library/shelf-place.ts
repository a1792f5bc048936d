/** Where on a shelf what is moved comes to stand. Pure. */
import type { ShelfPlace } from '../../contract/organise-entities.ts';

/** A step, or the key of a row. */
type Target = Extract<ShelfPlace, string> | number;

/**
 * Of those that stay, the one before which they come to stand; null for the end. `standing` is the shelf in its order.
 * What stands apart is brought together by the first step.
 */
export function placeBefore(standing: Int32Array, moved: ReadonlySet<number>, target: Target): number | null {
  const start = startOf(standing, moved, target);
  const stays = start === -1 ? undefined : standing.subarray(start).find((key) => !moved.has(key));
  return stays ?? null;
}

/** Of the place from which on one that stays is looked for; -1 for none. */
function startOf(standing: Int32Array, moved: ReadonlySet<number>, target: Target): number {
  switch (target) {
    case 'top':
      return 0;
    case 'up':
      return Math.max(0, standing.findIndex((key) => moved.has(key)) - 1);
    case 'down':
      return standing.findLastIndex((key) => moved.has(key)) + 2;
    case 'end':
      return -1;
    default:
      return standing.indexOf(target);
  }
}

/** The points of an explanation, rounded so that the table still adds up. Pure. */
import type { Explanation } from '../../../main/contract/search-entities.ts';

export interface ScoreRow {
  readonly what: string;
  readonly how: string;
  readonly points: string;
}

const decimals = 2;
const unit = 10 ** decimals;

/** Rows in their order, and their sum; each a text with two decimals. What is lost by rounding goes to the largest rests. */
export function scoreTable({ parts, score }: Explanation): {
  readonly rows: readonly ScoreRow[];
  readonly sum: string;
} {
  const exact = parts.map(({ points }) => points * unit);
  const floors = exact.map(Math.floor);
  const sum = Math.round(parts.length === 0 ? score * unit : exact.reduce((total, points) => total + points, 0));
  const left = sum - floors.reduce((total, points) => total + points, 0);
  const byRest = exact
    .map((points, index) => ({ index, rest: points - Math.floor(points) }))
    .toSorted((a, b) => b.rest - a.rest);
  const raised = new Set(byRest.slice(0, left).map(({ index }) => index));
  return {
    rows: parts.map(({ what, how }, index) => ({
      what,
      how,
      points: print((floors[index] ?? 0) + (raised.has(index) ? 1 : 0)),
    })),
    sum: print(sum),
  };
}

/** With the typographer's minus. */
function print(units: number): string {
  return (units / unit).toFixed(decimals).replace('-', '−');
}

/** From runs of letters to lines in reading order: runs of one baseline are joined, columns are read one after the other. */
import type { PdfPage, PdfRun } from './pdf-pages.ts';

export interface PdfLine {
  readonly text: string;
  /** Left and right end. */
  readonly x: number;
  readonly end: number;
  readonly y: number;
  readonly size: number;
}

/** From the top of the page down, column after column. */
export function linesOf(page: PdfPage): PdfLine[] {
  return inReadingOrder(joinRuns(page.runs), page.width);
}

/** A gap wider than this many letters' heights is one between columns. */
const columnGap = 1.4;

function joinRuns(runs: readonly PdfRun[]): PdfLine[] {
  const rows: PdfRun[][] = [];
  for (const run of runs.toSorted((one, other) => other.y - one.y || one.x - other.x)) {
    const row = rows.at(-1);
    const first = row?.[0];
    const reach = Math.max(run.size, first?.size ?? 0) * 0.4;
    if (row !== undefined && first !== undefined && Math.abs(first.y - run.y) <= reach) row.push(run);
    else rows.push([run]);
  }
  return rows.flatMap((row) => lineParts(row.toSorted((one, other) => one.x - other.x)));
}

function lineParts(row: readonly PdfRun[]): PdfLine[] {
  const lines: PdfLine[] = [];
  for (const run of row) {
    const line = lines.at(-1);
    const gap = line === undefined ? Infinity : run.x - line.end;
    const size = Math.max(run.size, line?.size ?? 0);
    if (line === undefined || gap > size * columnGap) {
      lines.push({ text: run.text, x: run.x, end: run.x + run.width, y: run.y, size: run.size });
      continue;
    }
    const isApart = gap > size * 0.15 && !/\s$/.test(line.text) && !/^\s/.test(run.text);
    lines[lines.length - 1] = {
      ...line,
      text: `${line.text}${isApart ? ' ' : ''}${run.text}`,
      end: Math.max(line.end, run.x + run.width),
      size: line.text.length >= run.text.length ? line.size : run.size,
    };
  }
  return lines
    .map((line) => ({ ...line, text: line.text.replace(/\s+/g, ' ').trim() }))
    .filter(({ text }) => text !== '');
}

/**
 * Lines that cross the gutter between columns, a title or a wide table, part the page into bands; in each the left column
 * is read before the right, and either may have columns of its own.
 */
function inReadingOrder(lines: readonly PdfLine[], width: number, depth = 0): PdfLine[] {
  const gutter = depth > 3 ? null : findGutter(lines, width);
  if (gutter === null) return lines.toSorted((one, other) => other.y - one.y || one.x - other.x);
  const ordered: PdfLine[] = [];
  let left: PdfLine[] = [];
  let right: PdfLine[] = [];
  const close = (): void => {
    for (const column of [left, right]) ordered.push(...inReadingOrder(column, width / 2, depth + 1));
    left = [];
    right = [];
  };
  for (const line of lines.toSorted((one, other) => other.y - one.y || one.x - other.x)) {
    if (line.end <= gutter + 2) left.push(line);
    else if (line.x >= gutter - 2) right.push(line);
    else {
      close();
      ordered.push(line);
    }
  }
  close();
  return ordered;
}

/** The place that the fewest lines cross, if both sides have many lines side by side. Null for a page of one column. */
function findGutter(lines: readonly PdfLine[], width: number): number | null {
  if (lines.length < 8) return null;
  const from = Math.min(...lines.map(({ x }) => x));
  const to = Math.max(...lines.map(({ end }) => end));
  if (to - from < width * 0.3) return null;
  let best: { at: number; crossing: number } | null = null;
  for (let step = 12; step <= 28; step += 1) {
    const at = from + ((to - from) * step) / 40;
    const crossing = lines.filter(({ x, end }) => x < at - 2 && end > at + 2).length;
    if (
      best === null ||
      crossing < best.crossing ||
      (crossing === best.crossing && Math.abs(step - 20) < Math.abs(((best.at - from) * 40) / (to - from) - 20))
    )
      best = { at, crossing };
  }
  if (best === null || best.crossing > lines.length * 0.2) return null;
  const { at } = best;
  const left = lines.filter(({ end }) => end <= at + 2);
  const right = lines.filter(({ x }) => x >= at - 2);
  const isBeside = Math.min(left.length, right.length) >= Math.max(4, lines.length * 0.2);
  return isBeside ? at : null;
}

/** The table of one size: a row a measure, a column an engine, the ratio to ours beside each figure. */
import type { Group } from './groups.ts';
import type { Measured } from './measure.ts';
import type { PeerKind } from './peer.ts';
import { figure, table } from './statistics.ts';

export interface PeerFigures {
  readonly kind: PeerKind;
  readonly measured: ReadonlyMap<string, Measured>;
  /** Why a process did not come to its end; null if it did. */
  readonly ended: string | null;
}

interface Row {
  readonly label: string;
  readonly measure: string;
  /** What the engine must be able to do for it. */
  readonly needs: Group['needs'] | 'add';
  write(measured: Measured): string;
}

const costs: readonly Row[] = [
  row('build', 'build', ({ value }) => `${figure(value / 1000)} s`),
  row('add one, found', 'add', ({ value, p95 }) => `${figure(value)} ms, at most ${figure(p95 ?? value)}`, 'add'),
  row('size on disk', 'disk', ({ value }) => `${figure(value / 2 ** 20)} MB`),
  row('load to first answer', 'load', ({ value }) => `${figure(value)} ms`),
  row('memory, loaded', 'memory', ({ value }) => `${figure(value)} MB`),
  row('memory, after all queries', 'memory after all', ({ value }) => `${figure(value)} MB`),
  row('peak memory of building', 'peak', ({ value }) => `${figure(value)} MB`),
];

/** The first of `figures` is what the others are compared with. */
export function comparison(figures: readonly PeerFigures[], groups: readonly Group[]): string {
  const latencies = groups.map(({ name, needs }) =>
    row(
      name,
      name,
      ({ value, p95, reached }) => `${figure(value)} / ${figure(p95 ?? value)} ms${note(reached)}`,
      needs,
    ),
  );
  const rows = [...costs, ...latencies].map((one) => [
    one.label,
    ...figures.map((peer) => cell(one, peer, figures[0])),
  ]);
  return table(['', ...figures.map(({ kind }) => kind.name)], rows);
}

function row(label: string, measure: string, write: Row['write'], needs: Row['needs'] = null): Row {
  return { label, measure, needs, write };
}

function note(reached: string | undefined): string {
  return reached === undefined ? '' : ` (${reached} in a minute)`;
}

function cell(
  { measure, needs, write }: Row,
  { kind, measured, ended }: PeerFigures,
  ours: PeerFigures | undefined,
): string {
  const unable = needs === null ? undefined : kind.cannot[needs];
  if (unable !== undefined) return unable;
  const one = measured.get(measure);
  if (one === undefined) return ended ?? '-';
  const own = ours?.measured.get(measure);
  if (own === undefined || own === one) return write(one);
  const ratios = [one.value / own.value];
  if (one.p95 !== undefined && own.p95 !== undefined) ratios.push(one.p95 / own.p95);
  return `${write(one)} (${ratios.map((ratio) => `${figure(ratio)}×`).join(' / ')})`;
}

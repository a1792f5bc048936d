/**
 * Which snapshots stay. Of those taken while Lectern is in use, the newest of each of the last hours, days and weeks that have
 * any; those taken before something for as long as it may turn out to have been a mistake; those before a migration and by
 * hand for good. If all that is more than the disk can bear, the regular ones go first, the oldest before the others.
 */
import type { SnapshotFile } from '../snapshot-files.ts';

type Held = Pick<SnapshotFile, 'id' | 'reason' | 'takenAt' | 'bytes'>;

const hour = 3_600_000;
const day = 24 * hour;

/** How many periods of each length keep their newest snapshot. */
const periods = [
  { length: hour, count: 12 },
  { length: day, count: 14 },
  { length: 7 * day, count: 12 },
] as const;

/** Before a restore or a repair. */
const keptBefore = 30 * day;
/** Never thinned out for want of room. */
const alwaysKept = 2;

/** The ids of those that stay. `room` is in bytes, for all of them together. */
export function snapshotsToKeep(snapshots: readonly Held[], now: Date, room: number): Set<string> {
  const newestFirst = [...snapshots].sort(
    (a, b) => Date.parse(b.takenAt) - Date.parse(a.takenAt) || (a.id < b.id ? 1 : -1),
  );
  const regular = newestFirst.filter(({ reason }) => reason === 'regular');
  const kept = new Set<string>(newestFirst.filter((one) => isKeptForItself(one, now)).map(({ id }) => id));
  for (const { length, count } of periods) for (const id of newestOfEach(regular, length, count)) kept.add(id);

  let bytes = newestFirst.filter(({ id }) => kept.has(id)).reduce((sum, one) => sum + one.bytes, 0);
  for (const one of regular.slice(alwaysKept).reverse()) {
    if (bytes <= room) break;
    if (kept.delete(one.id)) bytes -= one.bytes;
  }
  return kept;
}

function isKeptForItself({ reason, takenAt }: Held, now: Date): boolean {
  if (reason === 'regular') return false;
  if (reason === 'before-restore' || reason === 'before-repair')
    return now.getTime() - Date.parse(takenAt) < keptBefore;
  return true;
}

/** Periods lie in a fixed grid, so that a snapshot stays in its own however the clock moves on. */
function newestOfEach(newestFirst: readonly Held[], length: number, count: number): string[] {
  const newest = new Map<number, string>();
  for (const { id, takenAt } of newestFirst) {
    const period = Math.floor(Date.parse(takenAt) / length);
    if (newest.size < count && !newest.has(period)) newest.set(period, id);
  }
  return [...newest.values()];
}

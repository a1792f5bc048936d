import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SnapshotReason } from '../snapshot-files.ts';
import { snapshotsToKeep } from './retention.ts';

const hour = 3_600_000;
const start = Date.parse('2026-01-05T00:30:00.000Z');
const taken = (at: number, reason: SnapshotReason = 'regular', bytes = 1) => {
  const takenAt = new Date(at).toISOString();
  return { id: `${takenAt}.${reason}`, reason, takenAt, bytes };
};
const room = Number.POSITIVE_INFINITY;

const anySnapshots = fc.uniqueArray(
  fc.record({
    at: fc.integer({ min: 0, max: 200 * 24 }).map((hours) => start + hours * hour),
    reason: fc.constantFrom<SnapshotReason>(
      'regular',
      'regular',
      'regular',
      'by-hand',
      'before-restore',
      'before-migration-4',
    ),
    bytes: fc.integer({ min: 1, max: 100 }),
  }),
  { selector: ({ at, reason }) => `${at}${reason}`, maxLength: 120 },
);

describe('which snapshots stay', () => {
  it('is a dozen hours, fourteen days and twelve weeks of half a year of use', () => {
    let held: ReturnType<typeof taken>[] = [];
    for (let passed = 0; passed < 182 * 24; passed += 1) {
      const at = start + passed * hour;
      held.push(taken(at));
      const kept = snapshotsToKeep(held, new Date(at), room);
      held = held.filter(({ id }) => kept.has(id));
    }
    const ages = held.map(({ takenAt }) => (start + 181 * 24 * hour + 23 * hour - Date.parse(takenAt)) / hour);
    expect(ages.filter((age) => age < 12)).toHaveLength(12);
    expect(ages.filter((age) => age < 14 * 24 && age >= 12)).toHaveLength(13);
    expect(Math.max(...ages)).toBeGreaterThan(10 * 7 * 24);
    expect(held.length).toBeLessThanOrEqual(38);
  });

  it('always holds the newest, what was taken by hand and what was taken before a migration, and asks for nothing twice', () => {
    fc.assert(
      fc.property(anySnapshots, fc.integer({ min: 0, max: 2000 }), (given, bytes) => {
        const held = given.map(({ at, reason, bytes: size }) => taken(at, reason, size));
        const now = new Date(start + 201 * 24 * hour);
        const kept = snapshotsToKeep(held, now, bytes);
        const regular = held
          .filter(({ reason }) => reason === 'regular')
          .sort((a, b) => (a.takenAt < b.takenAt ? 1 : -1));
        for (const { id } of regular.slice(0, 1)) expect(kept).toContain(id);
        for (const { id, reason } of held)
          if (reason === 'by-hand' || reason === 'before-migration-4') expect(kept).toContain(id);
        const again = snapshotsToKeep(
          held.filter(({ id }) => kept.has(id)),
          now,
          bytes,
        );
        expect([...again].sort()).toEqual([...kept].sort());
      }),
    );
  });

  it('is thinned from the oldest regular one where there is no room, and never to less than two', () => {
    const held = [0, 1, 2, 3, 4].map((hours) => taken(start + hours * hour, 'regular', 10));
    const kept = (bytes: number) =>
      held
        .filter(({ id }) => snapshotsToKeep(held, new Date(start + 5 * hour), bytes).has(id))
        .map(({ takenAt }) => takenAt.slice(11, 13));
    expect([kept(50), kept(30), kept(0)]).toEqual([
      ['00', '01', '02', '03', '04'],
      ['02', '03', '04'],
      ['03', '04'],
    ]);
  });
});

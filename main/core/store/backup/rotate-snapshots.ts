/** Removes the snapshots that need not stay, what was left unfinished, and then the assets that nobody needs any more. */
import { rmSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { sweepUnfinished } from '../../files/durable-file.ts';
import { assetFolder } from '../../library/asset-files.ts';
import { listSnapshots, snapshotFolder } from '../snapshot-files.ts';
import { snapshotsToKeep } from './retention.ts';
import { sweepAssets } from './sweep-assets.ts';

/** Of what the disk has free, the snapshots that are there counted in. */
const shareOfDisk = 0.25;

export function rotateSnapshots(dataDirectory: string, now: Date): void {
  for (const folder of [snapshotFolder(dataDirectory), join(dataDirectory, assetFolder)]) sweepUnfinished(folder, now);
  const snapshots = listSnapshots(dataDirectory);
  const { bavail, bsize } = statfsSync(dataDirectory);
  const held = snapshots.reduce((sum, { bytes }) => sum + bytes, 0);
  const kept = snapshotsToKeep(snapshots, now, (bavail * bsize + held) * shareOfDisk);
  const gone = snapshots.filter(({ id }) => !kept.has(id));
  for (const { path } of gone) rmSync(path, { force: true });
  sweepAssets(dataDirectory, now);
}

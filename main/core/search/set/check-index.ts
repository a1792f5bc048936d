/** Looks through an index on the disk without opening it for use: every part is whole, and it says of which articles it is. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DamagedSegment } from '../segment/format.ts';
import { hold } from './held-segment.ts';
import { readManifest, readSegmentFile } from './manifest.ts';

export interface CheckedIndex {
  /** What its owner noted; null for an index that is not whole, or none. */
  readonly note: string | null;
  /** Of its documents, without those struck out. */
  readonly ids: ReadonlySet<string>;
  /** In sentences. */
  readonly problems: readonly string[];
}

export function checkIndex(directory: string): CheckedIndex {
  if (!existsSync(directory)) return { note: null, ids: new Set(), problems: [] };
  const manifest = readManifest(directory);
  if (manifest === null) return { note: null, ids: new Set(), problems: ['The list of the index is damaged.'] };
  const ids = new Set<string>();
  const problems: string[] = [];
  for (const { file, deleted } of manifest.segments) {
    const path = join(directory, file);
    try {
      if (!existsSync(path)) throw new DamagedSegment('is gone');
      const { segment } = hold(readSegmentFile(directory, file));
      const gone = new Set(deleted);
      for (let number = 0; number < segment.documentCount; number += 1)
        if (!gone.has(number)) ids.add(segment.columns.id(number));
    } catch (error) {
      if (!(error instanceof DamagedSegment)) throw error;
      problems.push(`${file}: ${error.message}`);
    }
  }
  return { note: problems.length === 0 ? manifest.note : null, ids, problems };
}

/** Whether the files that a library names are there, and are what they were. */
import { createHash } from 'node:crypto';
import { createReadStream, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import { assetFolder } from '../../library/asset-files.ts';

export const assetRow = z.object({ name: z.string(), sha256: z.string(), bytes: z.number() });

export interface AssetAmiss {
  readonly name: string;
  readonly isGone: boolean;
}

export async function assetsAmiss(
  database: Database,
  dataDirectory: string,
  progress: (share: number) => void,
): Promise<AssetAmiss[]> {
  const directory = join(dataDirectory, assetFolder);
  const amiss: AssetAmiss[] = [];
  const rows = z.array(assetRow).parse(database.prepare('SELECT name, sha256, bytes FROM asset').all());
  for (const [index, { name, sha256, bytes }] of rows.entries()) {
    const path = join(directory, `${sha256}${name.slice(name.indexOf('.'))}`);
    const size = statSync(path, { throwIfNoEntry: false })?.size;
    const isWhole = size === bytes && (await digestOf(path)) === sha256;
    if (!isWhole) amiss.push({ name, isGone: size === undefined });
    progress((index + 1) / rows.length);
  }
  return amiss;
}

async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 18 })) hash.update(chunk as Buffer); // no encoding is set
  return hash.digest('hex');
}

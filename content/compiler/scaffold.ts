/** Writes an empty publication to begin with: every file of the format, commented, and one story that shows the means. */
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { scaffoldFiles } from './scaffold-files.ts';

export type ScaffoldResult =
  { readonly ok: true; readonly files: readonly string[] } | { readonly ok: false; readonly reason: string };

/** Makes `directory` if it is not there. One that holds anything is left as it is: nothing of anybody's is overwritten. */
export async function scaffoldCollection(directory: string, today: Date): Promise<ScaffoldResult> {
  if ((await listed(directory)).length > 0) {
    return { ok: false, reason: `${directory} is not empty. Name a folder that is empty or not there yet.` };
  }
  const files = scaffoldFiles(today.toISOString().slice(0, 10));
  for (const [name, text] of Object.entries(files)) {
    const path = join(directory, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text, { flag: 'wx' });
  }
  return { ok: true, files: Object.keys(files) };
}

async function listed(directory: string): Promise<string[]> {
  try {
    return await readdir(directory);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

/** Everything that a compiled story depends on besides its sources: our code, what it is made with, the platform's texts. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { digest } from '../main/core/collection/bundle-schema.ts';

const folders = ['content/compiler', 'main/contract', 'main/core'];

/** Changes with any of it. `home` is the checkout. */
export function fingerprint(home: string): string {
  const files = folders.flatMap((folder) =>
    readdirSync(join(home, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !/\.(?:test|bench)\.ts$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  const digests = [join(home, 'package-lock.json'), ...files.sort()].map((path) => digest(readFileSync(path)));
  return digest([process.version, process.versions['icu'] ?? '', ...digests].join('\n'));
}

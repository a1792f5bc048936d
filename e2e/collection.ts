/** What the built bundle holds, for specs that walk through all of it without naming stories that an editor may change. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Catalogue {
  readonly publication: { readonly name: string };
  readonly summaries: readonly { readonly id: string; readonly title: string }[];
}

export const collectionDirectory = join(import.meta.dirname, '..', 'dist', 'collection');

/** The catalogue as it was compiled, and the list of its stories; the specs read the few fields that the format promises. */
export function readCatalogue(): Catalogue {
  const read = (path: string): unknown => JSON.parse(readFileSync(join(collectionDirectory, path), 'utf8'));
  const pages = readdirSync(join(collectionDirectory, 'summaries')).sort((a, b) => parseInt(a) - parseInt(b));
  // Both as the bundle format promises.
  const summaries = pages.flatMap((page) => read(`summaries/${page}`));
  return {
    ...(read('catalogue.json') as Omit<Catalogue, 'summaries'>),
    summaries: summaries as Catalogue['summaries'],
  };
}

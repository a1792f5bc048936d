/** What the built bundle holds, for specs that walk through all of it without naming stories that an editor may change. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Catalogue {
  readonly publication: { readonly name: string };
  readonly summaries: readonly { readonly id: string; readonly title: string }[];
}

export const collectionDirectory = join(import.meta.dirname, '..', 'dist', 'collection');

/** The catalogue as it was compiled; the specs read the few fields that the bundle format promises. */
export function readCatalogue(): Catalogue {
  return JSON.parse(readFileSync(join(collectionDirectory, 'catalogue.json'), 'utf8')) as Catalogue;
}

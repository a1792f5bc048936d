/**
 * By what names are put in order and found by a part of them, computed where a row is written so that SQL can do both.
 * As a librarian files: case, accents and leading punctuation count for nothing, numbers by their value, an English title
 * without its article.
 */
import type { Database } from 'better-sqlite3';
import { fold } from '../search/fold.ts';

/** After every name: what has none comes last. */
const nameless = '\u{10FFFF}';

const digits = 12;

function sortKey(name: string): string {
  const plain = fold(name)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^(the|an|a) (?=.)/, '')
    .replace(/\p{Nd}+/gu, (number) => number.padStart(digits, '0'));
  return plain === '' ? nameless : plain.slice(0, 200);
}

/** What a part of a name is looked for in. */
function foldedNames(...names: readonly string[]): string {
  return names.map((name) => fold(name).replace(/\s+/g, ' ')).join('\n');
}

/** Makes them known to SQL as `sort_key` and `folded_names`. Every connection that writes articles needs them. */
export function registerSortKeys(database: Database): void {
  database.function('sort_key', { deterministic: true }, (name: unknown) => sortKey(String(name)));
  database.function(
    'folded_names',
    { deterministic: true },
    (title: unknown, author: unknown, site: unknown, standfirst: unknown) =>
      foldedNames(String(title), String(author), String(site), String(standfirst)),
  );
}

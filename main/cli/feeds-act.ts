/** What is to be done with feeds, from its arguments. */
import { readText, takeNone, takeOne } from './read-arguments.ts';
import { UsageError } from './usage-error.ts';

export type FeedsAct =
  | { readonly kind: 'list' | 'refresh' }
  | { readonly kind: 'add'; readonly url: string; readonly folder: string | null; readonly allowPrivate: boolean }
  /** By its id or its address. */
  | { readonly kind: 'remove'; readonly feed: string; readonly archive: boolean }
  | { readonly kind: 'import'; readonly file: string }
  | { readonly kind: 'export'; readonly out: string | null };

/** Throws `UsageError`. */
export function readFeedsAct(positionals: readonly string[], values: Readonly<Record<string, unknown>>): FeedsAct {
  const [kind = 'list', ...rest] = positionals;
  switch (kind) {
    case 'list':
    case 'refresh':
      takeNone(rest);
      return { kind };
    case 'add': {
      const url = takeOne(rest, 'the address of one feed, or of a page that has one');
      return { kind, url, folder: readText(values, 'folder'), allowPrivate: values['private'] === true };
    }
    case 'remove':
      return { kind, feed: takeOne(rest, 'the id or address of one feed'), archive: values['archive'] === true };
    case 'import':
      return { kind, file: takeOne(rest, 'one OPML file') };
    case 'export':
      takeNone(rest);
      return { kind, out: readText(values, 'out') };
    default:
      throw new UsageError(
        `Feeds can be listed, added, removed, refreshed, imported, exported; "${kind}" is none of that.`,
      );
  }
}

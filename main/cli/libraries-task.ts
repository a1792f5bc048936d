/** What is to be done with the list of libraries, from its arguments. */
import { UsageError } from './usage-error.ts';

export type LibrariesTask =
  | { readonly kind: 'list' }
  | { readonly kind: 'create'; readonly library: string; readonly within: string | null }
  | { readonly kind: 'add'; readonly directory: string; readonly library: string | null }
  | { readonly kind: 'use' | 'forget'; readonly library: string }
  | { readonly kind: 'rename'; readonly library: string; readonly to: string }
  | { readonly kind: 'move'; readonly directory: string };

/** Throws `UsageError`. */
export function readLibrariesTask(
  [kind = 'list', first, second, ...more]: readonly string[],
  within: string | null,
  name: string | null,
): LibrariesTask {
  const isAlone = second === undefined && more.length === 0;
  if (within !== null && kind !== 'create') throw new UsageError('--in goes with create.');
  if (name !== null && kind !== 'add') throw new UsageError('--name goes with add.');
  switch (kind) {
    case 'list':
      if (first !== undefined) throw new UsageError(`"${first}" is not expected here.`);
      return { kind };
    case 'create':
      return { kind, library: need(first, isAlone, 'the name of the new library'), within };
    case 'add':
      return { kind, directory: need(first, isAlone, 'the folder of one library'), library: name };
    case 'use':
    case 'forget':
      return { kind, library: need(first, isAlone, 'the name of one library') };
    case 'rename':
      return {
        kind,
        library: need(first, true, 'the name of one library'),
        to: need(second, more.length === 0, 'the name of one library and its new one'),
      };
    case 'move':
      return { kind, directory: need(first, isAlone, 'the folder to move into') };
    default:
      throw new UsageError(`There is no "libraries ${kind}".`);
  }
}

function need(argument: string | undefined, isAlone: boolean, what: string): string {
  if (argument === undefined || argument === '' || !isAlone) throw new UsageError(`This needs ${what}.`);
  return argument;
}

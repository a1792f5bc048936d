/** What the command line can be told to do, with its arguments read. */
import type { RestorePart } from '../contract/backup-entities.ts';
import type { ExportFormat } from '../contract/export-formats.ts';
import type { FeedsAct } from './feeds-act.ts';
import type { LibrariesTask } from './libraries-task.ts';
import type { CommandName } from './usage.ts';

interface Library {
  readonly json: boolean;
  readonly data: string | null;
  readonly collection: string | null;
}

export type Command =
  | {
      readonly name: 'serve';
      /** 0 for any free one. */
      readonly port: number;
      readonly data: string | null;
      readonly collection: string | null;
      readonly open: boolean;
      /** The folder of backups; null for the usual one. */
      readonly backups: string | null;
      readonly allowPrivate: boolean;
    }
  | (Library & {
      readonly name: 'search';
      /** Null for those that come in by standard input, one a line. */
      readonly query: string | null;
      readonly limit: number;
      readonly explain: boolean;
    })
  | (Library & { readonly name: 'list' })
  | (Library & { readonly name: 'article' | 'related'; readonly id: string })
  | (Library & {
      readonly name: 'import';
      readonly paths: readonly string[];
      readonly dryRun: boolean;
      readonly keepOriginals: boolean;
    })
  | (Library & {
      readonly name: 'save';
      /** Null for those that come in by standard input, one a line. */
      readonly urls: readonly string[] | null;
      readonly tags: string[];
      /** Names from the outermost shelf to the innermost. */
      readonly shelf: string[];
      readonly fetch: boolean;
      readonly allowPrivate: boolean;
    })
  | (Library & { readonly name: 'fetch' })
  | (Omit<Library, 'json'> & {
      readonly name: 'export';
      readonly format: ExportFormat;
      /** Null for everything. */
      readonly query: string | null;
      /** Null for standard output. */
      readonly out: string | null;
      readonly dryRun: boolean;
    })
  | { readonly name: 'libraries'; readonly json: boolean; readonly task: LibrariesTask }
  | (Library & { readonly name: 'backup'; readonly out: string | null })
  | (Library & {
      readonly name: 'restore';
      readonly file: string;
      readonly into: string | null;
      readonly dryRun: boolean;
      /** Empty for the whole library. */
      readonly only: readonly RestorePart[];
      readonly acceptDamage: boolean;
    })
  | (Library & {
      readonly name: 'verify';
      /** A backup; null for the library. */
      readonly file: string | null;
      readonly repair: boolean;
    })
  | (Library & { readonly name: 'feeds'; readonly act: FeedsAct })
  | { readonly name: 'content'; readonly source: string; readonly out: string; readonly watch: boolean }
  | { readonly name: 'new-content'; readonly directory: string }
  | { readonly name: 'help'; readonly about: CommandName | null }
  | { readonly name: 'version' };

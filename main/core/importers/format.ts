/** What a format of files is to the importers: how it is told from others by its content, and how it is read. */
import type { ImportRecord, Resources } from './import-record.ts';

/** The beginning of a file, as much of it as tells what it is. */
export interface Sample {
  /** The file's name, without a folder. */
  readonly name: string;
  /** What follows the last dot, in lower case; empty for none. It settles only what the content leaves open. */
  readonly ending: string;
  readonly bytes: Uint8Array;
  /** Up to 64 KB, decoded; empty if it is no text. */
  readonly head: string;
}

export interface ImportFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What is known of a file beside its bytes. */
export interface ImportContext {
  /** What lies beside the file: the `_files` folder of a saved page, the pictures of a note. */
  readonly beside: Resources;
  /** Of the header that it came with. */
  readonly charset: string | null;
}

export interface Format {
  /** Stands in reports and in the ledger; never changes. */
  readonly name: string;
  /** Why the content is of this format, for a person; null if it is not. */
  readonly recognise: (sample: Sample) => string | null;
  readonly read: (file: ImportFile, context: ImportContext) => AsyncIterable<ImportRecord>;
}

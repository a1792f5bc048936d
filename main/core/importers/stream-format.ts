/** A format whose files are lists of articles, read from the disk piece by piece: exports of services, archives. */
import type { Sample } from './format.ts';
import type { ImportRecord } from './import-record.ts';
import type { SourceFile } from './source-file.ts';

export interface StreamFormat {
  /** For people: "Pocket export". */
  readonly name: string;
  /** Whose ids the records bear: `pocket`. Never changes, since articles are known again by it. */
  readonly service: string;
  /** Why the content is of this format, for a person; null if it is not. `sample` is of the first 64 KB. */
  readonly recognise: (sample: Sample, source: SourceFile) => string | null | Promise<string | null>;
  /** One record for each row, in their order. Throws nothing but faults of the disk. */
  readonly read: (source: SourceFile) => AsyncIterable<ImportRecord>;
}

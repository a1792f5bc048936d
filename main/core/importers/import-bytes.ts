/**
 * From a file to the records of its rows: finds out by content what the file is, and has it read by the format that it is
 * of. Whatever the file, at least one record comes, and what is wrong with a file is a record.
 */
import { refusalOf } from './detect/refusals.ts';
import { takeSample } from './detect/sample.ts';
import type { Format, ImportContext, Sample } from './format.ts';
import { formats } from './formats.ts';
import type { ImportRecord } from './import-record.ts';

export interface Detected {
  readonly format: Format;
  readonly evidence: string;
}

/** Null for a file that no format recognises. */
export function detect(sample: Sample, table: readonly Format[] = formats): Detected | null {
  for (const format of table) {
    const evidence = format.recognise(sample);
    if (evidence !== null) return { format, evidence };
  }
  return null;
}

export async function* importBytes(
  name: string,
  bytes: Uint8Array,
  context: ImportContext,
): AsyncGenerator<ImportRecord> {
  const sample = takeSample(name, bytes, context.charset);
  const detected = detect(sample);
  if (detected === null) {
    yield { kind: 'failed', input: name, row: 1, reason: refusalOf(sample) };
    return;
  }
  yield* detected.format.read({ name, bytes }, context);
}

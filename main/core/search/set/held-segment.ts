/** A segment as the set holds it: its bytes, what of it is gone, and the file that it lies in, if it does. */
import { openSegment, type Segment } from '../segment/segment.ts';

export interface HeldSegment {
  readonly segment: Segment;
  readonly bytes: Uint8Array;
  /** 1 for a document that is gone. */
  readonly deleted: Uint8Array;
  /** Null while it is in memory only. */
  file: string | null;
  /** Of a document that is not gone. */
  numberOf(id: string): number | null;
  liveCount(): number;
}

/** Throws `DamagedSegment`. */
export function hold(bytes: Uint8Array, file: string | null = null, gone: readonly number[] = []): HeldSegment {
  const segment = openSegment(bytes);
  const deleted = new Uint8Array(segment.documentCount);
  for (const document of gone) deleted[document] = 1;
  let numbers: Map<string, number> | null = null;
  return {
    segment,
    bytes,
    deleted,
    file,
    numberOf: (id) => {
      numbers ??= numbersById(segment);
      const number = numbers.get(id);
      return number === undefined || deleted[number] === 1 ? null : number;
    },
    liveCount: () => segment.documentCount - deleted.reduce((sum, isGone) => sum + isGone, 0),
  };
}

export function goneFrom({ deleted }: HeldSegment): number[] {
  const gone: number[] = [];
  deleted.forEach((isGone, document) => {
    if (isGone === 1) gone.push(document);
  });
  return gone;
}

function numbersById({ documentCount, columns }: Segment): Map<string, number> {
  const numbers = new Map<string, number>();
  for (let document = 0; document < documentCount; document += 1) numbers.set(columns.id(document), document);
  return numbers;
}

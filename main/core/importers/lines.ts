/** Bytes cut into lines, of which at most one stands in memory, however long the stream. */

export interface Line {
  /** From 1. */
  readonly number: number;
  /** Without its end; null for a line longer than the limit, which was passed over. */
  readonly bytes: Uint8Array | null;
}

const newline = 0x0a;

export async function* readLines(stream: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<Line> {
  let number = 1;
  let parts: Uint8Array[] = [];
  let length = 0;
  const add = (part: Uint8Array) => {
    length += part.length;
    // What is too long already is counted and let go.
    if (length > limit) parts = [];
    else if (part.length > 0) parts.push(part);
  };
  const take = (): Line => {
    const [only] = parts;
    const bytes = parts.length === 1 && only !== undefined ? only : Buffer.concat(parts);
    const line = { number, bytes: length > limit ? null : bytes };
    number += 1;
    parts = [];
    length = 0;
    return line;
  };
  for await (const chunk of stream) {
    let start = 0;
    for (let end = chunk.indexOf(newline); end !== -1; end = chunk.indexOf(newline, start)) {
      add(chunk.subarray(start, end));
      yield take();
      start = end + 1;
    }
    add(chunk.subarray(start));
  }
  if (length > 0) yield take();
}

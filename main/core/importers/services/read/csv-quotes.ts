/** Where a quoted field of CSV ends, though programs forget to double the marks in it, or to close it. */

export interface QuoteState {
  /** Where the next character to look at stands, and where the field that it is in began. */
  at: number;
  field: number;
  isQuoted: boolean;
}

/**
 * Moves on behind the closing mark. `open`: it is not in the buffer. `undecided`: the buffer ends with a mark, and what
 * follows would tell. `lost`: another field begins before it, on a later line.
 */
export function closeQuote(
  buffer: string,
  delimiter: string,
  state: QuoteState,
  isByLine: boolean,
): 'closed' | 'open' | 'undecided' | 'lost' {
  const limit = isByLine ? endOfLine(buffer, state.at) : buffer.length;
  for (;;) {
    const mark = buffer.indexOf('"', state.at);
    if (isByLine && (mark === -1 || mark >= limit)) {
      state.isQuoted = false;
      return 'closed';
    }
    if (mark === -1) {
      state.at = buffer.length;
      return 'open';
    }
    state.at = mark;
    const next = buffer[mark + 1];
    if (next === undefined) return 'undecided';
    if (next === '"') state.at = mark + 2;
    else {
      if (!isEndOfField(next, delimiter) && opensField(buffer, delimiter, state.field, mark)) return 'lost';
      state.at = mark + 1;
      if (isEndOfField(next, delimiter)) {
        state.isQuoted = false;
        return 'closed';
      }
    }
  }
}

/** After the first end of a line from `start` on; the end of the buffer if there is none. */
export function endOfLine(buffer: string, start: number): number {
  const ending = /\r\n|\r|\n/g;
  ending.lastIndex = start;
  return ending.test(buffer) ? ending.lastIndex : buffer.length;
}

export function isEndOfField(character: string | undefined, delimiter: string): boolean {
  return character === delimiter || character === '\n' || character === '\r';
}

/** Whether a mark within a quoted field stands where a field of a later row would begin. */
function opensField(buffer: string, delimiter: string, field: number, mark: number): boolean {
  return isEndOfField(buffer[mark - 1], delimiter) && endOfLine(buffer, field) <= mark;
}

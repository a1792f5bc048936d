/** A text cut at its marks, for showing them without ever making markup of it. */

export interface TextPart {
  readonly text: string;
  readonly isMarked: boolean;
}

type Marks = readonly (readonly [start: number, end: number])[];

/**
 * Marks in order, within the text, without overlaps; those of neighbouring words become one, so that "Code Red" is
 * marked as the two words are read.
 */
export function joinMarks(text: string, marks: Marks): Marks {
  const joined: [number, number][] = [];
  for (const [from, to] of [...marks].sort(([a], [b]) => a - b)) {
    const start = Math.max(0, from);
    const end = Math.min(to, text.length);
    const last = joined.at(-1);
    if (last !== undefined && text.slice(last[1], start).trim() === '') last[1] = Math.max(last[1], end);
    else if (end > start) joined.push([start, end]);
  }
  return joined;
}

export function markedText(text: string, marks: Marks): readonly TextPart[] {
  const parts: TextPart[] = [];
  let at = 0;
  for (const [start, end] of joinMarks(text, marks)) {
    if (start > at) parts.push({ text: text.slice(at, start), isMarked: false });
    parts.push({ text: text.slice(start, end), isMarked: true });
    at = end;
  }
  if (at < text.length) parts.push({ text: text.slice(at), isMarked: false });
  return parts;
}

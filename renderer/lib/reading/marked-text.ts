/** A text cut at its marks, for showing them without ever making markup of it. */

export interface TextPart {
  readonly text: string;
  /** Which mark it is, from 0; null for what stands between. */
  readonly mark: number | null;
}

type Marks = readonly (readonly [start: number, end: number])[];

/** Marks may come in any order, overlap or reach beyond the text: each part of the text comes out once. */
export function markedText(text: string, marks: Marks): readonly TextPart[] {
  const parts: TextPart[] = [];
  let at = 0;
  for (const [mark, [start, end]] of [...marks.entries()].sort(([, [a]], [, [b]]) => a - b)) {
    const from = Math.max(start, at);
    const to = Math.min(end, text.length);
    if (to <= from) continue;
    if (from > at) parts.push({ text: text.slice(at, from), mark: null });
    parts.push({ text: text.slice(from, to), mark });
    at = to;
  }
  if (at < text.length) parts.push({ text: text.slice(at), mark: null });
  return parts;
}

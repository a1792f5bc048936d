/** A stretch of a passage around its first mark, for where there is room for a line or two. */
import type { Passage } from '../../../main/contract/search-entities.ts';

/** At most about `room` units, of which `leadIn` before the mark; cut between words, an ellipsis at each cut end. */
export function excerpt({ block, text, marks }: Passage, room: number, leadIn = 40): Passage {
  if (text.length <= room) return { block, text, marks };
  const first = marks[0]?.[0] ?? 0;
  const wanted = Math.max(0, Math.min(first - leadIn, text.length - room));
  const start = wanted === 0 ? 0 : afterSpace(text, wanted, first);
  const last = marks[0]?.[1] ?? 0;
  const end = beforeSpace(text, Math.max(start + room, last), last);
  const before = start === 0 ? '' : '…';
  const shift = before.length - start;
  return {
    block,
    text: `${before}${text.slice(start, end)}${end < text.length ? '…' : ''}`,
    marks: marks.filter(([from, to]) => from >= start && to <= end).map(([from, to]) => [from + shift, to + shift]),
  };
}

function afterSpace(text: string, at: number, limit: number): number {
  const space = text.indexOf(' ', at);
  return space === -1 || space >= limit ? Math.min(at, limit) : space + 1;
}

function beforeSpace(text: string, at: number, limit: number): number {
  if (at >= text.length) return text.length;
  const space = text.lastIndexOf(' ', at);
  return space >= limit && space > at - 30 ? space : at;
}

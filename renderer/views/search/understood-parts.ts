/** The sentence that says how a query was read, cut so that wanted words can be set bold and unwanted ones struck. Pure. */
import type { UnderstoodQuery } from '../../../main/contract/search-entities.ts';

export interface SentencePart {
  readonly text: string;
  readonly kind: 'plain' | 'wanted' | 'excluded';
}

export function understoodParts({ text, words, phrases, excluded, unknown }: UnderstoodQuery): readonly SentencePart[] {
  // Wanted words stand before "without", unwanted ones after it.
  const without = excluded.length === 0 ? -1 : text.lastIndexOf('without ');
  const border = without === -1 ? text.length : without + 'without '.length;
  const wanted = [...words, ...phrases].filter((word) => !unknown.includes(word));
  const stretches = [
    ...stretchesOf(wanted, text.slice(0, border), 'wanted', 0),
    ...stretchesOf(excluded, text.slice(border), 'excluded', border),
  ].sort((a, b) => a.start - b.start);

  const parts: SentencePart[] = [];
  let at = 0;
  for (const { start, end, kind } of stretches) {
    if (start < at) continue;
    if (start > at) parts.push({ text: text.slice(at, start), kind: 'plain' });
    parts.push({ text: text.slice(start, end), kind });
    at = end;
  }
  if (at < text.length) parts.push({ text: text.slice(at), kind: 'plain' });
  return parts;
}

interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly kind: 'wanted' | 'excluded';
}

/** The sentence's own first words are skipped: a search for "stories" marks the reader's word, not ours. */
function stretchesOf(words: readonly string[], text: string, kind: Stretch['kind'], offset: number): Stretch[] {
  const own = /^Stories (?:with |by |in the section |tagged )?/.exec(text)?.[0].length ?? 0;
  const taken: Stretch[] = [];
  for (const word of [...words].sort((a, b) => b.length - a.length)) {
    for (let start = text.indexOf(word, own); start !== -1; start = text.indexOf(word, start + 1)) {
      const end = start + word.length;
      const isFree = taken.every((other) => end + offset <= other.start || start + offset >= other.end);
      if (!isFree || isLetter(text.charAt(start - 1)) || isLetter(text.charAt(end))) continue;
      taken.push({ start: start + offset, end: end + offset, kind });
      break;
    }
  }
  return taken;
}

function isLetter(sign: string): boolean {
  return /[\p{L}\p{N}]/u.test(sign);
}

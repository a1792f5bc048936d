/**
 * From the lines of all pages to headings and paragraphs: what stands again and again at the head or foot of pages is left
 * out, lines become paragraphs by their distances, indents and lengths, words parted at the end of a line are one again.
 */
import type { PdfLine } from './lines.ts';

export interface PdfBlock {
  readonly kind: 'paragraph' | 'heading';
  /** 1 for the largest letters in use. */
  readonly level: number;
  readonly text: string;
}

interface Page {
  readonly height: number;
  readonly lines: readonly PdfLine[];
}

export function blocksOf(pages: readonly Page[]): PdfBlock[] {
  const kept = withoutRunningHeads(pages);
  const size = usualSize(kept.flat());
  const blocks: PdfBlock[] = [];
  for (const lines of kept) {
    const leading = usualLeading(lines, size);
    const edge = rightEdges(lines);
    lines.forEach((line, index) => {
      const before = lines[index - 1];
      const isHeading = line.size > size * 1.15 && line.text.length < 200;
      const last = blocks.at(-1);
      const goesOn = last !== undefined && continues({ before, line, last, isHeading, leading, edge: edge(before) });
      if (goesOn) blocks[blocks.length - 1] = { ...last, text: join(last.text, line.text) };
      else
        blocks.push({
          kind: isHeading ? 'heading' : 'paragraph',
          level: isHeading ? levelOf(line.size / size) : 0,
          text: line.text,
        });
    });
  }
  return blocks;
}

interface Junction {
  readonly before: PdfLine | undefined;
  readonly line: PdfLine;
  readonly last: PdfBlock;
  readonly isHeading: boolean;
  readonly leading: number;
  readonly edge: number;
}

/** Whether a line belongs to the block that ends with the line before it. */
function continues({ before, line, last, isHeading, leading, edge }: Junction): boolean {
  if ((last.kind === 'heading') !== isHeading) return false;
  // A new page or column: a sentence that has not ended goes on.
  if (before === undefined || line.y > before.y + line.size)
    return !isHeading && isUnfinished(last.text) && !isListItem(line.text);
  const distance = before.y - line.y;
  if (isHeading) return distance < line.size * 1.8 && Math.abs(line.size - before.size) < 1;
  if (distance > leading * 1.35 || isListItem(line.text)) return false;
  if (line.x > before.x + line.size * 0.8 && line.x < before.x + line.size * 5 && isEnded(before.text)) return false;
  const isShort = before.end < edge - line.size * 4;
  return !(isShort && isEnded(before.text));
}

function isListItem(text: string): boolean {
  return /^(?:[•‣▪◦●–—*]|\d{1,3}[.)]|\(?[a-z]\))\s/.test(text);
}

function isEnded(text: string): boolean {
  return /[.!?:…。！？]["'”’»)\]]*\d{0,3}$/.test(text);
}

function isUnfinished(text: string): boolean {
  return !isEnded(text) || text.endsWith('-');
}

/** A hyphen between small letters parted a word; between others it belongs to it. */
function join(text: string, line: string): string {
  if (text.endsWith('­')) return text.slice(0, -1) + line;
  if (/\p{Ll}[-\u2010]$/u.test(text) && /^\p{Ll}/u.test(line)) return text.slice(0, -1) + line;
  if (/[-\u2010\u2013/]$/.test(text) || /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}，。、]$/u.test(text))
    return text + line;
  return `${text} ${line}`;
}

/** The same words, numbers aside, at the same height on most pages; and numbers by themselves. */
function withoutRunningHeads(pages: readonly Page[]): (readonly PdfLine[])[] {
  const key = ({ text, y }: PdfLine): string => `${text.replace(/\d+|\b[ivxlc]+\b/gi, '#')} ${Math.round(y / 6)}`;
  const counts = new Map<string, number>();
  const edges = pages.map(({ lines, height }) => {
    const sorted = lines.toSorted((one, other) => other.y - one.y);
    const outer = [...sorted.slice(0, 3), ...sorted.slice(-3)];
    return new Set(outer.filter(({ y }) => y > height * 0.86 || y < height * 0.14));
  });
  for (const edge of edges) for (const one of new Set([...edge].map(key))) counts.set(one, (counts.get(one) ?? 0) + 1);
  // Left and right pages may have heads of their own.
  const often = Math.max(3, pages.length * 0.3);
  return pages.map(({ lines }, index) =>
    lines.filter((line) => {
      if (edges[index]?.has(line) !== true) return true;
      const isNumber =
        /^(?:[-–—\s]*(?:page|seite|p\.)?\s*(?:\d{1,4}|[ivxlc]{1,6})(?:\s*(?:\/|of|von)\s*\d+)?[-–—\s]*)$/i.test(
          line.text,
        );
      return !isNumber && (counts.get(key(line)) ?? 0) < often;
    }),
  );
}

/** Of most letters. */
function usualSize(lines: readonly PdfLine[]): number {
  const letters = new Map<number, number>();
  for (const { size, text } of lines) {
    const rounded = Math.round(size * 2) / 2;
    letters.set(rounded, (letters.get(rounded) ?? 0) + text.length);
  }
  return [...letters].reduce((most, entry) => (entry[1] > most[1] ? entry : most), [10, 0])[0];
}

function usualLeading(lines: readonly PdfLine[], size: number): number {
  const distances = lines
    .flatMap(({ y }, index) => (lines[index - 1] === undefined ? [] : [(lines[index - 1]?.y ?? y) - y]))
    .filter((distance) => distance > size * 0.7 && distance < size * 3)
    .toSorted((one, other) => one - other);
  return distances[Math.floor(distances.length / 3)] ?? size * 1.2;
}

/** Where the lines of a line's column end. */
function rightEdges(lines: readonly PdfLine[]): (line: PdfLine | undefined) => number {
  const byStart = new Map<number, number>();
  const startOf = ({ x }: PdfLine): number => Math.round(x / 40);
  for (const line of lines) byStart.set(startOf(line), Math.max(byStart.get(startOf(line)) ?? 0, line.end));
  return (line) => (line === undefined ? 0 : (byStart.get(startOf(line)) ?? 0));
}

function levelOf(ratio: number): number {
  if (ratio > 1.8) return 1;
  return ratio > 1.35 ? 2 : 3;
}

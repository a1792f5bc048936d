/**
 * Plain text to paragraphs: parted by empty lines, or by indents where there are none. Lines that were broken to fit a
 * width are joined; lines that are short because they are meant to be, as in verse and lists, stay lines.
 */

export interface Paragraph {
  readonly lines: readonly string[];
  readonly kind: 'prose' | 'lines' | 'rule';
}

export function readParagraphs(text: string): Paragraph[] {
  const lines = text
    .replace(/\r\n?|\u2028/g, '\n')
    .replace(/[\f\v\u2029]/g, '\n\n')
    .replaceAll('\u00AD\n', '')
    .split('\n');
  const blocks = splitAtBlanks(lines);
  const isIndented = blocks.length < lines.length / 40 || blocks.length === 1;
  return (isIndented ? blocks.flatMap(splitAtIndents) : blocks).map(paragraphOf);
}

function splitAtBlanks(lines: readonly string[]): string[][] {
  const blocks: string[][] = [];
  let block: string[] = [];
  for (const line of [...lines, '']) {
    if (line.trim() !== '') block.push(line);
    else if (block.length > 0) {
      blocks.push(block);
      block = [];
    }
  }
  return blocks;
}

/** Only if most lines stand at the margin: a block that is indented as a whole is one. */
function splitAtIndents(block: readonly string[]): string[][] {
  const indented = block.filter((line) => /^(?:\s{1,12}|\u3000)\S/.test(line)).length;
  if (indented === 0 || indented > block.length * 0.7) return splitLongLines(block);
  const parts: string[][] = [];
  for (const line of block) {
    if (/^\s/.test(line) || parts.length === 0) parts.push([line]);
    else parts.at(-1)?.push(line);
  }
  return parts;
}

/** A file with a paragraph a line. */
function splitLongLines(block: readonly string[]): string[][] {
  return block.length > 1 && block.filter((line) => line.length > 200).length >= block.length / 3
    ? block.map((line) => [line])
    : [[...block]];
}

function paragraphOf(block: readonly string[]): Paragraph {
  const lines = block.map((line) => line.trim());
  const [only = ''] = lines;
  if (lines.length === 1 && /^(?:[*_=~#·•-]\s*){3,}$/.test(only)) return { lines: [], kind: 'rule' };
  return isWrapped(lines) ? { lines: [join(lines)], kind: 'prose' } : { lines, kind: 'lines' };
}

/** Every line but the last is about as long as the longest, and that is a line's length. */
function isWrapped(lines: readonly string[]): boolean {
  if (lines.length < 2) return true;
  const body = lines.slice(0, -1).map((line) => line.length);
  const longest = Math.max(...body.slice(0, 10_000));
  const isList = lines.filter((line) => /^(?:[-*•–]|\d{1,3}[.)])\s/.test(line)).length > 1;
  const short = body.filter((length) => length < longest * 0.6).length;
  return !isList && longest >= 45 && longest <= 250 && short <= body.length * 0.15;
}

/** A word parted by a hyphen at the end of a line is one again; scripts without spaces get none. */
function join(lines: readonly string[]): string {
  return lines.reduce((text, line) => {
    if (/\p{Ll}-$/u.test(text) && /^\p{Ll}/u.test(line)) return text.slice(0, -1) + line;
    const isUnspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}，。、」』）]$/u.test(text);
    return isUnspaced ? text + line : `${text} ${line}`;
  });
}

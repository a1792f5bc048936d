/**
 * What became of a text, block by block: what stayed is folded, what is like what stood there is compared word by word,
 * what only stands elsewhere is said to have moved. Pure, and done when the time is.
 */
import type { Comparison, ComparedPart, ComparedWords } from '../../contract/upkeep-entities.ts';
import { diffSequences, type Edit, type Limits } from './diff-sequences.ts';

/** Blocks with fewer words in common are not the same block any more. */
const leastAlike = 0.4;
/** Blocks that are looked at for the one that became this one. */
const mostApart = 12;

export interface CompareOptions {
  readonly isOver: () => boolean;
}

type Parts = Pick<Comparison, 'parts' | 'isWhole' | 'added' | 'removed'>;

export function compareTexts(
  before: readonly string[],
  after: readonly string[],
  { isOver }: CompareOptions = { isOver: () => false },
): Parts {
  let isWhole = true;
  let isLate = false;
  const gaveUp = () => {
    isWhole = false;
  };
  const limits: Limits = {
    gaveUp,
    isOver: () => {
      isLate ||= isOver();
      if (isLate) gaveUp();
      return isLate;
    },
  };
  const edits = diffSequences(before, after, limits);
  const textsOf = (kind: 'deleted' | 'inserted') =>
    new Set(
      edits.flatMap((edit) =>
        edit.kind === kind ? (kind === 'deleted' ? before : after).slice(edit.from, edit.to) : [],
      ),
    );
  const deleted = textsOf('deleted');
  const inserted = textsOf('inserted');
  const moved = new Set([...deleted].filter((text) => inserted.has(text)));
  const parts: ComparedPart[] = [];
  for (const { old, fresh, same } of gapsOf(edits, before, after)) {
    parts.push(...closeGap(old, fresh, moved, limits));
    const [first] = same;
    const last = same.at(-1);
    if (first !== undefined && last !== undefined) parts.push({ kind: 'same', count: same.length, first, last });
  }
  return { parts, isWhole, ...countChanges(parts) };
}

interface Gap {
  readonly old: readonly string[];
  readonly fresh: readonly string[];
  /** What stayed, right after it. */
  readonly same: readonly string[];
}

function gapsOf(edits: readonly Edit[], before: readonly string[], after: readonly string[]): Gap[] {
  const gaps: Gap[] = [];
  let old: string[] = [];
  let fresh: string[] = [];
  for (const { kind, from, to } of edits) {
    if (kind === 'deleted') old.push(...before.slice(from, to));
    else if (kind === 'inserted') fresh.push(...after.slice(from, to));
    else {
      gaps.push({ old, fresh, same: before.slice(from, to) });
      old = [];
      fresh = [];
    }
  }
  return [...gaps, { old, fresh, same: [] }];
}

/** Pairs each block that went with the first like it that came, in their order. */
function closeGap(
  old: readonly string[],
  fresh: readonly string[],
  moved: ReadonlySet<string>,
  limits: Limits,
): ComparedPart[] {
  const parts: ComparedPart[] = [];
  const words = fresh.map((text) => new Set(wordsOf(text)));
  let next = 0;
  for (const text of old) {
    const partner = moved.has(text) || limits.isOver() ? -1 : partnerOf(text, next);
    if (partner === -1) {
      parts.push({ kind: 'deleted', text, moved: moved.has(text) });
      continue;
    }
    insertUpTo(partner);
    parts.push({ kind: 'changed', words: compareWords(text, fresh[partner] ?? '', limits) });
    next = partner + 1;
  }
  insertUpTo(fresh.length);
  return parts;

  function partnerOf(text: string, from: number): number {
    const own = new Set(wordsOf(text));
    for (let at = from; at < Math.min(fresh.length, from + mostApart); at += 1) {
      const other = words[at];
      if (other !== undefined && !moved.has(fresh[at] ?? '') && alike(own, other) >= leastAlike) return at;
    }
    return -1;
  }

  function insertUpTo(end: number): void {
    for (const text of fresh.slice(next, end)) parts.push({ kind: 'inserted', text, moved: moved.has(text) });
    next = end;
  }
}

function alike(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const common = [...a].filter((word) => b.has(word)).length;
  return (2 * common) / Math.max(1, a.size + b.size);
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

/** Words, runs of spaces and single signs: together the text. */
function tokensOf(text: string): string[] {
  return text.match(/[\p{L}\p{M}\p{N}]+|\s+|[^\p{L}\p{M}\p{N}\s]/gu) ?? [];
}

/** Those that are not `inserted` make the text before, those that are not `deleted` the text after. */
export function compareWords(before: string, after: string, limits?: Limits): ComparedWords[] {
  const old = tokensOf(before);
  const fresh = tokensOf(after);
  return diffSequences(old, fresh, limits).map(({ kind, from, to }) => ({
    kind,
    text: (kind === 'inserted' ? fresh : old).slice(from, to).join(''),
  }));
}

/** In words; what moved is no change. */
function countChanges(parts: readonly ComparedPart[]): { added: number; removed: number } {
  let added = 0;
  let removed = 0;
  const count = (kind: ComparedWords['kind'], text: string) => {
    if (kind === 'inserted') added += wordsOf(text).length;
    else if (kind === 'deleted') removed += wordsOf(text).length;
  };
  for (const part of parts) {
    if (part.kind === 'changed') for (const { kind, text } of part.words) count(kind, text);
    else if (part.kind !== 'same' && !part.moved) count(part.kind, part.text);
  }
  return { added, removed };
}

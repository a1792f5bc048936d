/**
 * Blocks that the reader has hidden: known by their words, so that they stay hidden in a text that is made anew. The
 * numbers of the other blocks do not change by it; a hidden one is an empty place among them.
 */
import { createHash } from 'node:crypto';
import type { Element, Root, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import type { ArticleBody } from '../store/library-store.ts';
import type { HiddenBlock, StoredBody } from '../store/upkeep-store.ts';
import { plainWords } from './text-digest.ts';

/** What each block is known by. */
function fingerprints(blocks: readonly string[]): HiddenBlock[] {
  const seen = new Map<string, number>();
  return blocks.map((block) => {
    const words = plainWords([block]).join(' ');
    const fingerprint = createHash('sha256')
      .update(words === '' ? block : words)
      .digest('hex')
      .slice(0, 24);
    const occurrence = seen.get(fingerprint) ?? 0;
    seen.set(fingerprint, occurrence + 1);
    return { fingerprint, occurrence };
  });
}

/** Where those that are hidden stand in a text. */
export function hiddenNumbers(blocks: readonly string[], hidden: readonly HiddenBlock[]): number[] {
  if (hidden.length === 0) return [];
  const names = new Set(hidden.map(nameOf));
  return fingerprints(blocks).flatMap((one, number) => (names.has(nameOf(one)) ? [number] : []));
}

/** What is hidden once these blocks of a text are, or no longer are. What is hidden of other texts stays. */
export function changeHidden(
  blocks: readonly string[],
  hidden: readonly HiddenBlock[],
  numbers: readonly number[],
  isHidden: boolean,
): HiddenBlock[] {
  const names = fingerprints(blocks);
  const all = new Map(hidden.map((one) => [nameOf(one), one]));
  for (const number of numbers) {
    const one = names[number];
    if (one === undefined) continue;
    if (isHidden) all.set(nameOf(one), one);
    else all.delete(nameOf(one));
  }
  return [...all.values()];
}

function nameOf({ fingerprint, occurrence }: HiddenBlock): string {
  return `${fingerprint} ${occurrence}`;
}

/** The text without what is hidden; each block keeps its number. */
export function shownBody({ html, blocks, headings, hidden }: StoredBody): ArticleBody {
  if (hidden.length === 0) return { html, blocks, headings };
  const gone = new Set(hidden);
  return {
    html: html === null ? null : withoutBlocks(html, gone),
    blocks: blocks.map((block, number) => (gone.has(number) ? '' : block)),
    headings: headings.filter(({ block }) => !gone.has(block)),
  };
}

function withoutBlocks(html: string, gone: ReadonlySet<number>): string {
  const tree = fromHtml(html, { fragment: true });
  prune(tree, gone);
  return toHtml(tree);
}

/** Takes the blocks out, and what held nothing else: a list, a quotation, a table. Answers whether anything was. */
function prune(parent: Root | Element, gone: ReadonlySet<number>): boolean {
  const lessened: RootContent[] = [];
  const keeps = (child: RootContent): boolean => {
    if (child.type !== 'element') return true;
    const number = child.properties['dataBlock'];
    if (number !== undefined) return !gone.has(Number(number));
    if (!prune(child, gone)) return true;
    lessened.push(child);
    return child.children.some(holdsSomething);
  };
  const before = parent.children.length;
  parent.children = parent.children.filter(keeps);
  return lessened.length > 0 || parent.children.length < before;
}

function holdsSomething(node: RootContent): boolean {
  if (node.type === 'text') return node.value.trim() !== '';
  if (node.type !== 'element') return false;
  return ['img', 'svg', 'math', 'hr'].includes(node.tagName) || node.children.some(holdsSomething);
}

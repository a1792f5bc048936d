/**
 * Gives any tree of HTML the shape that an article has: blocks that hold either text or blocks. Elements that only group
 * are taken away around what they hold, bare text beside blocks becomes paragraphs, phrases that hold blocks are put
 * inside of these. What shows nothing goes. The text stays, in its order.
 */
import type { Element, ElementContent, Root } from 'hast';
import { childrenOf, element, isBlank, isNamed, showsSomething } from './hast.ts';

const blockNames = new Set([
  ...['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'pre', 'ul', 'ol', 'dl', 'li', 'dt', 'dd', 'figure'],
  ...['figcaption', 'table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'td', 'th', 'aside', 'hr'],
]);
/** They hold blocks if they hold one. */
const holders = new Set(['blockquote', 'li', 'dd', 'aside', 'td', 'th', 'figure', 'figcaption']);
/** They hold text alone. */
const lines = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'dt', 'caption']);
const verbatim = new Set(['pre', 'svg', 'math', 'img', 'hr', 'br', 'wbr']);
const phrases = new Set([
  ...['a', 'abbr', 'b', 'bdi', 'br', 'cite', 'code', 'del', 'em', 'i', 'img', 'ins', 'kbd', 'mark', 'math', 'q', 's'],
  ...['samp', 'small', 'span', 'strong', 'sub', 'sup', 'time', 'u', 'var', 'wbr', 'ruby', 'rt', 'rp', 'font', 'tt'],
  ...['big', 'strike', 'dfn', 'acronym', 'bdo', 'data', 'label', 'output', 'nobr', 'picture', 'svg', 'rb', 'rtc'],
]);

const plain = new Set(['span', 'font', 'label', 'output', 'data', 'nobr', 'picture', 'big', 'tt']);

export function settle(tree: Root): void {
  tree.children = asBlocks(childrenOf(tree).flatMap(settled));
}

/** What a node becomes: itself, nothing, or several in its place. */
function settled(node: ElementContent): ElementContent[] {
  if (node.type === 'text') return [node];
  if (node.type !== 'element') return [];
  const { tagName } = node;
  if (tagName === 'math' && node.properties['display'] === 'block')
    return [element('div', { className: ['math'] }, [node])];
  if (verbatim.has(tagName) || isMath(node)) return [node];
  if (tagName === 'dl') return definitions(node);
  const children = node.children.flatMap(settled);
  if (lines.has(tagName)) return splitLine(node, children);
  if (tagName === 'ul' || tagName === 'ol') return listOf(node, children);
  if (holders.has(tagName)) return filled({ ...node, children: holderChildren(node, children) });
  if (blockNames.has(tagName)) return filled({ ...node, children });
  if (tagName === 'summary')
    return splitLine({ ...node, tagName: 'p', properties: {} }, [element('strong', {}, children)]);
  if (phrases.has(tagName)) return settledPhrase(node, children);
  // Anything else only groups: what it holds stands by itself, apart from what is beside it.
  return asBlocks(children);
}

/** A phrase that says nothing of its text is its text; one without text is white space at most. */
function settledPhrase(phrase: Element, children: ElementContent[]): ElementContent[] {
  if (children.some(isBlock)) return children.map((child) => within(phrase, child));
  if (!children.some(showsSomething)) return children;
  const { lang, dir } = phrase.properties;
  const isPlain = lang === undefined && dir === undefined && plain.has(phrase.tagName);
  return isPlain ? children : [{ ...phrase, children }];
}

function isBlock(node: ElementContent): boolean {
  if (node.type !== 'element') return false;
  return blockNames.has(node.tagName) || isMath(node);
}

/** A formula that stands alone. */
function isMath({ tagName, properties }: Element): boolean {
  const names = properties['className'];
  return tagName === 'div' && Array.isArray(names) && names.includes('math');
}

/** A cell keeps its text as it is, for a row is one block; elsewhere text beside blocks is a paragraph. */
function holderChildren({ tagName }: Element, children: ElementContent[]): ElementContent[] {
  if (tagName === 'figcaption') return children.flatMap(inLine);
  const isMixed = children.some(isBlock);
  if (tagName === 'blockquote' || tagName === 'figure' || isMixed) return asBlocks(children, tagName === 'figure');
  return trimmed(children);
}

/** Runs of phrases become paragraphs; two line breaks part them. */
function asBlocks(children: readonly ElementContent[], keepsPictures = false): ElementContent[] {
  const blocks: ElementContent[] = [];
  let run: ElementContent[] = [];
  const close = (): void => {
    const phrasing = trimmed(run);
    run = [];
    if (!phrasing.some(showsSomething)) return;
    const isPicture = phrasing.every((child) => isBlank(child) || isNamed(child, 'img', 'svg'));
    if (keepsPictures && isPicture) blocks.push(...phrasing);
    else blocks.push(element('p', {}, phrasing));
  };
  for (const child of children) {
    if (isBlock(child)) {
      close();
      if (isNamed(child, 'li')) addItem(blocks, child);
      else if (isNamed(child, 'dt', 'dd')) blocks.push({ ...child, tagName: 'p' });
      else blocks.push(child);
    } else if (isNamed(child, 'br') && isAfterBreak(run)) close();
    else run.push(child);
  }
  close();
  return blocks;
}

function isAfterBreak(run: readonly ElementContent[]): boolean {
  const last = run.findLast((child) => !isBlank(child));
  return last !== undefined && isNamed(last, 'br');
}

/** Items without a list are one. */
function addItem(blocks: ElementContent[], item: Element): void {
  const last = blocks.at(-1);
  if (isNamed(last, 'ul') && last.properties['dataLoose'] === '') last.children.push(item);
  else blocks.push(element('ul', { dataLoose: '' }, [item]));
}

/** Without line breaks and white space at its ends. */
function trimmed(children: readonly ElementContent[]): ElementContent[] {
  const isEdge = (child: ElementContent): boolean => isBlank(child) || isNamed(child, 'br');
  const first = children.findIndex((child) => !isEdge(child));
  return first === -1 ? [] : children.slice(first, children.findLastIndex((child) => !isEdge(child)) + 1);
}

function splitLine(line: Element, children: readonly ElementContent[]): ElementContent[] {
  if (line.tagName !== 'p' && children.some(isBlock)) return filled({ ...line, children: children.flatMap(inLine) });
  const parts = asBlocks(children);
  return parts.map((part) =>
    isNamed(part, 'p') && !children.includes(part)
      ? { ...part, tagName: line.tagName, properties: line.properties }
      : part,
  );
}

/** What a block shows, as part of a line. */
function inLine(child: ElementContent): ElementContent[] {
  if (child.type !== 'element' || !isBlock(child)) return [child];
  if (isNamed(child, 'hr', 'figure', 'table')) return [];
  return [...child.children.flatMap(inLine), { type: 'text', value: ' ' }];
}

function listOf(list: Element, children: readonly ElementContent[]): ElementContent[] {
  const items = asBlocks(children).flatMap((child): ElementContent[] => {
    if (isNamed(child, 'ul') && child.properties['dataLoose'] === '') return child.children;
    return [element('li', {}, [child])];
  });
  return items.length === 0 ? [] : [{ ...list, children: items }];
}

/** Groups in it are taken away; what is neither term nor definition belongs to the definition. */
function definitions(list: Element): ElementContent[] {
  const grouped = list.children.flatMap((child) => (isNamed(child, 'div') ? child.children : [child]));
  const items = grouped.flatMap(settled).flatMap((child): ElementContent[] => {
    if (isNamed(child, 'dt', 'dd')) return [child];
    return showsSomething(child) ? [element('dd', {}, [child])] : [];
  });
  return items.length === 0 ? [] : [{ ...list, children: items }];
}

/** Nothing for an element that would show nothing. */
function filled(node: Element, instead: ElementContent[] = []): ElementContent[] {
  if (showsSomething(node) || isNamed(node, 'td', 'th')) return [node];
  return instead.some(showsSomething) ? asBlocks(instead) : [];
}

/** A phrase around blocks goes into those that hold text; of the others it is left off. */
function within(phrase: Element, child: ElementContent): ElementContent {
  if (!isBlock(child)) return isBlank(child) || plain.has(phrase.tagName) ? child : { ...phrase, children: [child] };
  if (child.type !== 'element' || !lines.has(child.tagName) || plain.has(phrase.tagName)) return child;
  return { ...child, children: [{ ...phrase, children: child.children }] };
}

/**
 * Footnotes stand beside the text, as in the stories of the collection: a number in the line, and the note directly after
 * the block that first refers to it. A note is what a number in the text leads to.
 */
import type { Element, ElementContent, Root } from 'hast';
import { blockText } from '../../text/block-text.ts';
import { childrenOf, element, isElement, isNamed, propertyOf, setChildren, showsSomething, text } from './hast.ts';

const targets = new Set(['li', 'aside', 'dd', 'div', 'p', 'section', 'td', 'tr', 'dt', 'span', 'a']);
const marks = /^[[(]?(?:\d{1,3}|[a-z]|[ivx]{1,5}|[*†‡§¶]+|note\s*\d+|\^)[\])]?$/i;
const backs = /^(?:\s|↩|↑|\^|⏎|⤴|\uFE0E|-)*(?:(?:back|jump up|return)[^a-z]*)?$/i;
const mostNotes = 2000;
const longest = 6000;

interface Note {
  readonly number: number;
  readonly target: Element;
}

/** Before the tree is settled: elements that only group but are notes are made to stay. */
export function keepNotes(tree: Root): void {
  const { byId } = index(tree);
  refer({ type: 'element', tagName: 'div', properties: {}, children: childrenOf(tree) }, (id) => {
    const target = byId.get(id);
    if (target !== undefined && /^(?:div|section)$/.test(target.tagName)) target.tagName = 'aside';
    return null;
  });
}

/** In a settled tree. */
export function placeFootnotes(tree: Root): void {
  const { byId, parents } = index(tree);
  const targetOf = remembering((id) => noteTarget(byId.get(id), parents));
  const notes = new Map<Element, Note>();
  const blocks = childrenOf(tree).map((block) => {
    const first: Note[] = [];
    refer(block, (id) => {
      const target = targetOf(id);
      if (target === null || contains(block, target, parents)) return null;
      let note = notes.get(target);
      if (note === undefined && notes.size < mostNotes) {
        note = { number: notes.size + 1, target };
        notes.set(target, note);
        first.push(note);
      }
      return note?.number ?? null;
    });
    return { block, first };
  });
  if (notes.size === 0) return;
  const moved = new Set(notes.keys());
  const asides = new Map([...notes.values()].map((note) => [note, asideOf(note)] as const));
  const kept = blocks.flatMap(({ block, first }) => [
    ...without(block, moved),
    ...first.flatMap((note) => asides.get(note) ?? []),
  ]);
  setChildren(tree, withoutEmptyEnd(kept));
}

function index(tree: Root): { byId: Map<string, Element>; parents: Map<Element, Element | Root> } {
  const byId = new Map<string, Element>();
  const parents = new Map<Element, Element | Root>();
  const visit = (node: Root | Element): void => {
    for (const child of node.children) {
      if (child.type !== 'element') continue;
      parents.set(child, node);
      const id = propertyOf(child, 'id') || propertyOf(child, 'name');
      if (id !== '' && !byId.has(id)) byId.set(id, child);
      visit(child);
    }
  };
  visit(tree);
  return { byId, parents };
}

function remembering<Value>(make: (key: string) => Value): (key: string) => Value {
  const made = new Map<string, Value>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined || made.has(key)) return known as Value; // it was set, undefined or not
    const value = make(key);
    made.set(key, value);
    return value;
  };
}

/** The block that is the note: what the number leads to, or the block around an anchor in it. */
function noteTarget(found: Element | undefined, parents: Map<Element, Element | Root>): Element | null {
  if (found === undefined || !targets.has(found.tagName)) return null;
  let target: Element | Root | undefined = found;
  while (isElement(target) && isNamed(target, 'a', 'span', 'sup', 'td')) target = parents.get(target);
  if (!isElement(target) || !targets.has(target.tagName)) return null;
  const length = blockText(target).length;
  return length > 0 && length <= longest ? target : null;
}

function contains(block: ElementContent, target: Element, parents: Map<Element, Element | Root>): boolean {
  let at: Element | Root | undefined = target;
  while (isElement(at)) {
    if (at === block) return !isNamed(block, 'div', 'section', 'article');
    at = parents.get(at);
  }
  return false;
}

/** Turns references in `node` into the numbers of their notes. `numberOf` knows which ids are notes. */
function refer(node: ElementContent, numberOf: (id: string) => number | null): void {
  if (node.type !== 'element') return;
  node.children = node.children.map((child): ElementContent => {
    if (child.type !== 'element') return child;
    const link = referenceIn(child);
    const number = link === null ? null : numberOf(decodeFragment(propertyOf(link, 'href')));
    if (number === null) {
      refer(child, numberOf);
      return child;
    }
    const properties = { className: ['fn'], dataSkip: '', href: `#n${number}`, ariaLabel: `Note ${number}` };
    return element('a', properties, [text(String(number))]);
  });
}

/** A link to a place in the page that is a number, a letter or a mark, raised or said to be a reference. */
function referenceIn(node: Element): Element | null {
  if (node.tagName === 'sup') {
    const only = node.children.filter((child) => showsSomething(child));
    const [first] = only;
    return only.length === 1 && isElement(first) ? referenceIn(first) : null;
  }
  if (node.tagName === 'span' && node.children.length === 1 && isElement(node.children[0]))
    return referenceIn(node.children[0]);
  if (node.tagName !== 'a' || !propertyOf(node, 'href').startsWith('#')) return null;
  const says = `${propertyOf(node, 'role')} ${propertyOf(node, 'epubType')} ${propertyOf(node, 'epub:type')} ${propertyOf(node, 'className')}`;
  const isSaid = /noteref|footnote|fnref/.test(says) && !says.includes('back');
  const written = blockText(node);
  return isSaid || (marks.test(written) && !backs.test(written)) ? node : null;
}

function decodeFragment(href: string): string {
  try {
    return decodeURIComponent(href.slice(1));
  } catch (error) {
    if (error instanceof URIError) return href.slice(1);
    throw error;
  }
}

function asideOf({ number, target }: Note): ElementContent[] {
  const all = withoutBacks(target.children);
  const children = all.slice(
    Math.max(
      0,
      all.findIndex((child) => showsSomething(child)),
    ),
  );
  const mark = [element('span', { className: ['sidenote__n'], dataSkip: '' }, [text(String(number))]), text(' ')];
  const properties = { className: ['sidenote'], id: `n${number}`, role: 'note' };
  const blocks = children.filter((child) => showsSomething(child));
  const [only] = blocks;
  if (blocks.length === 1 && isNamed(only, 'p')) return [element('aside', properties, [...mark, ...only.children])];
  return [
    element(
      'aside',
      properties,
      isNamed(only, 'p') ? [element('p', {}, [...mark, ...only.children]), ...blocks.slice(1)] : [...mark, ...children],
    ),
  ];
}

/** Arrows that lead back to where the number stands, and the number before the note. */
function withoutBacks(children: readonly ElementContent[]): ElementContent[] {
  return children.flatMap((child): ElementContent[] => {
    if (child.type !== 'element') return [child];
    const isLink = child.tagName === 'a' && propertyOf(child, 'href').startsWith('#');
    const says = `${propertyOf(child, 'role')} ${propertyOf(child, 'className')} ${propertyOf(child, 'rev')}`;
    if (/backlink|backref|footnote-back|reversefootnote/.test(says)) return [];
    if (isLink && (backs.test(blockText(child)) || marks.test(blockText(child)))) return [];
    const inner = withoutBacks(child.children);
    return child.children.length > 0 && !inner.some(showsSomething) && isNamed(child, 'sup', 'span', 'b', 'p')
      ? []
      : [{ ...child, children: inner }];
  });
}

function without(node: ElementContent, moved: ReadonlySet<Element>): ElementContent[] {
  if (node.type !== 'element') return [node];
  if (moved.has(node)) return [];
  const children = node.children.flatMap((child) => without(child, moved));
  node.children = children;
  const isEmptied =
    isNamed(node, 'ol', 'ul', 'dl', 'div', 'section', 'aside', 'table', 'tbody') && !children.some(showsSomething);
  return isEmptied ? [] : [node];
}

/** A heading over notes that stand elsewhere now, and the line before it. */
function withoutEmptyEnd(blocks: ElementContent[]): ElementContent[] {
  const last = blocks.findLastIndex((block) => block.type === 'element' && !/^(?:h[1-6]|hr)$/.test(block.tagName));
  const rest = blocks.slice(last + 1).filter((block) => isElement(block) && /^h[1-6]$/.test(block.tagName));
  return rest.every((heading) => /note|reference|anmerk|quelle|fußnote|remarque|cita/i.test(blockText(heading)))
    ? blocks.slice(0, last + 1)
    : blocks;
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BlockText, type TextTree } from './block-text.ts';

interface Fake extends TextTree<Fake> {
  readonly name: string;
}

const text = (nodeValue: string): Fake => ({ name: nodeValue, nodeType: 3, nodeValue, childNodes: [] });
const element = (childNodes: readonly Fake[], attributes: readonly string[] = []): Fake => ({
  name: 'element',
  nodeType: 1,
  nodeValue: null,
  childNodes,
  hasAttribute: (name) => attributes.includes(name),
});

/** What a range over the span would read, white space and soft hyphens as they stand in the nodes. */
function read(block: Fake, start: number, end: number): string | null {
  const span = new BlockText(block).span(start, end);
  if (span === null) return null;
  const nodes: Fake[] = [];
  const walk = (node: Fake): void => {
    if (node.nodeType === 3) nodes.push(node);
    Array.from(node.childNodes).forEach(walk);
  };
  walk(block);
  const from = nodes.indexOf(span.startNode);
  const to = nodes.indexOf(span.endNode);
  return nodes
    .slice(from, to + 1)
    .map((node, index) =>
      (node.nodeValue ?? '').slice(
        index === 0 ? span.startOffset : 0,
        index === to - from ? span.endOffset : undefined,
      ),
    )
    .join('');
}

describe('BlockText', () => {
  it('reads a block as search does: no soft hyphens, no skipped parts, white space as one space', () => {
    const block = element([
      text('\n  The vis\u00ADitor  was '),
      element([text('soon')]),
      element([text('1')], ['data-skip']),
      text('\n\tcalled\u00A0Code Blue. \n'),
    ]);
    expect(new BlockText(block).text).toBe('The visitor was soon called Code Blue.');
  });

  it('leads from offsets in the canonical text to the same words in the nodes', () => {
    const block = element([
      text('  A cour\u00ADtesy '),
      element([text('is')]),
      element([text('9')], ['data-skip']),
      text('  off\u00ADered'),
    ]);
    const canonical = new BlockText(block).text;
    expect(canonical).toBe('A courtesy is offered');
    expect(read(block, canonical.indexOf('courtesy'), canonical.indexOf('courtesy') + 8)).toBe('cour\u00ADtesy');
    expect(read(block, canonical.indexOf('offered'), canonical.length)).toBe('off\u00ADered');
    expect(read(block, canonical.indexOf('is'), canonical.indexOf('is') + 2)).toBe('is');
  });

  it('marks across element borders', () => {
    const block = element([text('Code '), element([text('Re')]), text('d came')]);
    expect(read(block, 0, 8)).toBe('Code Red');
  });

  it('has no span for an empty stretch, an empty block or one beyond the end', () => {
    const block = element([text('short')]);
    expect(new BlockText(block).span(2, 2)).toBeNull();
    expect(new BlockText(block).span(5, 9)).toBeNull();
    expect(new BlockText(element([text(' \u00AD ')])).span(0, 1)).toBeNull();
    expect(read(block, 2, 99)).toBe('ort');
  });

  it('finds any stretch of any text again, however the text is cut into nodes', () => {
    const piece = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', '\u00AD', 'é', '文'), maxLength: 6 });
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), fc.nat(60), fc.nat(60), (pieces, a, b) => {
        const block = element(pieces.map((value, index) => (index % 2 === 0 ? text(value) : element([text(value)]))));
        const canonical = new BlockText(block).text;
        expect(canonical).toBe(clean(pieces.join('')));
        const [start, end] = [Math.min(a, b), Math.max(a, b)];
        const found = read(block, start, end);
        if (found === null) expect(canonical.slice(start, end)).toBe('');
        else expect(found.replaceAll('\u00AD', '').replace(/\s+/g, ' ')).toContain(canonical.slice(start, end).trim());
      }),
    );
  });
});

function clean(value: string): string {
  return value.replaceAll('\u00AD', '').replace(/\s+/g, ' ').trim();
}

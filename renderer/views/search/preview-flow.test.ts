import { describe, expect, it } from 'vitest';
import { previewFlow } from './preview-flow.ts';

const passage = (block: number) => ({ block, text: `block ${block}`, marks: [] });

describe('previewFlow', () => {
  it('counts what stands before, between and after the places', () => {
    const flow = previewFlow([passage(1), passage(2), passage(6)], 9);
    expect(flow.map((item) => (item.kind === 'gap' ? item.blocks : item.passage.text))).toEqual([
      1,
      'block 1',
      'block 2',
      3,
      'block 6',
      2,
    ]);
  });

  it('is empty for a story that only its title led to', () => {
    expect(previewFlow([], 12)).toEqual([]);
  });
});

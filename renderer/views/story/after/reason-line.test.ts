import { describe, expect, it } from 'vitest';
import { reasonLine } from './reason-line.ts';

describe('reasonLine', () => {
  it('joins the strongest reason and the words in common to one line', () => {
    expect(reasonLine(['Later in this story', 'Chosen by the editor', 'Also about worms, patching'])).toBe(
      'Later in this story; also about worms, patching',
    );
  });

  it('leaves a single reason, and capitals that belong to a word, as they are', () => {
    expect(reasonLine(['Also about IIS'])).toBe('Also about IIS');
    expect(reasonLine(['Chosen by the editor', 'IIS in both'])).toBe('Chosen by the editor; IIS in both');
  });
});

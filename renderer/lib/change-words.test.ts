import { describe, expect, it } from 'vitest';
import { changeWords } from './change-words.ts';

describe('what a change did', () => {
  it('is said with the number of articles', () => {
    expect(changeWords({ kind: 'state', state: 'archive' }, 12)).toBe('12 articles archived');
    expect(changeWords({ kind: 'trash' }, 1)).toBe('1 article moved to the trash');
    expect(changeWords({ kind: 'tags', add: ['maps'], remove: ['sea', 'old'] }, 1200)).toBe(
      '1,200 articles tagged #maps, freed of #sea, #old',
    );
  });

  it('is said too where nothing changed', () => {
    expect(changeWords({ kind: 'shelve', shelf: 1 }, 0)).toBe('Nothing changed: they stand on the shelf already.');
  });
});

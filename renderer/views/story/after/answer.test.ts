import { describe, expect, it } from 'vitest';
import { recommendationReasons } from '../../../../main/contract/entities.ts';
import { countText, fittingReasons, reasonsFor, toggled } from './answer.ts';

describe('reasonsFor', () => {
  it('offers every reason of the contract, each for one of the verdicts and with a name', () => {
    const all = [...reasonsFor('yes'), ...reasonsFor('no')];
    expect(all.map(({ reason }) => reason).toSorted()).toEqual([...recommendationReasons].toSorted());
    expect(all.every(({ label }) => /^[A-Z]/.test(label))).toBe(true);
  });
});

describe('fittingReasons', () => {
  it('drops the reasons for the other verdict when the reader changes their mind', () => {
    expect(fittingReasons(['clear', 'wrong', 'useful'], 'no')).toEqual(['wrong']);
    expect(fittingReasons(['clear', 'wrong', 'useful'], 'yes')).toEqual(['clear', 'useful']);
  });
});

describe('toggled', () => {
  it('adds a reason and takes it away again', () => {
    expect(toggled(['clear'], 'moving')).toEqual(['clear', 'moving']);
    expect(toggled(['clear', 'moving'], 'clear')).toEqual(['moving']);
  });
});

describe('countText', () => {
  it('says how much of the room is used', () => {
    expect(countText(86, 1000)).toBe('86 of 1,000 characters');
  });
});

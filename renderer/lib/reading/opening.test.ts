import { describe, expect, it } from 'vitest';
import { takesDropCap } from './opening.ts';

describe('takesDropCap', () => {
  it('wants a long paragraph that begins with a Latin letter, perhaps in quotation marks', () => {
    const long = 'word '.repeat(40);
    expect(takesDropCap(`In ${long}`)).toBe(true);
    expect(takesDropCap(`“In ${long}`)).toBe(true);
    expect(takesDropCap('In brief.')).toBe(false);
    expect(takesDropCap(`1988 ${long}`)).toBe(false);
    expect(takesDropCap(`文字化け${long}`)).toBe(false);
  });
});

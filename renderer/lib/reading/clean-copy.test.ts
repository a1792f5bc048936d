import { describe, expect, it } from 'vitest';
import { cleanCopy } from './clean-copy.ts';

describe('cleanCopy', () => {
  it('takes the soft hyphens out and leaves real ones', () => {
    expect(cleanCopy('an unfa\u00ADmil\u00ADiar vis\u00ADitor, well-known')).toBe('an unfamiliar visitor, well-known');
  });

  it('has nothing to say about text without any', () => {
    expect(cleanCopy('Code Red')).toBeNull();
  });
});

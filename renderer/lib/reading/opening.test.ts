import { describe, expect, it } from 'vitest';
import { openingLength, takesDropCap } from './opening.ts';

const opening = (text: string) => text.slice(0, openingLength(text));

describe('openingLength', () => {
  it('takes the first clause when it is short', () => {
    expect(opening('In the first week of September 2001, people who kept web servers')).toBe(
      'In the first week of September 2001',
    );
  });

  it('takes a few words when the clause runs on', () => {
    expect(opening('The operator had typed an x and wanted an e and knew that it was an easy slip to make')).toBe(
      'The operator had typed',
    );
  });

  it('leaves a text that gives too little as it is', () => {
    expect(opening('On ')).toBe('');
    expect(opening('')).toBe('');
  });
});

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

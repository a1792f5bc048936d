import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainWords, simhash, textDigest } from './text-digest.ts';

const words = (count: number, seed = 7) => Array.from({ length: count }, (_, at) => `word${(at * at * seed) % 997}`);

function distance(a: bigint | null, b: bigint | null): number {
  return ((a ?? 0n) ^ (b ?? 0n)).toString(2).replaceAll('0', '').length;
}

describe('the digest of a text', () => {
  it('is the same for the same letters, however they are set and cut into blocks', () => {
    const text = words(40);
    const other = [`${text.slice(0, 20).join(' – ').toUpperCase()}!`, text.slice(20).join(',\n')];
    expect(textDigest(plainWords(other))).toBe(textDigest(plainWords([text.join(' ')])));
    expect(textDigest(plainWords(['私は本を読みます。'.repeat(30)]))).not.toBeNull();
  });

  it('is none for texts that any page may hold', () => {
    expect(textDigest(plainWords(['Please enable JavaScript to view this page.']))).toBeNull();
    expect(simhash(plainWords(['Please enable JavaScript to view this page.']))).toBeNull();
  });

  it('differs with one word', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 39 }), (at) => {
        expect(textDigest(words(40).with(at, 'another'))).not.toBe(textDigest(words(40)));
      }),
    );
  });
});

describe('the simhash of a text', () => {
  it('moves little with a few words and far with another text', () => {
    const text = words(400);
    const edited = text.with(10, 'changed').with(200, 'changed').toSpliced(300, 1);
    expect(distance(simhash(text), simhash(edited))).toBeLessThanOrEqual(6);
    expect(distance(simhash(text), simhash(words(400, 13)))).toBeGreaterThan(12);
    expect(simhash(text)).toBe(simhash([...text]));
  });
});

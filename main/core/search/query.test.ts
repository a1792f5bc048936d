import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuery } from './query.ts';

/** A clause in short: sign, field, text in quotation marks for a phrase, and … while it is being typed. */
const short = (query: string): string[] =>
  parseQuery(query).map(({ text, isPhrase, isExcluded, field, isOpen }) =>
    [isExcluded ? '-' : '', field === null ? '' : `${field}:`, isPhrase ? `"${text}"` : text, isOpen ? '…' : ''].join(
      '',
    ),
  );

describe('the query language', () => {
  it.each([
    ['code red -green ', ['code', 'red', '-green']],
    ['code re', ['code', 're…']],
    ['"code red" worm ', ['"code red"', 'worm']],
    ['“code red” «deux mots» ', ['"code red"', '"deux mots"']],
    ['title:"code red" Author:night -tag:iis ', ['title:"code red"', 'author:night', '-tag:iis']],
    ['"never closed', ['"never closed"…']],
    ['well-known -well-known ', ['well-known', '-well-known']],
    ['http://example.org a:b ', ['http://example.org', 'a:b']],
    ['title: red ', ['title:', 'red']],
    [': - -- "" " -" + * ^ ~ \\ ', []],
    ['', []],
  ])('reads %s', (query, clauses) => {
    expect(short(query)).toEqual(clauses);
  });

  it('never throws, and keeps every word that was typed', () => {
    const unit = fc.constantFrom(...'ab1 é文:-"“”«»\'*~^+()[]{}\\/|\u00AD\uD800'.split(''), 'title:', '-"');
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 80 }), (query) => {
        const kept = parseQuery(query)
          .map(({ text, field }) => `${field ?? ''} ${text}`)
          .join(' ')
          .toLowerCase();
        for (const word of query.match(/[ab1é文]+/g) ?? []) expect(kept).toContain(word);
      }),
      { numRuns: 1000 },
    );
  });

  it('counts once what is said twice', () => {
    expect(short('worm Worm -worm "worm" title:worm worm ')).toEqual(['worm', '-worm', '"worm"', 'title:worm']);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuery } from './parse-query.ts';
import { printQuery } from './print-query.ts';
import type { QueryNode } from './syntax.ts';

/** The tree as a query again, … where something is still being typed. */
const read = (query: string): string[] =>
  parseQuery(query).clauses.map((clause) => `${printed(clause)}${open(clause)}`);
const printed = (node: QueryNode): string => printQuery([node]);
const open = (node: QueryNode): string => ('isOpen' in node && node.isOpen ? '…' : '');
const problems = (query: string): string[] => parseQuery(query).problems.map(({ message }) => message);

/** What a tree says, whatever it was typed from. */
function bare(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(bare);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([name]) => !['from', 'to', 'isOpen'].includes(name));
  return Object.fromEntries(entries.map(([name, inner]) => [name, bare(inner)]));
}

describe('the query language', () => {
  it.each([
    ['code red -green ', ['code', 'red', '-green']],
    ['code re', ['code', 're…']],
    ['"code red" worm ', ['"code red"', 'worm']],
    ['“code red” «deux mots» 「三語」 ', ['"code red"', '"deux mots"', '"三語"']],
    ['"never closed', ['"never closed"…']],
    ['"code red"~5 "a b"~ ', ['"code red"~5', '"a b"~10']],
    ['title:"code red" Author:night -tag:iis ', ['title:"code red"', 'author:night', '-tag:iis']],
    ['tag:(dns or utf-8) by:desk year:2001 ', ['tag:dns or tag:utf-8', 'author:desk', 'date:2001']],
    ['tag:-iis - worm -- -red ', ['-tag:iis', 'worm', '-red']],
    ['red or blue worm OR net | code ', ['red or blue', 'worm or net or code']],
    ['(red or blue) -(worm net) ', ['red or blue', '-(worm net)']],
    ['((((red)))) () (( ) ', ['red']],
    ['sort -c -rn ', ['sort', 'c', '-rn']],
    ['or gate or ', ['\\or', 'gate']],
    ['pre* *fix in*ner * ** recieve~ recieve~2 ', ['pre*', '*fix', 'in*ner', 'recieve~']],
    ['is:unread in:Library has:notes ', ['is:unread', 'in:library', 'has:note']],
    ['is:(read or started) ', ['is:read or is:started']],
    ['before:2001-09 after:2001-09-18 date:2001..2003 ', ['before:2001-09', 'after:2001-09-18', 'date:2001..2003']],
    ['words:>500 minutes:5..10 words:"<10" ', ['words:>500', 'minutes:5..10', 'words:<10']],
    ['printf(3) f(x or y) (see printf(3)) ', ['printf(3)', 'f', 'x or y', 'see']],
    ['C++ C# .NET node.js well-known -well-known ', ['C++', 'C#', '.NET', 'node.js', 'well-known', '-well-known']],
    [
      'https://a.b/c:d std::vector C:\\dos 12:30 host:80 ',
      ['https://a.b/c:d', 'std::vector', 'C:\\dos', '12:30', 'host:80'],
    ],
    ['title: red author:', ['title', 'red']],
    [': - -- "" " -" + * ^ ~ \\ ( ) | \0 😀', []],
    ['', []],
  ])('reads %s', (query, clauses) => {
    expect(read(query)).toEqual(clauses);
  });

  it('says of each problem what it is and that it is searched as text', () => {
    expect(problems('foo:bar before:soon is:blue words:many ')).toEqual([
      '“foo:” is no field, so “foo:bar” is searched as text',
      '“before:soon” names no date, such as 2001, 2001-09 or 2001-09-18, so it is searched as text',
      '“is:blue” is unknown; after “is:” stands read, unread, started, recommended, bookmarked or favourite, so it is searched as text',
      '“words:many” names no length, such as >500, <10 or 200..800, so it is searched as text',
    ]);
    expect(read('foo:bar before:soon ')).toEqual(['foo:bar', '\\before:soon']);
    expect(problems('before:2001-02-30 after:2001-13 date:3..1 ')).toHaveLength(3);
    expect(problems('in:trash ')).toHaveLength(1);
    expect(problems('https://a.b/c:d std::vector 12:30 "a:b" ')).toEqual([]);
  });

  it('waits for the rest of a value that is still being typed', () => {
    for (const query of ['is:', 'is:unr', 'before:20', 'before:2001-', 'words:>', 'date:2001..', 'in:l', 'tag:'])
      expect([query, problems(query), read(query).filter((clause) => /is|before|words|in:|tag/.test(clause))]).toEqual([
        query,
        [],
        [],
      ]);
    expect(problems('is:unr ')).toHaveLength(1);
  });

  it('counts once what is said twice', () => {
    expect(read('worm Worm -worm "worm" title:worm worm (worm or Worm) ')).toEqual([
      'worm',
      '-worm',
      '"worm"',
      'title:worm',
    ]);
  });

  it('says of every clause where it stands', () => {
    const query = ' worm -(red or blue)  tag:(a or b) "code red';
    expect(parseQuery(query).clauses.map(({ from, to }) => query.slice(from, to))).toEqual([
      'worm',
      '-(red or blue)',
      'tag:(a or b)',
      '"code red',
    ]);
  });

  it('keeps every word that was typed', () => {
    const unit = fc.constantFrom(...'ab1 é文:-"“”«»\'*~^+()[]{}\\/|\u00AD\uD800'.split(''), 'title:', '-"');
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 80 }), (query) => {
        const kept = printQuery(parseQuery(`${query} `).clauses).toLowerCase();
        // A figure behind a tilde is how far words may be apart, or a word from what was typed.
        const words = query.replace(/~\d+/g, '~').match(/[ab1é文]+/g) ?? [];
        for (const word of words) expect(kept).toContain(word);
      }),
      { numRuns: 1000 },
    );
  });

  it('never throws, and reads what it prints as the same tree', () => {
    const unit = fc.constantFrom(
      ...[
        'worm',
        'red',
        'é',
        '文',
        'C++',
        '.NET',
        '-',
        '−',
        '"',
        '“',
        '»',
        ':',
        'title:',
        'tag:',
        'in:',
        'is:',
        'foo:',
      ],
      ...['before:', 'words:', 'library', 'unread', '2001', '2001..2003', '>500', ' ', ' ', ' ', '\0', '*', '~', '~5'],
      ...['\\', '|', 'or', ' or ', '(', ')', ' (', ') ', '__proto__', 'constructor', '\uD800', '\uDC00', 'printf(3)'],
      ...['https://a.b/c:d', ',', '?', '..', '#', '😀', '\u00AD', '\u0301'],
    );
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 16 }), (query) => {
        const { clauses } = parseQuery(query);
        const text = printQuery(clauses);
        expect(bare(parseQuery(text).clauses)).toEqual(bare(clauses));
      }),
      { numRuns: 12_000 },
    );
  });

  it('answers quickly whatever is typed without end', () => {
    for (const piece of [
      '(',
      ')',
      '-',
      '"',
      'a or ',
      '(a or ',
      'title:',
      'is:',
      'tag:-',
      'tag:(',
      '*',
      'a',
      '~',
      '\\',
      '文',
    ])
      expect(parseQuery(piece.repeat(10_000)).clauses.length).toBeLessThan(10_000);
  });
});

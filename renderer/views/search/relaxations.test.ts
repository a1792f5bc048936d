import { describe, expect, it } from 'vitest';
import { relaxations } from './relaxations.ts';

describe('relaxations', () => {
  it('leaves out one part at a time', () => {
    expect(relaxations('code red -green').map(({ part, query }) => [part, query])).toEqual([
      ['code', 'red -green'],
      ['red', 'code -green'],
      ['-green', 'code red'],
    ]);
  });

  it('leaves out everything that no story has at once', () => {
    expect(relaxations('qzxvbn worm "patch monkey"', ['qzxvbn', 'patch monkey'])).toEqual([
      { part: 'qzxvbn, patch monkey', kind: 'dropped', query: 'worm' },
      { part: '"patch monkey"', kind: 'unquoted', query: 'qzxvbn worm patch monkey' },
    ]);
  });

  it('offers the words of a phrase without its quotation marks', () => {
    expect(relaxations('"code red"')).toEqual([{ part: '"code red"', kind: 'unquoted', query: 'code red' }]);
    expect(relaxations('title:"code red" worm')).toContainEqual({
      part: 'title:"code red"',
      kind: 'unquoted',
      query: 'title:code red worm',
    });
  });

  it('looks without a filter first, named as it was understood', () => {
    const query = 'worm after:2030 dog';
    const filter = { from: 5, to: 15, kind: 'field', label: 'after 2030', field: 'after', value: '2030' } as const;
    expect(relaxations(query, [], [filter]).map(({ part, kind, query: less }) => [part, kind, less])).toEqual([
      ['after 2030', 'unfiltered', 'worm dog'],
      ['worm', 'dropped', 'after:2030 dog'],
      ['dog', 'dropped', 'worm after:2030'],
    ]);
  });

  it('leaves no "or" without its other side', () => {
    expect(relaxations('cat or dog').map(({ query }) => query)).toEqual(['dog', 'cat']);
  });

  it('has nothing to offer for one word, nor a query that only excludes', () => {
    expect(relaxations('qzxv')).toEqual([]);
    expect(relaxations('  ')).toEqual([]);
    expect(relaxations('worm -red').map(({ query }) => query)).toEqual(['worm']);
  });
});

import { describe, expect, it } from 'vitest';
import { parseCommandLine } from './command-line.ts';

const search = { name: 'search', limit: 20, explain: false, json: false, data: null, collection: null };

describe('the command line', () => {
  it.each([
    [
      ['serve'],
      { name: 'serve', port: 0, data: null, collection: null, open: false, backups: null, allowPrivate: false },
    ],
    [
      ['serve', '--port', '8080', '--data', 'd', '--collection', 'c', '--open'],
      { name: 'serve', port: 8080, data: 'd', collection: 'c', open: true, backups: null, allowPrivate: false },
    ],
    [['search', 'worm'], { ...search, query: 'worm' }],
    [['search', '-', '--explain'], { ...search, query: null, explain: true }],
    [['search', '-', 'red'], { ...search, query: '- red' }],
    [
      ['search', '"code red"', '--json', '--limit=3', 'worm', '--data', 'd'],
      { ...search, query: '"code red" worm', limit: 3, json: true, data: 'd' },
    ],
    [['search', '--', '-red'], { ...search, query: '-red' }],
    [['list', '--json'], { name: 'list', json: true, data: null, collection: null }],
    [
      ['article', 'code-blue', '--json'],
      { name: 'article', id: 'code-blue', json: true, data: null, collection: null },
    ],
    [['related', 'code-blue'], { name: 'related', id: 'code-blue', json: false, data: null, collection: null }],
    [
      ['import', 'a.jsonl', 'b.jsonl', '--dry-run', '--data', 'd'],
      {
        name: 'import',
        paths: ['a.jsonl', 'b.jsonl'],
        dryRun: true,
        keepOriginals: false,
        json: false,
        data: 'd',
        collection: null,
      },
    ],
    [
      ['export', '--format', 'jsonl', '--out', 'o'],
      { name: 'export', format: 'jsonl', query: null, out: 'o', dryRun: false, data: null, collection: null },
    ],
    [
      ['export', '--format', 'markdown', '--query', 'tag:tea', '--dry-run'],
      { name: 'export', format: 'markdown', query: 'tag:tea', out: null, dryRun: true, data: null, collection: null },
    ],
    [['backup', '--out', 'b.zip'], { name: 'backup', out: 'b.zip', json: false, data: null, collection: null }],
    [
      ['restore', 'b.zip', '--only', 'articles,marks', '--into', 'd', '--dry-run'],
      {
        name: 'restore',
        file: 'b.zip',
        into: 'd',
        only: ['articles', 'marks'],
        dryRun: true,
        acceptDamage: false,
        json: false,
        data: null,
        collection: null,
      },
    ],
    [['verify', '--repair'], { name: 'verify', file: null, repair: true, json: false, data: null, collection: null }],
    [['content', 'src', '--out', 'b'], { name: 'content', source: 'src', out: 'b', watch: false }],
    [['content', 'src', '--watch', '--out', 'b'], { name: 'content', source: 'src', out: 'b', watch: true }],
    [['content', '--new', 'mine'], { name: 'new-content', directory: 'mine' }],
    [['--help'], { name: 'help', about: null }],
    [['serve', '--help'], { name: 'help', about: 'serve' }],
    [['--version'], { name: 'version' }],
  ])('reads %j', (args, command) => {
    expect(parseCommandLine(args)).toEqual(command);
  });

  it.each([
    [[], 'What shall'],
    [['read'], '"read"'],
    [['constructor'], '"constructor"'],
    [['--json'], '"--json"'],
    [['search'], 'searched for'],
    [['search', 'worm', '--limit', '0'], '--limit takes a whole number'],
    [['search', 'worm', '--limit', '1e3'], '"1e3"'],
    [['search', 'worm', '--limit', '-1'], '--limit'],
    [['search', 'worm', '--limit'], '--limit'],
    [['search', 'worm', '--lucky'], "'--lucky'"],
    [['serve', 'here'], '"here"'],
    [['serve', '--port', '65536'], '--port takes'],
    [['serve', '--port', 'http'], '"http"'],
    [['serve', '--data', ''], '--data is empty'],
    [['serve', '--host', '0.0.0.0'], "'--host'"],
    [['article'], 'the id of one article'],
    [['article', 'a', 'b'], 'the id of one article'],
    [['related', ''], 'the id of one article'],
    [['list', 'all'], '"all"'],
    [['import'], 'imported'],
    [['export'], '--format takes all, markdown'],
    [['export', '--format', 'docx'], '"docx"'],
    [['content', 'src'], '--out'],
    [['content', '--out', 'b'], 'the folder'],
    [['content', '--new', 'a', '--out', 'b'], '--new'],
    [['content', '--new', 'a', '--watch'], '--new'],
  ])('calls %j wrong usage and says why in a sentence', (args, why) => {
    const parsed = parseCommandLine(args);
    expect(parsed).toMatchObject({ name: 'wrong-usage', why: expect.stringContaining(why) as string });
    expect(parsed).toMatchObject({ usage: expect.stringMatching(/^Usage: lectern .+$/) as string });
  });
});

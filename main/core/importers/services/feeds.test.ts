import { describe, expect, it } from 'vitest';
import { accountOf, importFixture } from './test-helpers/import-fixture.ts';

describe('a feed', () => {
  it('of RSS 2.0 gives whole texts, resolves addresses, and expands no entities of its own', async () => {
    const imported = await importFixture('rss-2.0.xml');
    expect(imported).toMatchObject({
      format: 'Feed (RSS, Atom)',
      articles: [
        {
          externalId: 'urn:1',
          url: 'https://blog.example/posts/1',
          title: 'First & last',
          standfirst: 'A summary',
          author: 'Ada',
          site: 'A & B',
          language: 'en-gb',
          published: '2023-07-06T07:31:35.000Z',
          tags: ['One', 'Two & three'],
          content: {
            kind: 'html',
            extent: 'article',
            html: '<p>The whole <a href="other">text</a>.</p>',
            baseUrl: 'https://blog.example/',
          },
        },
        {
          url: 'https://blog.example/posts/2',
          title: '&lol2;',
          author: 'Bob',
          published: '2023-07-06T07:31:35.000Z',
          content: null,
        },
      ],
    });
    expect(accountOf(imported)).toEqual([
      '1 article',
      '2 article',
      '3 no-content: It has neither an address nor a text.',
    ]);
  });

  it('of RSS 1.0 and 0.91 is read too', async () => {
    expect((await importFixture('rss-1.0.rdf')).articles).toMatchObject([
      { url: 'https://blog.example/1', site: 'Blog', published: '2003-06-10T03:00:00.000Z', tags: ['Old'] },
    ]);
    expect((await importFixture('rss-0.91.xml')).articles).toMatchObject([
      { url: 'https://blog.example/1', title: 'Eins', language: 'de', standfirst: 'Text' },
    ]);
  });

  it('of Atom gives XHTML and escaped HTML, with the base of each, and nothing of its sources', async () => {
    expect((await importFixture('atom.xml')).articles).toMatchObject([
      {
        externalId: 'tag:blog.example,2024:1',
        url: 'https://blog.example/dir/2024/one',
        title: 'One & two',
        author: 'Ada',
        site: 'Atom',
        published: '2024-01-02T03:04:05.000Z',
        tags: ['Label'],
        content: {
          html:
            '<div xmlns="http://www.w3.org/1999/xhtml"><p>A &lt; B <img src="x.png"> <a href="y">c</a></p></div>' +
            '<p><a href="https://blog.example/dir/2024/a.mp3">Attached: a.mp3</a></p>',
          baseUrl: 'https://blog.example/dir/2024/',
        },
      },
      {
        url: 'https://blog.example/dir/two',
        author: 'Bob, Eve',
        standfirst: 'Short',
        content: { html: '<p>Escaped &amp; whole</p>' },
      },
    ]);
  });

  it('in JSON has its title behind its items', async () => {
    const imported = await importFixture('feed.json');
    expect(imported).toMatchObject({
      format: 'Feed (JSON)',
      articles: [
        {
          url: 'https://blog.example/one',
          site: 'JSON',
          author: 'Ada',
          language: 'de',
          tags: ['a'],
          published: '2024-01-02T10:04:05.000Z',
          content: { kind: 'html', html: '<p>Whole</p>' },
        },
        { url: 'https://blog.example/two', author: 'Bob', content: { kind: 'text', text: 'Plain text' } },
      ],
    });
    expect(accountOf(imported)[2]).toBe('3 failed: Entry 3 is no object of JSON.');
  });
});

describe('a list of subscriptions', () => {
  it('has feeds, which are no articles, and links, which are', async () => {
    const imported = await importFixture('subscriptions.opml');
    expect(imported.format).toBe('Subscriptions (OPML)');
    expect(accountOf(imported)).toEqual([
      '1 no-content: It is a feed, not an article: A feed.',
      '2 article',
      '3 no-content: It has neither an address nor a text.',
    ]);
    expect(imported.articles).toMatchObject([{ url: 'https://a.example/1', title: 'A link', shelves: [['News']] }]);
  });
});

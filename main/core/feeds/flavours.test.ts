import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openFeedDesk, type FeedDesk } from './test-helpers/feed-desk.ts';

let desk: FeedDesk;

beforeEach(async () => {
  desk = await openFeedDesk();
});
afterEach(async () => {
  await desk.close();
});

const fixture = (name: string) => readFileSync(new URL(`../importers/fixtures/services/${name}`, import.meta.url));
const text = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url));
const titles = async () => (await desk.items()).map(({ title }) => title).sort();
const articleOf = async (title: string) => {
  const item = (await desk.items()).find((one) => one.title === title);
  return desk.client['articles.get']({ id: item?.articleId ?? '' });
};

describe('every flavour of feed', () => {
  it.each([
    ['rss-0.91.xml', ['Eins']],
    ['rss-1.0.rdf', ['One']],
    ['rss-2.0.xml', ['&lol2;', 'First & last']],
    ['atom.xml', ['Escaped', 'One & two']],
    ['feed.json', ['One', 'Plain text']],
  ])('%s is read', async (name, expected) => {
    desk.serveText('/feed', fixture(name), { 'content-type': 'application/octet-stream' });
    await desk.follow('/feed');
    expect((await titles()).slice(0, expected.length)).toEqual(expected);
  });

  it('of Atom 0.3 with its dates and modes is read', async () => {
    desk.serveText('/feed', text('atom-0.3.xml'));
    const feed = await desk.follow('/feed');
    expect(feed).toMatchObject({ title: 'Old Atom', site: 'https://old.example/' });
    expect(await desk.items()).toMatchObject([{ title: 'Entry', published: '2004-02-03T04:05:06.000Z' }]);
  });

  it('with entities in CDATA, escaped once or twice, says what it means', async () => {
    desk.serveText('/feed', text('cdata-entities.xml'));
    expect((await desk.follow('/feed')).title).toBe('Tom & Jerry’s “blog”');
    expect(await titles()).toEqual(['1 < 2 & 3 > 2', 'AT&T’s <b> tag', 'Fish & chips – cheap', 'Q&A <in bold>']);
  });

  it('of a podcast has what is said of each episode, with a link to the recording', async () => {
    desk.serveText('/feed', text('podcast.xml'));
    await desk.follow('/feed');
    const { html } = await articleOf('Episode 1');
    expect(html).toContain('Notes on the first');
    expect(html).toContain('href="https://radio.example/audio/ep%201.mp3"');
    expect(html).toContain('Listen: ep 1.mp3');
  });

  it('resolves addresses against xml:base, the page, or the feed itself', async () => {
    desk.serveText('/blog/feed.xml', text('relative.xml'));
    const feed = await desk.follow('/blog/feed.xml');
    expect(feed.site).toBe(`${desk.origin}/blog/`);
    expect((await articleOf('Relative')).url).toBe(`${desk.origin}/blog/posts/1`);
    expect((await articleOf('Based')).html).toContain('href="https://base.example/deep/other"');
  });

  it.each([
    ['what the server says', 'text/xml; charset=iso-8859-1', ''],
    ['what the feed says', 'text/xml', ' encoding="iso-8859-1"'],
    ['the letters themselves, where the feed is wrong', 'text/xml', ' encoding="utf-8"'],
  ])('in an old encoding is read by %s', async (_, type, declaration) => {
    const items = ['Crème brûlée à la façon de Zoë', 'Où est l’été ? Là-bas, à côté'.replace('’', "'")];
    const xml = `<?xml version="1.0"${declaration}?><rss version="2.0"><channel><title>Café</title>${items
      .map((title, at) => `<item><guid>${at}</guid><title>${title}</title><link>https://a.example/${at}</link></item>`)
      .join('')}</channel></rss>`;
    desk.serveText('/feed', Buffer.from(xml, 'latin1'), { 'content-type': type });
    expect((await desk.follow('/feed')).title).toBe('Café');
    expect(await titles()).toEqual(items.toSorted());
  });

  it('never brings anything that runs', async () => {
    desk.serveText('/feed', text('hostile.xml'));
    await desk.follow('/feed');
    const { html } = await articleOf('Hostile');
    expect(html).toContain('Harmless');
    expect(html).not.toMatch(/script|onerror|javascript:|iframe/i);
  });
});

describe('looking for feeds', () => {
  const page = (head: string) =>
    `<!doctype html><html><head><title>Site</title>${head}</head><body>Hello</body></html>`;
  const html = { 'content-type': 'text/html' };
  const discover = async (path: string) =>
    (await desk.client['feeds.discover']({ url: `${desk.origin}${path}` })).items;

  it('reads the feed that an address is', async () => {
    desk.serveText('/feed', fixture('atom.xml'));
    expect(await discover('/feed')).toMatchObject([{ kind: 'Atom', title: 'Atom', isFollowed: false }]);
    expect((await desk.client['feeds.list']({})).items).toEqual([]);
  });

  it('offers those that a page names, with what is in them', async () => {
    const head = `<link rel="alternate" type="application/rss+xml" href="posts.xml" title="Posts">
      <link rel="ALTERNATE home" type="application/feed+json" href="/feed.json">
      <link rel="stylesheet" href="a.css">`;
    desk.serveText('/blog/', page(head), html);
    desk.serveText('/blog/posts.xml', fixture('rss-2.0.xml'));
    desk.serveText('/feed.json', fixture('feed.json'));
    await desk.follow('/feed.json');
    expect(await discover('/blog/')).toMatchObject([
      { url: `${desk.origin}/blog/posts.xml`, kind: 'RSS', title: 'A & B', items: 2, isFollowed: false },
      { url: `${desk.origin}/feed.json`, kind: 'JSON Feed', isFollowed: true },
    ]);
  });

  it('asks in the usual places where a page names none', async () => {
    desk.serveText('/about', page(''), html);
    desk.serveText('/atom.xml', fixture('atom.xml'));
    expect(await discover('/about')).toMatchObject([{ url: `${desk.origin}/atom.xml` }]);
    desk.serveText('/elsewhere/', page(''), html);
  });

  it('answers nothing for a site without a feed, and says what is wrong with an address', async () => {
    desk.serveText('/', page(''), html);
    expect(await discover('/')).toEqual([]);
    await expect(discover('/missing')).rejects.toMatchObject({ code: 'unreachable' });
    await expect(desk.client['feeds.discover']({ url: 'mailto:a@b.example' })).rejects.toMatchObject({
      code: 'invalid-input',
    });
  });
});

describe('subscriptions in and out', () => {
  it('are read with their folders, those there are left, and what is no address is named', async () => {
    const content = `<opml version="2.0"><body><outline text="News">
      <outline text="One" xmlUrl="https://one.example/feed"/><outline text="Two" xmlUrl="ftp://two.example/"/>
      </outline></body></opml>`;
    const import_ = () => desk.client['feeds.importOpml']({ content });
    expect(await import_()).toEqual({ added: 1, there: 0, refused: ['ftp://two.example/'] });
    expect(await import_()).toMatchObject({ added: 0, there: 1 });
    expect((await desk.client['feeds.list']({})).items).toMatchObject([{ title: 'One', folder: 'News' }]);
    const exported = await desk.client['feeds.exportOpml']({});
    expect(exported.content).toContain('xmlUrl="https://one.example/feed"');
    await expect(desk.client['feeds.importOpml']({ content: 'nothing' })).rejects.toMatchObject({
      code: 'invalid-input',
    });
  });
});

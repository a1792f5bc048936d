import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LibraryChange } from '../../contract/organise-entities.ts';
import { noRules } from '../../contract/feed-entities.ts';
import { feedOf, openFeedDesk, rss, words, type FeedDesk } from './test-helpers/feed-desk.ts';

let desk: FeedDesk;

beforeEach(async () => {
  desk = await openFeedDesk();
});
afterEach(async () => {
  await desk.close();
});

const titles = (items: readonly { title: string }[]) => items.map(({ title }) => title);

describe('what a feed brings', () => {
  it('waits in its feed and is in no list of the library until it is kept', async () => {
    desk.serveText('/feed', rss([{ guid: 'one' }, { guid: 'two' }]));
    const feed = await desk.follow('/feed');
    expect(feed).toMatchObject({ title: 'A blog', site: 'https://blog.example/', unread: 2, items: 2, failures: 0 });

    const items = await desk.items();
    expect(titles(items)).toEqual(['Title one', 'Title two']);
    const library = () => desk.client['articles.list']({ source: 'library' });
    expect((await library()).total).toBe(0);
    expect((await desk.client['library.counts']({})).inbox).toBe(0);
    expect((await desk.client['articles.list']({ feed: feed.id })).total).toBe(2);

    const two = items[1];
    if (two?.articleId == null) throw new Error('every item has an article');
    await desk.client['feeds.keep']({ items: [two.id], keep: true });
    expect((await library()).items.map(({ title }) => title)).toEqual(['Title two']);
    expect((await desk.client['library.counts']({})).inbox).toBe(1);
    await desk.client['feeds.keep']({ items: [two.id], keep: false });
    expect((await library()).total).toBe(0);
  });

  it('is in a view of the library as soon as it is kept, in no count or facet before, and gone when it is let go', async () => {
    desk.serveText('/feed', rss([{ guid: 'one' }, { guid: 'two' }]));
    await desk.follow('/feed');
    const look = async () => {
      const { total } = await desk.client['library.window']({ view: {}, offset: 0, limit: 10 });
      const { items } = await desk.client['library.window']({
        view: {},
        offset: total === 0 ? 0 : total - 1,
        limit: 10,
      });
      const { sites } = await desk.client['library.facets']({ view: {} });
      const { inbox } = await desk.client['library.counts']({});
      return [total, items.length, sites.reduce((sum, { count }) => sum + count, 0), inbox];
    };
    expect(await look()).toEqual([0, 0, 0, 0]);
    const [one] = await desk.items();
    await desk.client['feeds.keep']({ items: [one?.id ?? 0], keep: true });
    expect(await look()).toEqual([1, 1, 1, 1]);
    await desk.client['feeds.keep']({ items: [one?.id ?? 0], keep: false });
    expect(await look()).toEqual([0, 0, 0, 0]);
  });

  it('is kept by whatever the reader does to keep an article', async () => {
    const names = ['bookmark', 'tag', 'favourite', 'archive', 'answer', 'none'];
    desk.serveText('/feed', rss(names.map((guid) => ({ guid }))));
    await desk.follow('/feed');
    const ids = new Map((await desk.items()).map(({ title, articleId }) => [title, articleId ?? '']));
    const id = (name: string) => ids.get(`Title ${name}`) ?? '';
    await desk.client['bookmarks.set']({ id: id('bookmark'), bookmarked: true });
    const change = (name: string, given: LibraryChange) =>
      desk.client['library.change']({ selection: { ids: [id(name)] }, change: given });
    await change('tag', { kind: 'tags', add: ['x'], remove: [] });
    await change('favourite', { kind: 'favourite', favourite: true });
    await change('archive', { kind: 'state', state: 'archive' });
    await desk.client['recommendations.set']({ id: id('answer'), verdict: 'yes' });
    const kept = await desk.client['articles.list']({ source: 'library' });
    expect(kept.items.map(({ title }) => title).sort()).toEqual(
      ['Title answer', 'Title archive', 'Title bookmark', 'Title favourite', 'Title tag'].sort(),
    );
    expect(titles((await desk.items()).filter(({ isKept }) => !isKept))).toEqual(['Title none']);
  });

  it('comes once, and anew as a version of itself when it changed', async () => {
    desk.serveText('/feed', rss([{ guid: 'one', title: 'First' }]));
    const { id } = await desk.follow('/feed');
    const [before] = await desk.items();
    desk.serveText('/feed', rss([{ guid: 'one', title: 'First, corrected', text: words('other') }]));
    await desk.refresh(id);
    const after = await desk.items();
    expect(after).toMatchObject([{ id: before?.id, articleId: before?.articleId, title: 'First, corrected' }]);
    const article = await desk.client['articles.get']({ id: after[0]?.articleId ?? '' });
    expect(article.html).toContain('otherword0');
  });

  it('does not come back once the reader threw it away or purged it, whatever is done to it there', async () => {
    desk.serveText('/feed', rss([{ guid: 'one' }, { guid: 'two' }]));
    const { id } = await desk.follow('/feed');
    const ids = (await desk.items()).map(({ articleId }) => articleId ?? '');
    await desk.client['library.change']({ selection: { ids }, change: { kind: 'trash' } });
    await desk.client['library.purge']({ selection: { ids: ids.slice(0, 1) } });
    desk.serveText(
      '/feed',
      rss([
        { guid: 'one', text: words('new') },
        { guid: 'two', text: words('newer') },
      ]),
    );
    await desk.refresh(id);
    expect(await desk.items()).toEqual([]);
    expect((await desk.client['library.counts']({})).trash).toBe(1);
  });

  it('is one article where two feeds have the same, read in both at once', async () => {
    const shared = { guid: 'x', link: 'https://news.example/story', text: words('same') };
    desk.serveText('/a', rss([shared]));
    desk.serveText('/b', rss([{ ...shared, guid: 'y' }, { guid: 'z' }]));
    const a = await desk.follow('/a');
    const b = await desk.follow('/b');
    expect(titles(await desk.items())).toHaveLength(2);
    const [item] = await desk.items({ feed: a.id });
    await desk.client['feeds.markRead']({ items: [item?.id ?? 0], read: true });
    expect([(await feedOf(desk, a.id)).unread, (await feedOf(desk, b.id)).unread]).toEqual([0, 1]);
    expect((await desk.client['feeds.list']({})).unread).toBe(1);
  });

  it('stays several articles where a feed leads all of them to one page', async () => {
    const link = 'https://radio.example/';
    desk.serveText('/feed', rss(['a', 'b', 'c'].map((guid) => ({ guid, link }))));
    await desk.follow('/feed');
    expect(await desk.items()).toHaveLength(3);
  });

  it('is read when its article is, and unread again when that is taken back', async () => {
    desk.serveText('/feed', rss([{ guid: 'one' }, { guid: 'two' }]));
    const feed = await desk.follow('/feed');
    const [first] = await desk.items();
    const id = first?.articleId ?? '';
    await desk.client['progress.set']({ id, progress: 0.3, block: 0 });
    expect((await feedOf(desk, feed.id)).unread).toBe(1);
    await desk.client['progress.clear']({ id });
    expect((await feedOf(desk, feed.id)).unread).toBe(2);

    const { items } = await desk.client['feeds.markRead']({ scope: { feed: feed.id }, read: true });
    expect([items.length, (await feedOf(desk, feed.id)).unread]).toEqual([2, 0]);
    await desk.client['feeds.markRead']({ items, read: false });
    expect((await feedOf(desk, feed.id)).unread).toBe(2);
  });
});

describe('rules', () => {
  it('leave out, mark read, tag and keep; what they left out comes when they are changed', async () => {
    const items = [
      { guid: '1', title: 'Café football', category: 'Sport' },
      { guid: '2', title: 'Parliament' },
      { guid: '3', title: 'Advert for footballs' },
    ];
    desk.serveText('/feed', rss(items), { etag: '"1"' });
    const exclude = [{ field: 'any' as const, words: 'cafe FOOTBALL' }];
    const markRead = [{ field: 'title' as const, words: 'advert' }];
    const feed = await desk.follow('/feed', { rules: { ...noRules, exclude, markRead } });
    expect(titles(await desk.items())).toEqual(['Parliament', 'Advert for footballs']);
    expect((await feedOf(desk, feed.id)).unread).toBe(1);

    const sport = { ...noRules, include: [{ field: 'category' as const, words: 'sport' }], tags: ['Ball'] };
    expect(await desk.client['feeds.preview']({ feed: feed.id, rules: sport })).toEqual({
      total: 3,
      taken: 1,
      markedRead: 0,
      leftOut: ['Parliament', 'Advert for footballs'],
      fits: { include: [1], exclude: [], markRead: [] },
    });
    await desk.client['feeds.edit']({ id: feed.id, rules: sport });
    await desk.refresh(feed.id);
    expect((await desk.items()).find(({ title }) => title === 'Café football')).toMatchObject({ isKept: true });
    expect((await desk.client['tags.list']({})).items).toEqual([{ name: 'Ball', count: 1, colour: null }]);
  });

  it('for every feed hold before those of a feed, and those that are switched off are counted and not heeded', async () => {
    desk.serveText('/a', rss([{ guid: 'a1', title: 'A sale' }, { guid: 'a2' }]));
    desk.serveText('/b', rss([{ guid: 'b1', title: 'Sale of the year' }, { guid: 'b2' }]));
    const sale = { field: 'title' as const, words: 'sale' };
    const include = [{ field: 'any' as const, words: 'nothing has this', isOff: true }];
    const off = { ...noRules, include, exclude: [{ ...sale, isOff: true }] };
    await desk.client['feeds.setRules']({ rules: off });
    await desk.follow('/a');
    await desk.follow('/b');
    expect(await desk.items()).toHaveLength(4);
    const preview = { total: 4, taken: 4, markedRead: 0, leftOut: [] };
    expect(await desk.client['feeds.preview']({ rules: off })).toEqual({
      ...preview,
      fits: { include: [0], exclude: [2], markRead: [] },
    });
    const on = { ...off, exclude: [sale] };
    expect(await desk.client['feeds.preview']({ rules: on })).toMatchObject({ taken: 2, fits: { exclude: [2] } });
    await desk.client['feeds.setRules']({ rules: on });
    expect(await desk.client['feeds.rules']({})).toEqual(on);
    desk.serveText('/a', rss([{ guid: 'a3', title: 'Another sale' }, { guid: 'a4' }]));
    await desk.refresh();
    expect(titles(await desk.items()).filter((title) => /Another|a4/.test(title))).toEqual(['Title a4']);
  });

  it('take the newest of a long feed, and tidy away only what was read and not kept', async () => {
    const date = (day: number) => `Mon, ${String(day).padStart(2, '0')} Jun 2026 10:00:00 GMT`;
    const items = [5, 4, 3, 2, 1].map((day) => ({ guid: `d${day}`, date: date(day) }));
    desk.serveText('/feed', rss(items));
    const feed = await desk.follow('/feed', { rules: { ...noRules, newest: 3, tidyAfterDays: 7 } });
    expect(titles(await desk.items())).toEqual(['Title d5', 'Title d4', 'Title d3']);

    const [d5, d4] = await desk.items();
    await desk.client['feeds.markRead']({ items: [d5?.id ?? 0, d4?.id ?? 0], read: true });
    await desk.client['feeds.keep']({ items: [d4?.id ?? 0], keep: true });
    desk.setTime('2026-12-10T08:00:00.000Z');
    await desk.refresh(feed.id);
    expect(titles(await desk.items())).toEqual(['Title d4', 'Title d3']);
    expect((await desk.client['library.counts']({})).trash).toBe(1);
  });
});

describe('a feed that is removed', () => {
  it('leaves what was kept, moves what was not, and comes back whole', async () => {
    desk.serveText('/feed', rss([{ guid: 'one' }, { guid: 'two' }, { guid: 'three' }]));
    const { id } = await desk.follow('/feed', { folder: 'News' });
    const [first] = await desk.items();
    await desk.client['feeds.keep']({ items: [first?.id ?? 0], keep: true });
    const counts = async () => {
      const { inbox, archive, trash } = await desk.client['library.counts']({});
      return [inbox, archive, trash];
    };
    expect(await desk.client['feeds.remove']({ id, articles: 'trash' })).toEqual({ moved: 2 });
    expect([(await desk.client['feeds.list']({})).items, await counts()]).toEqual([[], [1, 0, 2]]);
    expect(await desk.client['feeds.restore']({ id })).toMatchObject({ folder: 'News', items: 3 });
    expect(await counts()).toEqual([1, 0, 0]);

    await desk.client['feeds.remove']({ id, articles: 'archive' });
    expect(await counts()).toEqual([1, 2, 0]);
    await desk.client['feeds.restore']({ id });
    expect(await counts()).toEqual([1, 0, 0]);
  });
});

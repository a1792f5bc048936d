import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ownService } from '../importers/import-record.ts';
import type { ArticleToSave } from './prepare-article.ts';
import { articleToSave, openLibraryFixture, textOf, type LibraryFixture } from './test-helpers/library-fixture.ts';

let fixture: LibraryFixture;

beforeEach(() => {
  fixture = openLibraryFixture(['code-blue']);
});
afterEach(() => {
  fixture.close();
});

const save = (...articles: Partial<ArticleToSave>[]) => fixture.library.save(articles.map(articleToSave), ownService);
const text = (name: string) => ({ kind: 'text', text: textOf(name) }) as const;
const highlight = (quote: string, note = '') => ({ quote, note, colour: null, tags: [], createdAt: null });
const all = () => fixture.library.rows.list({ query: {}, order: 'newest', after: null, limit: 1000 });

describe('saving an article', () => {
  it('keeps all that came with it, under its own id, with what can be found out', () => {
    const [outcome] = save({
      externalId: 'worms/1 é',
      url: 'https://www.example.org/worms?utm_source=x',
      title: ' Worms \n and  cures',
      author: 'A. Writer',
      tags: ['net', 'net', ' worms '],
      shelves: [['Reading', 'Security'], ['Later']],
      progress: 0.4,
      readAt: '2026-01-02T00:00:00.000Z',
      favourite: true,
      note: 'Mine',
      highlights: [highlight('a worm')],
      content: { kind: 'text', text: `The worm was on the way, and it was not for the first time.\n\n${textOf('w')}` },
    });
    expect(outcome).toEqual({ outcome: 'imported', reason: null, articleId: 'worms/1 é' });
    const article = fixture.library.article('worms/1 é');
    expect(article).toMatchObject({
      url: 'https://www.example.org/worms?utm_source=x',
      title: 'Worms and cures',
      site: 'example.org',
      language: 'en',
      direction: 'ltr',
      savedAt: '2026-11-27T08:00:00.000Z',
      words: 74,
      state: 'inbox',
      favourite: true,
      note: 'Mine',
      hasContent: true,
    });
    expect(fixture.library.body(article).blocks).toHaveLength(2);
    expect(fixture.library.rows.belongings(article)).toEqual({
      tags: ['net', 'worms'],
      shelves: [['Later'], ['Reading', 'Security']],
      highlights: [highlight('a worm')],
    });
    expect(fixture.store.mark('worms/1 é')).toMatchObject({ progress: 0.4, readAt: '2026-01-02T00:00:00.000Z' });
  });

  it('gives an id that is the same for the same address, whenever and wherever it is saved', () => {
    const [first] = save({ url: 'https://example.org/a', content: text('a') });
    const elsewhere = openLibraryFixture();
    const [again] = elsewhere.library.save(
      [articleToSave({ url: 'http://www.example.org/a/', content: text('b') })],
      'pocket',
    );
    elsewhere.close();
    expect(first?.articleId).toMatch(/^a[a-z0-9]{4,12}$/);
    expect(again?.articleId).toBe(first?.articleId);
  });

  it('runs the way its letters do, whatever language it claims', () => {
    save(
      { externalId: 'a', language: 'en', content: { kind: 'text', text: 'كان يا ما كان في قديم الزمان (once).' } },
      { externalId: 'b', language: 'ar', content: { kind: 'text', text: 'An English text that says it is Arabic.' } },
      { externalId: 'c', language: 'he', title: '404', content: { kind: 'text', text: '1 2 3' } },
    );
    expect(['a', 'b', 'c'].map((id) => fixture.library.article(id).direction)).toEqual(['rtl', 'ltr', 'rtl']);
  });

  it('leaves the ids of stories to the stories', () => {
    const given = { externalId: 'code-blue', content: text('mine') };
    expect(save(given)).toEqual([{ outcome: 'imported', reason: null, articleId: 'code-blue-2' }]);
    expect(save(given)).toMatchObject([{ outcome: 'merged', articleId: 'code-blue-2' }]);
  });

  it('keeps a link as a link, and nothing of what is nothing', () => {
    expect(save({ url: 'https://example.org/later' }, { title: 'Only a title' })).toEqual([
      expect.objectContaining({ outcome: 'no-content', articleId: expect.any(String) as string }),
      expect.objectContaining({ outcome: 'no-content', articleId: null }),
    ]);
    expect(all().map(({ article }) => [article.title, article.hasContent])).toEqual([
      ['https://example.org/later', false],
    ]);
  });

  it('fails for HTML that nests too deeply, and saves its neighbours', () => {
    const outcomes = save(
      { content: text('a') },
      { content: { kind: 'html', html: '<div>'.repeat(100_000) } },
      { content: text('b') },
    );
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['imported', 'failed', 'imported']);
    expect(all()).toHaveLength(2);
  });
});

describe('an article that comes again', () => {
  it('is known by its id, its address or its text', () => {
    save({ externalId: 'one', url: 'https://example.org/a', content: text('a') });
    expect(
      save(
        { externalId: 'one', content: text('changed') },
        { externalId: 'two', url: 'https://www.example.org/a?fbclid=1', content: text('changed') },
        { externalId: 'three', url: 'https://mirror.example/a', content: text('changed') },
        { externalId: 'two', title: 'Known by the other id' },
        { url: 'http://mirror.example/a#part', title: 'Known by the other address' },
      ).map(({ outcome, articleId }) => [outcome, articleId]),
    ).toEqual(Array.from({ length: 5 }, () => ['merged', 'one']));
    expect(all()).toHaveLength(1);
  });

  it('unites tags, shelves, highlights and notes, and keeps the earliest date and what the reader did', () => {
    save({
      url: 'https://example.org/a',
      savedAt: '2020-05-01T00:00:00.000Z',
      tags: ['one', 'two'],
      shelves: [['Here']],
      highlights: [highlight('first')],
      state: 'archive',
      note: 'Old note',
      progress: 0.8,
    });
    const [again] = save({
      url: 'https://example.org/a',
      savedAt: '2019-05-01T00:00:00.000Z',
      title: 'Now it has one',
      tags: ['two', 'three'],
      shelves: [['Here'], ['There']],
      highlights: [highlight(' first '), highlight('second', 'why')],
      favourite: true,
      note: 'New note',
      progress: 0.3,
      content: text('a'),
    });
    const article = fixture.library.article(again?.articleId ?? '');
    expect(article).toMatchObject({
      title: 'Now it has one',
      savedAt: '2019-05-01T00:00:00.000Z',
      state: 'archive',
      favourite: true,
      note: 'Old note\n\nNew note',
      hasContent: true,
    });
    expect(fixture.library.rows.belongings(article)).toEqual({
      tags: ['one', 'two', 'three'],
      shelves: [['Here'], ['There']],
      highlights: [highlight('first'), highlight('second', 'why')],
    });
    expect(fixture.store.mark(article.id).progress).toBe(0.8);
  });

  it('brings news under the same id, but no stump of a page in the place of the whole', () => {
    save({ externalId: 'a', url: 'https://example.org/a', title: 'Old', content: text('old') });
    save({ url: 'https://example.org/a', title: 'Stump', content: { kind: 'text', text: textOf('stump', 30) } });
    const read = () => {
      const article = fixture.library.article('a');
      return [article.title, fixture.library.body(article).blocks[0]];
    };
    expect(read()).toEqual(['Old', textOf('old')]);
    save({ externalId: 'a', title: 'New', content: { kind: 'text', text: textOf('new', 30) } });
    expect(read()).toEqual(['New', textOf('new', 30)]);
  });

  it('comes back from the trash', () => {
    const [saved] = save({ url: 'https://example.org/a', content: text('a') });
    const id = saved?.articleId ?? '';
    fixture.library.moveToTrash([id]);
    expect(all()).toEqual([]);
    save({ url: 'https://example.org/a' });
    expect(all().map(({ article }) => article.id)).toEqual([id]);
  });

  it('is known by nearly the same text under the same title, unless ids say that there are two', () => {
    const words = textOf('long', 400).split(' ');
    const page = (at: number, name: string) => ({
      title: 'The print version',
      url: `https://${name}.example/`,
      content: { kind: 'text' as const, text: words.with(at, name).join(' ') },
    });
    save(page(10, 'first'));
    expect(save(page(200, 'second'))).toMatchObject([{ outcome: 'merged' }]);
    expect(save({ ...page(300, 'third'), title: 'Another title' })).toMatchObject([{ outcome: 'imported' }]);
    expect(save({ ...page(350, 'fourth'), externalId: 'own' })).toMatchObject([{ outcome: 'imported' }]);
  });

  it('does not merge what only says the same few words', () => {
    const wall = { kind: 'text', text: 'Please enable JavaScript.' } as const;
    expect(
      save({ url: 'https://a.example/1', content: wall }, { url: 'https://b.example/2', content: wall }).map(
        ({ outcome }) => outcome,
      ),
    ).toEqual(['imported', 'imported']);
  });
});

describe('the trash', () => {
  it('gives back what is restored, and takes for good what is purged, with all that hangs on it', () => {
    save(
      { externalId: 'a', content: text('a'), highlights: [highlight('a1')], progress: 1 },
      { externalId: 'b', content: text('b') },
    );
    const { library } = fixture;
    library.moveToTrash(['a', 'b']);
    fixture.organise.change({ ids: ['b'] }, { kind: 'restore' });
    expect(library.purge(['a', 'b'])).toBe(1);
    expect([library.has('a'), library.has('b')]).toEqual([false, true]);
    expect(fixture.store.mark('a').progress).toBe(0);
    expect(library.rows.highlightsOf('a')).toEqual([]);
    expect(library.rows.purgedAfter(0)).toEqual(['a']);
    expect(() => library.article('a')).toThrow(expect.objectContaining({ code: 'not-found' }) as Error);
  });
});

describe('lists of saved articles', () => {
  it('page by what the last page ended with, each article once, though many were saved in the same instant', () => {
    save(...Array.from({ length: 25 }, (_, at) => ({ externalId: `n${at}`, content: text(`t${at}`) })));
    fixture.setTime('2026-11-28T08:00:00.000Z');
    save({ externalId: 'later', content: text('later') });
    for (const order of ['newest', 'oldest', 'marked'] as const) {
      const ids: string[] = [];
      let after = null;
      for (;;) {
        const page = fixture.library.rows.list({ query: {}, order, after, limit: 7 });
        ids.push(...page.map(({ article }) => article.id));
        const last = page.at(-1);
        if (last === undefined) break;
        after = { at: last.at, id: last.article.id };
      }
      expect(new Set(ids).size).toBe(26);
      expect(ids).toHaveLength(26);
      if (order !== 'marked') expect(ids.indexOf('later')).toBe(order === 'newest' ? 0 : 25);
    }
  });

  it('are chosen by state, tag, shelf, author, site and what the reader did', () => {
    save(
      { externalId: 'a', content: text('a'), tags: ['x'], shelves: [['S', 'T']], author: 'Ada', favourite: true },
      {
        externalId: 'b',
        url: 'https://b.example/',
        tags: ['x', 'y'],
        shelves: [['S']],
        state: 'archive',
        progress: 0.5,
      },
      { externalId: 'c', content: text('c'), highlights: [highlight('q')], progress: 1 },
    );
    fixture.store.setBookmark('c', true);
    const ids = (query: Parameters<typeof fixture.library.rows.count>[0]) => {
      const found = fixture.library.rows.list({ query, order: 'newest', after: null, limit: 9 });
      expect(fixture.library.rows.count(query)).toBe(found.length);
      return found.map(({ article }) => article.id).sort();
    };
    expect(ids({})).toEqual(['a', 'b', 'c']);
    expect(ids({ state: 'archive' })).toEqual(['b']);
    expect(ids({ tag: 'x', state: 'inbox' })).toEqual(['a']);
    expect(ids({ shelf: ['S'] })).toEqual(['a', 'b']);
    expect(ids({ shelf: ['S', 'T'] })).toEqual(['a']);
    expect(ids({ shelf: ['T'] })).toEqual([]);
    expect(ids({ author: 'Ada' })).toEqual(['a']);
    expect(ids({ site: 'b.example' })).toEqual(['b']);
    expect(ids({ only: 'favourite' })).toEqual(['a']);
    expect(ids({ only: 'highlighted' })).toEqual(['c']);
    expect(ids({ only: 'incomplete' })).toEqual(['b']);
    expect(ids({ only: 'bookmarked' })).toEqual(['c']);
    expect(ids({ only: 'started' })).toEqual(['b']);
    expect(ids({ only: 'finished' })).toEqual(['c']);
    expect(ids({ only: 'unread' })).toEqual(['a']);
    fixture.library.moveToTrash(['a']);
    expect(ids({ state: 'trash' })).toEqual(['a']);
    expect(fixture.library.rows.counts()).toEqual({ inbox: 1, archive: 1, trash: 1, favourites: 0, links: 1 });
    expect(fixture.library.rows.tags()).toEqual([
      { name: 'x', count: 1, colour: null },
      { name: 'y', count: 1, colour: null },
    ]);
    expect(fixture.library.rows.shelves()).toMatchObject([
      { path: ['S'], count: 1 },
      { path: ['S', 'T'], count: 0 },
    ]);
  });

  it('tell what has changed since a revision', () => {
    save({ externalId: 'a', content: text('a') }, { externalId: 'b', content: text('b') });
    const { rows } = fixture.library;
    const before = { revision: rows.revision(), key: Infinity };
    fixture.organise.change({ ids: ['b'] }, { kind: 'tags', add: ['new'], remove: [] });
    expect(rows.changedAfter(before, 10).map(({ id }) => id)).toEqual(['b']);
    expect(rows.changedAfter({ revision: rows.revision(), key: Infinity }, 10)).toEqual([]);
  });
});

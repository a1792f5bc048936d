import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LibraryChange, LibraryView } from '../../contract/organise-entities.ts';
import { openSqliteStore } from '../store/sqlite-store.ts';
import { articleToSave, openLibraryFixture, textOf, type LibraryFixture } from './test-helpers/library-fixture.ts';
import { type ArticleToSave } from './prepare-article.ts';
import { ownService } from '../importers/import-record.ts';

let fixture: LibraryFixture;
beforeEach(() => {
  fixture = openLibraryFixture();
});
afterEach(() => {
  fixture.close();
});

function save(...articles: Partial<ArticleToSave>[]): void {
  const given = articles.map((article, at) => {
    const id = article.externalId ?? `a${at}`;
    return articleToSave({ externalId: id, title: id, content: { kind: 'text', text: textOf(`${id}w`) }, ...article });
  });
  fixture.library.save(given, ownService);
}

const idsIn = (view: LibraryView): string[] => fixture.organise.window(view, 0, 500).items.map(({ id }) => id);
const ids = (...list: string[]) => ({ ids: list });

describe('a view', () => {
  it('puts names in order as a librarian does', () => {
    const titles = ['Zebra', 'the apple', 'Éclair', 'eclat', 'Part 10', 'Part 9', '«Bread»', 'A Cat', '?!'];
    save(
      ...titles.map((title, at) => ({
        externalId: `n${at}`,
        title,
        ...(title === '' ? { url: 'https://x.example/', content: null } : {}),
      })),
    );
    const byTitle = fixture.organise.window({ order: 'title' }, 0, 20).items.map(({ title }) => title);
    expect(byTitle).toEqual(['the apple', '«Bread»', 'A Cat', 'Éclair', 'eclat', 'Part 9', 'Part 10', 'Zebra', '?!']);
    expect(idsIn({ order: 'title', descending: true })).toEqual(idsIn({ order: 'title' }).reverse());
  });

  it('holds what meets all of its conditions', () => {
    save(
      {
        externalId: 'a',
        tags: ['x', 'y'],
        author: 'Ada',
        language: 'en',
        url: 'https://one.example/a',
        favourite: true,
      },
      { externalId: 'b', tags: ['x'], author: 'Ada', language: 'de', state: 'archive', shelves: [['S', 'T']] },
      { externalId: 'c', content: null, url: 'https://two.example/c', title: 'Café Müller', shelves: [['S']] },
    );
    fixture.store.setProgress('a', 0.5, 3);
    expect(idsIn({ tags: ['x'] }).sort()).toEqual(['a', 'b']);
    expect(idsIn({ tags: ['x', 'y'], author: 'Ada' })).toEqual(['a']);
    expect(idsIn({ state: 'archive' })).toEqual(['b']);
    expect(idsIn({ language: 'de' })).toEqual(['b']);
    expect(idsIn({ only: ['links', 'unread'] })).toEqual(['c']);
    expect(idsIn({ only: ['started', 'favourite'] })).toEqual(['a']);
    expect(idsIn({ only: ['untagged'] })).toEqual(['c']);
    expect(idsIn({ only: ['unshelved'] })).toEqual(['a']);
    expect(idsIn({ text: 'muller CAFE' })).toEqual(['c']);
    expect(idsIn({ text: 'one.ex' })).toEqual(['a']);
    expect(idsIn({ text: 'nowhere' })).toEqual([]);
    const [outer, inner] = fixture.organise.shelves();
    expect(idsIn({ shelf: outer!.id }).sort()).toEqual(['b', 'c']);
    expect(idsIn({ shelf: inner!.id })).toEqual(['b']);
    expect(fixture.organise.facets({ author: 'Ada' })).toEqual({
      authors: [{ name: 'Ada', count: 2 }],
      sites: [{ name: 'one.example', count: 1 }],
      languages: [
        { name: 'de', count: 1 },
        { name: 'en', count: 1 },
      ],
      tags: [
        { name: 'x', count: 2 },
        { name: 'y', count: 1 },
      ],
    });
  });

  it('is the same list in one piece and in stretches, in every order, and knows where each article stands', () => {
    const articles = Array.from({ length: 57 }, (_, at) => ({
      externalId: `n${at}`,
      title: `T${(at * 7) % 10}`,
      author: at % 3 === 0 ? '' : `B${at % 5}`,
      site: `s${at % 4}`,
      published: at % 2 === 0 ? null : `2026-01-${String((at % 28) + 1).padStart(2, '0')}`,
      tags: at % 2 === 0 ? ['even'] : [],
      shelves: at % 3 === 0 ? [['S']] : [],
    }));
    save(...articles);
    for (let at = 0; at < 57; at += 5) fixture.store.setProgress(`n${at}`, (at % 9) / 10, 1);
    const shelf = fixture.organise.shelves()[0]!.id;
    const orders = ['saved', 'published', 'title', 'author', 'site', 'words', 'read', 'progress', 'shelf'] as const;
    for (const order of orders) {
      for (const filter of [
        {},
        { tags: ['even'] },
        { state: 'inbox' as const },
        { shelf },
        { only: ['unread' as const] },
      ]) {
        for (const descending of [undefined, true, false]) {
          const view: LibraryView = { ...filter, order, ...(descending === undefined ? {} : { descending }) };
          const whole = fixture.organise.window(view, 0, 100);
          expect(new Set(whole.items.map(({ id }) => id)).size).toBe(whole.total);
          const pieces: string[] = [];
          for (let offset = 0; offset < whole.total; offset += 7)
            pieces.push(...fixture.organise.window(view, offset, 7).items.map(({ id }) => id));
          expect(pieces).toEqual(whole.items.map(({ id }) => id));
          expect(pieces.map((id) => fixture.organise.position(view, id))).toEqual(pieces.map((_, at) => at));
          expect(fixture.organise.window(view, 0, 7).items.map(({ id }) => id)).toEqual(pieces.slice(0, 7));
        }
      }
    }
  });

  it('notices what another process, and what a mark, has changed', () => {
    save({ externalId: 'a' }, { externalId: 'b' });
    expect(fixture.organise.position({ only: ['unread'] }, 'a')).not.toBeNull();
    fixture.store.setProgress('a', 1, 1);
    expect(fixture.organise.position({ only: ['unread'] }, 'a')).toBeNull();
    expect(fixture.organise.position({}, 'b')).not.toBeNull();
    const other = openSqliteStore({ directory: fixture.directory, now: () => new Date() });
    other.library.write(({ many }) => many.change(other.library.views.keysOf(['b']), { kind: 'trash' }));
    other.setProgress('a', 0, 0);
    other.close();
    expect(fixture.organise.position({}, 'b')).toBeNull();
    expect(fixture.organise.window({}, 0, 10).total).toBe(1);
  });
});

describe('a change', () => {
  it('is told to the index only where the index must know', () => {
    save({ externalId: 'a' }, { externalId: 'b' });
    const { rows } = fixture.library;
    const news = (change: LibraryChange): string[] => {
      const before = { revision: rows.revision(), key: Infinity };
      fixture.organise.change(ids('a'), change);
      expect(rows.revision()).toBeGreaterThan(before.revision);
      return rows.changedAfter(before, 10).map(({ id }) => id);
    };
    expect(news({ kind: 'state', state: 'archive' })).toEqual([]);
    expect(news({ kind: 'favourite', favourite: true })).toEqual([]);
    expect(news({ kind: 'read', read: true })).toEqual([]);
    expect(news({ kind: 'tags', add: ['x'], remove: [] })).toEqual(['a']);
    expect(news({ kind: 'trash' })).toEqual(['a']);
    expect(fixture.library.isWorkedWith('b')).toBe(false);
    fixture.organise.change(ids('b'), { kind: 'state', state: 'archive' });
    expect(fixture.library.isWorkedWith('b')).toBe(true);
  });

  it('refuses a selection with an article that is not there, and changes nothing', () => {
    save({ externalId: 'a' });
    expect(() => fixture.organise.change(ids('a', 'gone'), { kind: 'trash' })).toThrow('not in your library any more');
    expect(idsIn({})).toEqual(['a']);
  });

  it('is undone after a restart, once, and the hundred before the last are forgotten', () => {
    save({ externalId: 'a' });
    const undos = Array.from({ length: 101 }, (_, at) => {
      return fixture.organise.change(ids('a'), { kind: 'favourite', favourite: at % 2 === 0 }).undo!;
    });
    const again = openSqliteStore({ directory: fixture.directory, now: () => new Date() });
    expect(again.library.write(({ many }) => many.undo(undos[100]!))?.changed).toBe(1);
    again.close();
    expect(() => fixture.organise.undo(undos[100]!)).toThrow('too long ago');
    expect(() => fixture.organise.undo(undos[0]!)).toThrow('too long ago');
    expect(fixture.library.article('a').favourite).toBe(false);
    for (let left = 99; left > 0; left -= 1) fixture.organise.undo(null);
    expect(() => fixture.organise.undo(null)).toThrow('nothing to take back');
  });

  it('purges of a selection only what lies in the trash', () => {
    save({ externalId: 'a' }, { externalId: 'b' });
    fixture.organise.change(ids('a'), { kind: 'trash' });
    expect(fixture.organise.purge(ids('a', 'b'))).toBe(1);
    expect(idsIn({})).toEqual(['b']);
  });
});

describe('tags', () => {
  it('are renamed, merged, coloured and removed, and all of it is undone', () => {
    save({ externalId: 'a', tags: ['x', 'y'] }, { externalId: 'b', tags: ['x'] }, { externalId: 'c', tags: ['y'] });
    fixture.organise.colourTag('x', 'teal');
    const state = () => [fixture.store.library.tags(), ['a', 'b', 'c'].map((id) => tagsOf(id))];
    const before = state();
    const renamed = fixture.organise.renameTag('x', 'z');
    expect(renamed).toMatchObject({ changed: 2, merged: false });
    expect(tagsOf('a')).toEqual(['z', 'y']);
    fixture.organise.undo(renamed.undo);
    expect(state()).toEqual(before);
    const merged = fixture.organise.renameTag('x', 'y');
    expect(merged).toMatchObject({ changed: 2, merged: true });
    expect(['a', 'b', 'c'].map(tagsOf)).toEqual([['y'], ['y'], ['y']]);
    fixture.organise.undo(merged.undo);
    expect(state()).toEqual(before);
    const removed = fixture.organise.removeTags(['x', 'y']);
    expect(removed.changed).toBe(3);
    expect(fixture.store.library.tags()).toEqual([]);
    fixture.organise.undo(removed.undo);
    expect(state()).toEqual(before);
    expect(() => fixture.organise.renameTag('none', 'x')).toThrow('no tag “none”');
  });

  const tagsOf = (id: string) => fixture.store.library.tagsOf(fixture.library.article(id).key);
});

describe('shelves', () => {
  it('stand in one another, are moved, and never within themselves', () => {
    const outer = fixture.organise.addShelf('Outer', null, null);
    const inner = fixture.organise.addShelf('Inner', outer.id, null);
    const other = fixture.organise.addShelf('Other', null, null);
    expect(() => fixture.organise.moveShelf(outer.id, inner.id, null)).toThrow('cannot stand within itself');
    expect(() => fixture.organise.addShelf('Inner', outer.id, null)).toThrow('“Inner” here already');
    fixture.organise.moveShelf(other.id, null, outer.id);
    expect(fixture.organise.shelves().map(({ name }) => name)).toEqual(['Other', 'Outer', 'Inner']);
    expect(fixture.organise.editShelf(inner.id, { name: 'Core' })).toMatchObject({ name: 'Core', parent: outer.id });
    expect(() => fixture.organise.moveShelf(99, null, null)).toThrow('no such shelf');
  });

  it('keep the reader’s own order of articles', () => {
    save({ externalId: 'a' }, { externalId: 'b' }, { externalId: 'c' });
    const shelf = fixture.organise.addShelf('S', null, null).id;
    fixture.organise.change(ids('a', 'b', 'c'), { kind: 'shelve', shelf });
    const own: LibraryView = { shelf, order: 'shelf' };
    const first = fixture.organise.arrange(shelf, ids('c'), { before: 'a' });
    expect(first).toMatchObject({ changed: 1, offset: 0 });
    expect(idsIn(own)).toEqual(['c', 'a', 'b']);
    expect(fixture.organise.arrange(shelf, ids('c'), 'end').offset).toBe(2);
    expect(idsIn(own)).toEqual(['a', 'b', 'c']);
    expect(fixture.organise.arrange(shelf, ids('c'), 'end')).toMatchObject({ changed: 0, undo: null, offset: 2 });
    const all = fixture.organise.arrange(shelf, { view: own, except: ['b'] }, 'top');
    expect([idsIn(own), all.changed]).toEqual([['a', 'c', 'b'], 2]);
    fixture.organise.undo(all.undo);
    expect(idsIn(own)).toEqual(['a', 'b', 'c']);
  });

  it('step over what is not to be seen, and refuse what stands on a shelf within', () => {
    save(...['a', 'b', 'c'].map((id) => ({ externalId: id, shelves: [['S']] })));
    save({ externalId: 'd', shelves: [['S', 'T']] });
    const [outer] = fixture.organise.shelves();
    const shelf = outer!.id;
    fixture.organise.change(ids('b'), { kind: 'trash' });
    expect(fixture.organise.arrange(shelf, ids('c', 'd'), 'up')).toMatchObject({ changed: 1, offset: 0 });
    expect(idsIn({ shelf, order: 'shelf' })).toEqual(['c', 'a', 'd']);
    fixture.organise.arrange(shelf, ids('c'), { before: 'd' });
    expect(idsIn({ shelf, order: 'shelf' })).toEqual(['a', 'c', 'd']);
    expect(() => fixture.organise.arrange(shelf, ids('d'), 'top')).toThrow('Open that one to move them');
  });

  it('come back with all that stood on them', () => {
    save({ externalId: 'a', shelves: [['S', 'T']] }, { externalId: 'b', shelves: [['S']] });
    const [outer] = fixture.organise.shelves();
    const before = [fixture.organise.shelves(), idsIn({ shelf: outer!.id, order: 'shelf' })];
    const removed = fixture.organise.removeShelf(outer!.id);
    expect(removed.changed).toBe(2);
    expect(fixture.organise.shelves()).toEqual([]);
    expect(idsIn({})).toHaveLength(2);
    fixture.organise.undo(removed.undo);
    expect([fixture.organise.shelves(), idsIn({ shelf: outer!.id, order: 'shelf' })]).toEqual(before);
  });

  it('fill themselves by their search, as it finds now', () => {
    save({ externalId: 'a', title: 'About worms' }, { externalId: 'b', title: 'About birds' });
    const smart = fixture.organise.addShelf('Worms', null, 'worms');
    expect(smart.count).toBe(1);
    expect(idsIn({ shelf: smart.id })).toEqual(['a']);
    save({ externalId: 'c', title: 'More worms' });
    expect(idsIn({ shelf: smart.id }).sort()).toEqual(['a', 'c']);
    expect(fixture.organise.editShelf(smart.id, { query: 'birds' }).count).toBe(1);
    expect(() => fixture.organise.change(ids('a'), { kind: 'shelve', shelf: smart.id })).toThrow('fills itself');
    for (const [query, why] of [
      [' ', 'looks for nothing'],
      ['in:nowhere', 'cannot fill a shelf as it stands'],
    ] as const)
      expect(() => fixture.organise.addShelf('Unclear', null, query)).toThrow(why);
    const plain = fixture.organise.addShelf('Plain', null, null);
    expect(() => fixture.organise.editShelf(plain.id, { query: 'x' })).toThrow('filled by hand');
  });
});

describe('ten thousand articles', () => {
  it('are changed as one, looked at in stretches meanwhile, and put back as they were', () => {
    const names = Array.from({ length: 10_000 }, (_, at) => `n${String(at).padStart(5, '0')}`);
    for (let at = 0; at < names.length; at += 1000)
      fixture.library.save(
        names.slice(at, at + 1000).map((id) => {
          const tags = id.endsWith('7') ? ['seven'] : [];
          return articleToSave({ externalId: id, title: id, url: `https://x.example/${id}`, tags });
        }),
        ownService,
      );
    const { organise } = fixture;
    const byTitle: LibraryView = { order: 'title' };
    const shelf = organise.addShelf('All', null, null).id;
    const but = { view: byTitle, except: names.slice(0, 10) };
    const steps = [
      organise.change(but, { kind: 'tags', add: ['new'], remove: ['seven'] }),
      organise.change(but, { kind: 'shelve', shelf }),
      organise.change(but, { kind: 'read', read: true }),
      organise.change({ view: { tags: ['new'] } }, { kind: 'state', state: 'archive' }),
      organise.change({ view: { shelf } }, { kind: 'trash' }),
    ];
    expect(steps.map(({ changed }) => changed)).toEqual(steps.map(() => 9990));
    expect(idsIn(byTitle)).toEqual(names.slice(0, 10));
    for (const { undo } of steps.toReversed()) expect(organise.undo(undo).changed).toBe(9990);
    expect(organise.window(byTitle, 9_998, 10).items.map(({ id }) => id)).toEqual(names.slice(9_998));
    expect(organise.window({ tags: ['seven'], only: ['unread', 'unshelved'], state: 'inbox' }, 0, 1).total).toBe(1000);
    expect(organise.position({ order: 'title', descending: true }, names[9_000]!)).toBe(999);
  }, 60_000);
});

/** A library as plain data: what every change and every way back must agree with. */
interface Model {
  readonly state: string;
  readonly favourite: boolean;
  readonly trashed: boolean;
  readonly tags: readonly string[];
  readonly read: boolean;
}

describe('any sequence of changes', () => {
  const names = ['a', 'b', 'c', 'd', 'e'];
  const change: fc.Arbitrary<LibraryChange> = fc.oneof(
    fc.constantFrom('inbox', 'archive').map((state) => ({ kind: 'state' as const, state })),
    fc.boolean().map((favourite) => ({ kind: 'favourite' as const, favourite })),
    fc
      .tuple(fc.subarray(['x', 'y']), fc.subarray(['y', 'z']))
      .map(([add, remove]) => ({ kind: 'tags' as const, add, remove: remove.filter((name) => !add.includes(name)) })),
    fc.constantFrom({ kind: 'trash' as const }, { kind: 'restore' as const }),
    fc.boolean().map((read) => ({ kind: 'read' as const, read })),
  ); // the union of its own cases, which oneof widens
  const action = fc.record({ chosen: fc.subarray(names, { minLength: 1 }), change });

  it('does what a plain model does, and taken back from the last to the first leaves what was there', () => {
    fc.assert(
      fc.property(fc.array(action, { maxLength: 12 }), (actions) => {
        const run = openLibraryFixture();
        try {
          run.library.save(
            names.map((id, at) => {
              const tags = at % 2 === 0 ? ['y'] : [];
              return articleToSave({ externalId: id, title: id, tags, content: { kind: 'text', text: textOf(id) } });
            }),
            ownService,
          );
          const look = (): Model[] =>
            names.map((id) => {
              const { state, favourite, deletedAt, key } = run.library.article(id);
              const tags = run.store.library.tagsOf(key).sort();
              return { state, favourite, trashed: deletedAt !== null, tags, read: run.store.mark(id).finished };
            });
          const before = look();
          let model = before;
          const undos: string[] = [];
          for (const { chosen, change: one } of actions) {
            const after = model.map((article, at) => (chosen.includes(names[at]!) ? applied(article, one) : article));
            const changed = after.filter((article, at) => JSON.stringify(article) !== JSON.stringify(model[at])).length;
            const done = run.organise.change({ ids: chosen }, one);
            expect({ changed: done.changed, can: done.undo !== null }).toEqual({ changed, can: changed > 0 });
            expect(look()).toEqual(after);
            if (done.undo !== null) undos.push(done.undo);
            model = after;
          }
          for (const undo of undos.reverse()) run.organise.undo(undo);
          expect(look()).toEqual(before);
        } finally {
          run.close();
        }
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  function applied(article: Model, one: LibraryChange): Model {
    switch (one.kind) {
      case 'state':
        return { ...article, state: one.state };
      case 'favourite':
        return { ...article, favourite: one.favourite };
      case 'trash':
      case 'restore':
        return { ...article, trashed: one.kind === 'trash' };
      case 'read':
        return { ...article, read: one.read };
      case 'tags': {
        const kept = new Set([...article.tags, ...one.add]);
        for (const name of one.remove) kept.delete(name);
        return { ...article, tags: [...kept].sort() };
      }
      default:
        return article;
    }
  }
});

import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toJsonLine } from '../exporters/jsonl.ts';
import { readSource } from '../exporting/read-source.ts';
import { ownService } from '../importers/import-record.ts';
import { indexedSaved } from './indexed-saved.ts';
import type { ArticleToSave } from './prepare-article.ts';
import { articleToSave, openLibraryFixture, textOf, type LibraryFixture } from './test-helpers/library-fixture.ts';
import { createUpkeep, type Upkeep } from './upkeep.ts';

let fixture: LibraryFixture;
let upkeep: Upkeep;

beforeEach(() => {
  fixture = openLibraryFixture();
  const { store, library, events } = fixture;
  upkeep = createUpkeep({ store: store.library, library, events, clock: Date.now });
});
afterEach(() => {
  fixture.close();
});

const save = (given: Partial<ArticleToSave>) =>
  fixture.library.save([articleToSave({ externalId: 'a', ...given })], ownService);
const html = (...blocks: string[]) =>
  ({ kind: 'html', html: blocks.map((block) => `<p><b>${block}</b></p>`).join('') }) as const;
const article = () => fixture.library.article('a');
const body = () => fixture.library.body(article());
const said = () => fixture.store.library.upkeep.saidOf(article().key);
const edit = (set: Parameters<Upkeep['edit']>[1]['set'], putBack: Parameters<Upkeep['edit']>[1]['putBack'] = []) => {
  upkeep.edit('a', { set, putBack, note: null });
};

describe('what the reader has edited', () => {
  it('outlives the page coming again, and is put back to what the page says by then', () => {
    save({ title: 'Page', author: 'Somebody', published: '2026-01-01', content: html(textOf('old')) });
    edit({ title: 'Mine', published: null });
    save({ title: 'Page, corrected', author: 'Somebody Else', published: '2026-02-02', content: html(textOf('new')) });
    expect(article()).toMatchObject({ title: 'Mine', author: 'Somebody Else', published: null });
    expect(said()).toEqual({ title: 'Page, corrected', published: '2026-02-02' });
    expect(body().blocks[0]).toMatch(/^new0/);

    edit({}, ['title']);
    expect(article()).toMatchObject({ title: 'Page, corrected', published: null });
    expect(said()).toEqual({ published: '2026-02-02' });
  });

  it('is no edit any more once it says what the page says', () => {
    save({ title: 'Page', content: html('One.') });
    edit({ title: 'Mine' });
    edit({ title: 'Page' });
    expect(said()).toEqual({});
  });

  it('tells the index', () => {
    save({ title: 'Page', content: html('One.') });
    const { revision } = article();
    edit({ title: 'Mine' });
    expect(article().revision).toBeGreaterThan(revision);
    expect(indexedSaved(fixture.store.library, article()).title).toBe('Mine');
  });
});

describe('the versions of an article', () => {
  const twice = () => {
    save({ title: 'Page', content: html('The tide rose by two metres.', textOf('end', 30)) });
    fixture.setTime('2026-11-28T08:00:00.000Z');
    save({ title: 'Page, corrected', content: html('The tide rose by three metres.', textOf('end', 30)) });
    return upkeep.versions('a')[0]?.version ?? 0;
  };

  it('are listed with what changed after them, and compared with the text that is there', () => {
    const version = twice();
    expect(upkeep.versions('a')).toEqual([
      { version, replacedAt: '2026-11-28T08:00:00.000Z', title: 'Page', words: 36, added: 1, removed: 1 },
    ]);
    expect(upkeep.compare('a', version, null)).toMatchObject({
      title: { before: 'Page', after: 'Page, corrected' },
      added: 1,
      removed: 1,
      isWhole: true,
    });
    expect(upkeep.version('a', version).html).toContain('two metres');
  });

  it('come back with their title, and bringing one back is taken back by the same', () => {
    const version = twice();
    const replaced = upkeep.restoreVersion('a', version);
    expect([article().title, body().blocks[0]]).toEqual(['Page', 'The tide rose by two metres.']);
    expect(upkeep.versions('a').map(({ title }) => title)).toEqual(['Page, corrected']);
    upkeep.restoreVersion('a', replaced);
    expect([article().title, body().blocks[0]]).toEqual(['Page, corrected', 'The tide rose by three metres.']);
    expect(() => upkeep.restoreVersion('a', replaced)).toThrow(/not kept any more/);
  });

  it('leave the title that the reader gave', () => {
    const version = twice();
    edit({ title: 'Mine' });
    upkeep.restoreVersion('a', version);
    expect([article().title, said()]).toEqual(['Mine', { title: 'Page' }]);
  });

  it('are removed for good', () => {
    expect(upkeep.removeVersion('a', twice())).toBe(0);
    expect(upkeep.versions('a')).toEqual([]);
  });
});

describe('hidden blocks', () => {
  it('are not shown, counted, searched or exported, and keep their numbers', () => {
    save({ content: { kind: 'html', html: '<p><b>One</b> two.</p><ul><li>Subscribe now!</li></ul><p>Three.</p>' } });
    expect(upkeep.hide('a', [1], true)).toEqual([1]);
    expect(article().words).toBe(3);
    expect(fixture.store.library.text('a')?.blocks).toEqual(['One two.', '', 'Three.']);
    expect(indexedSaved(fixture.store.library, article()).blocks).toEqual(['One two.', '', 'Three.']);
    const { store, assets } = fixture;
    const source = readSource({ store, assets, ids: null, withTrash: false, titleOfStory: () => null, now: '' });
    const [line = ''] = [...source.articles].map(toJsonLine);
    expect(JSON.parse(line)).toMatchObject({
      html: '<p data-block="0"><b>One</b> two.</p><p data-block="2">Three.</p>',
    });
    expect(upkeep.hide('a', [1], false)).toEqual([]);
    expect(article().words).toBe(5);
  });

  it('stay hidden where the same block comes again, wherever it stands by then', () => {
    save({ content: html('One.', 'Subscribe now!', textOf('x')) });
    upkeep.hide('a', [1], true);
    save({ content: html('New.', 'One.', 'SUBSCRIBE, now', textOf('x')) });
    expect(body().hidden).toEqual([2]);
    expect(article().words).toBe(62);
  });

  it('are refused by numbers that the text does not have', () => {
    save({ content: html('One.') });
    expect(() => upkeep.hide('a', [1], true)).toThrow(/has changed since/);
  });

  it('are what was hidden last, whatever was hidden and shown before', () => {
    const blocks = ['a', 'b', 'a', 'c', 'a', 'd'];
    save({ content: html(...blocks) });
    const step = fc.record({ blocks: fc.uniqueArray(fc.nat({ max: 5 }), { minLength: 1 }), hidden: fc.boolean() });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
        upkeep.hide('a', [0, 1, 2, 3, 4, 5], false);
        const model = new Set<number>();
        for (const { blocks: some, hidden } of steps) {
          for (const number of some) if (hidden) model.add(number);
          if (!hidden) for (const number of some) model.delete(number);
          expect(upkeep.hide('a', some, hidden)).toEqual([...model].sort());
        }
        expect(fixture.store.library.text('a')?.blocks.flatMap((text, at) => (text === '' ? [at] : []))).toEqual(
          [...model].sort(),
        );
        expect(article().words).toBe(6 - model.size);
      }),
      { numRuns: 30 },
    );
  });

  it('are put back with the rest of an article by an undo', () => {
    save({ content: html('One.', 'Two.') });
    upkeep.hide('a', [1], true);
    edit({ title: 'Mine' });
    const before = fixture.store.library.snapshot(article());
    upkeep.hide('a', [0], true);
    edit({}, ['title']);
    fixture.library.restoreSnapshots([before]);
    expect([body().hidden, article().title]).toEqual([[1], 'Mine']);
  });
});

describe('a text made anew', () => {
  const fresh = (...blocks: string[]) => ({
    body: { html: null, blocks, headings: [] },
    imagesWanted: 2,
    imagesKept: 1,
    assets: [],
  });

  it('takes the place of the one that was there, which becomes a version', () => {
    save({ title: 'Page', content: html('Cut short.') });
    const replaced = upkeep.takeText('a', fresh('Cut short.', 'And the rest of it.'));
    expect(article()).toMatchObject({ title: 'Page', words: 7, imagesWanted: 2, imagesKept: 1 });
    upkeep.restoreVersion('a', replaced ?? 0);
    expect(body().blocks).toEqual(['Cut short.']);
  });

  it('changes nothing if it is the same', () => {
    save({ content: { kind: 'text', text: 'One.\n\nTwo.' } });
    expect(upkeep.takeText('a', fresh('One.', 'Two.'))).toBeNull();
    expect(upkeep.versions('a')).toEqual([]);
  });
});

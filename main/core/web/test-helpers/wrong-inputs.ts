/** For every method of the contract, inputs that must be refused, whatever carries them. All can be written as JSON. */
import type { MethodName } from '../../../contract/methods.ts';

/** Wrong for every method: none takes anything but an object, or a field that it does not know. */
const wrongForAll: readonly unknown[] = [null, 'text', 7, true, [], [{}], { nonsense: 1 }];

const longQuery = 'worm '.repeat(2000);
const wrongIds: readonly unknown[] = [
  {},
  { id: '' },
  { id: null },
  { id: 7 },
  { id: ['code-blue'] },
  { id: 'a\u0000b' },
  { id: 'a'.repeat(201) },
];
const withId = (fields: Record<string, unknown>) => ({ id: 'first-story', ...fields });

const wrongLists: readonly unknown[] = [{}, { ids: [] }, { ids: 'first-story' }, { ids: [7] }, { ids: [''] }];
const withIds = (fields: Record<string, unknown>) => ({ ids: ['a'], ...fields });
const wrongTags = [withIds({ tags: [] }), withIds({ tags: [' '] }), withIds({ tags: ['a'.repeat(201)] })];

const wrongImports = [{}, { id: 7 }, { id: '' }, { id: '../imports' }, { id: 'A'.repeat(16) }];

const wrongVersions = [...wrongIds, withId({}), withId({ version: 0 }), withId({ version: 'newest' })];

const wrongFor: Readonly<Record<MethodName, readonly unknown[]>> = {
  'app.status': [],
  'publication.get': [],
  'front.get': [],
  'articles.list': [
    { section: 7 },
    { only: 'liked' },
    { order: 'random' },
    { tag: 'a'.repeat(201) },
    { limit: 0 },
    { limit: 1001 },
    { source: 'web' },
    { state: 'deleted' },
    { shelf: [] },
    { shelf: [''] },
    { cursor: 7 },
  ],
  'articles.get': wrongIds,
  'articles.related': [...wrongIds, withId({ limit: 0 }), withId({ limit: 21 }), withId({ limit: '5' })],
  'articles.export': [...wrongIds, withId({}), withId({ format: 'docx' })],
  'articles.cite': wrongIds,
  'search.find': [{}, { query: 7 }, { query: longQuery }, { query: 'a', limit: 101 }, { query: 'a', offset: -1 }],
  'search.places': [...wrongIds, withId({}), withId({ query: longQuery }), withId({ query: 'a', exactly: 'yes' })],
  'imports.preview': [
    {},
    { files: [] },
    { files: [{ upload: '../library.db', name: 'a' }] },
    { files: [{ upload: 'a'.repeat(32), name: '' }] },
    { files: [{ upload: 'a'.repeat(32), name: 'a', path: '/etc/passwd' }] },
  ],
  'imports.start': wrongImports,
  'imports.cancel': wrongImports,
  'imports.undo': wrongImports,
  'imports.retry': wrongImports,
  'imports.list': [],
  'imports.get': wrongImports,
  'imports.rows': [...wrongImports, { id: 'a'.repeat(16), outcome: 'lost' }, { id: 'a'.repeat(16), limit: 201 }],
  'imports.csv': wrongImports,
  'articles.edit': [
    ...wrongIds,
    withId({}),
    ...[
      { title: ' ' },
      { title: 'a'.repeat(1001) },
      { published: '2026-02-30' },
      { published: 'in spring' },
      { language: 'no language' },
      { direction: 'up' },
      { words: 7 },
    ].map((set) => withId({ set })),
    withId({ set: {}, putBack: ['note'] }),
  ],
  'articles.versions': wrongIds,
  'articles.version': wrongVersions,
  'articles.compare': [...wrongIds, withId({}), withId({ before: 0, after: null }), withId({ before: 1 })],
  'articles.restoreVersion': wrongVersions,
  'articles.removeVersion': wrongVersions,
  'articles.text': wrongIds,
  'articles.hide': [
    ...wrongIds,
    withId({ blocks: [1] }),
    withId({ blocks: [], hidden: true }),
    withId({ blocks: [-1], hidden: true }),
    withId({ blocks: [1], hidden: 'yes' }),
  ],
  'articles.extract': [...wrongIds, withId({}), withId({ method: 'all' })],
  'articles.takeExtract': [...wrongIds, withId({}), withId({ method: 'all' })],
  'search.explain': [...wrongIds, withId({}), withId({ query: longQuery })],
  'search.complete': [{}, { query: 'a' }, { query: longQuery, caret: 0 }, { query: 'a', caret: -1 }],
  'search.index': [],
  'searches.list': [],
  'searches.save': [
    {},
    { name: 'a' },
    { query: 'a' },
    { name: ' ', query: 'a' },
    { name: 'a'.repeat(121), query: 'a' },
    { name: 'a', query: longQuery },
    { name: 'a', query: 'a', order: 'random' },
  ],
  'searches.rename': [{}, { id: 'a' }, { id: 'a', name: '' }, { id: '', name: 'a' }, { id: 'a'.repeat(65), name: 'a' }],
  'searches.remove': [{}, { id: '' }, { id: 7 }, { id: 'a'.repeat(65) }],
  'searches.record': [{}, { query: 7 }, { query: longQuery }],
  'searches.forget': [{ query: 7 }, { query: longQuery }],
  'downloads.list': [],
  'jobs.list': [],
  'library.counts': [],
  'library.tags': [],
  'library.shelves': [],
  'library.setState': [...wrongLists, withIds({}), withIds({ state: 'trash' })],
  'library.setFavourite': [...wrongLists, withIds({}), withIds({ favourite: 1 })],
  'library.addTags': [...wrongLists, withIds({}), ...wrongTags],
  'library.removeTags': [...wrongLists, withIds({}), ...wrongTags],
  'library.trash': wrongLists,
  'library.restore': wrongLists,
  'library.purge': wrongLists,
  'bookmarks.set': [...wrongIds, withId({}), withId({ bookmarked: 'yes' })],
  'progress.set': [
    ...wrongIds,
    withId({ progress: 0.5 }),
    withId({ progress: 1.5, block: 1 }),
    withId({ progress: 0.5, block: -1 }),
    withId({ progress: '0.5', block: 1 }),
  ],
  'progress.clear': wrongIds,
  'recommendations.get': wrongIds,
  'recommendations.set': [
    ...wrongIds,
    withId({}),
    withId({ verdict: 'maybe' }),
    withId({ verdict: 'yes', reasons: ['rude'] }),
    withId({ verdict: 'yes', opinion: 'a'.repeat(1001) }),
  ],
  'recommendations.withdraw': wrongIds,
  'recommendations.list': [],
  'settings.get': [],
  'settings.set': [{ theme: 'tartan' }, { readingSize: 9 }, { justify: 'yes' }, { keys: { 'go.home': 1 } }],
  'shell.openExternal': [{}, { url: 7 }, { url: `https://example.org/${'a'.repeat(2048)}` }],
  'shell.openDownload': [{}, { asset: 'a.pdf' }, { asset: 7, name: 'a' }, { asset: 'a.pdf', name: 'a'.repeat(129) }],
  'shell.savePdf': [{}, { name: 7 }, { name: 'a'.repeat(129) }],
};

/** Every method with every input that is wrong for it. */
export const wrongCalls: readonly (readonly [method: MethodName, input: unknown])[] = Object.entries(wrongFor).flatMap(
  ([method, inputs]) => [...wrongForAll, ...inputs].map((input) => [method as MethodName, input] as const), // a key
);

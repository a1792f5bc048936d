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

const wrongPages: readonly unknown[] = [{}, { offset: -1, limit: 10 }, { offset: 0, limit: 201 }, { offset: 0 }];

const wrongViews: readonly unknown[] = [
  {},
  { view: { state: 'deleted' }, offset: 0, limit: 10 },
  { view: { order: 'random' }, offset: 0, limit: 10 },
  { view: { only: ['liked'] }, offset: 0, limit: 10 },
  { view: { tags: [] }, offset: 0, limit: 10 },
];
const wrongSelections: readonly unknown[] = [{}, { ids: [] }, { ids: 'a' }, { ids: [7] }, { ids: [''] }, { view: 7 }];
const changeOf = (change: unknown) => ({ selection: { ids: ['a'] }, change });

const wrongPlaces: readonly unknown[] = [{}, { place: '' }, { place: 7 }, { place: 'a'.repeat(65) }];
const wrongLibraries = [{}, { id: '' }, { id: 7 }, { id: 'a'.repeat(65) }];

const wrongImports = [{}, { id: 7 }, { id: '' }, { id: '../imports' }, { id: 'A'.repeat(16) }];

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
  'backup.status': [],
  'backup.list': [],
  'backup.make': [],
  'backup.take': [{ id: '../library.db' }, {}],
  'backup.verify': [{ id: '../library.db' }, { id: '.zip' }, {}],
  'backup.preview': [{ from: { kind: 'backup', id: '/etc/passwd' } }, { from: { kind: 'path', path: '/x' } }],
  'backup.restore': [{ from: { kind: 'upload', upload: 'x' }, whole: true }, { whole: true }],
  'backup.check': [{ repair: 'yes' }],
  'backup.rescue': [],
  'snapshots.list': [],
  'snapshots.take': [],
  'snapshots.articles': [{ id: '../library' }, { id: '20261127T080000000Z.regular', limit: 0 }],
  'snapshots.article': [{ id: '20261127T080000000Z.regular', articleId: '' }],
  'snapshots.takeBack': [{ id: '20261127T080000000Z.regular', articleIds: [] }],
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
  'library.window': [
    ...wrongViews,
    { view: {}, offset: -1, limit: 10 },
    { view: {}, offset: 0, limit: 501 },
    { view: {}, offset: 0 },
  ],
  'library.position': [...wrongViews, { view: {}, id: '' }, { view: {} }],
  'library.facets': wrongViews,
  'library.change': [
    ...wrongSelections.map((selection) => ({ selection, change: { kind: 'trash' } })),
    ...[{}, { kind: 'burn' }, { kind: 'state', state: 'trash' }, { kind: 'favourite', favourite: 1 }].map(changeOf),
    ...[{ kind: 'tags', add: [' '], remove: [] }, { kind: 'shelve', shelf: 'Later' }, { kind: 'read' }].map(changeOf),
  ],
  'library.undo': [{}, { undo: 7 }, { undo: 'a'.repeat(101) }],
  'library.purge': wrongSelections.map((selection) => ({ selection })),
  'tags.list': [],
  'tags.rename': [{}, { name: 'a' }, { name: 'a', to: ' ' }, { name: '', to: 'b' }],
  'tags.colour': [{}, { name: 'a' }, { name: 'a', colour: '#ff0000' }],
  'tags.remove': [{}, { names: [] }, { names: [''] }],
  'shelves.list': [],
  'shelves.create': [{}, { name: '' }, { name: 'a', parent: 0 }, { name: 'a', query: '' }],
  'shelves.edit': [{}, { shelf: 0 }, { shelf: 1, name: ' ' }],
  'shelves.move': [{}, { shelf: 1 }, { shelf: 1, parent: null }],
  'shelves.remove': [{}, { shelf: '1' }],
  'shelves.arrange': [{}, { shelf: 1, ids: [], before: null }, { shelf: 1, ids: ['a'] }],
  'storage.summary': [],
  'storage.article': wrongIds,
  'storage.articles': wrongPages,
  'storage.sites': wrongPages,
  'storage.pictures': wrongPages,
  'storage.proposals': [],
  'storage.proposal': [...wrongPages, { offset: 0, limit: 10 }, { kind: 'everything', offset: 0, limit: 10 }],
  'storage.clean': [{}, { kinds: [] }, { kinds: ['everything'] }],
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
  'libraries.list': [],
  'libraries.places': [],
  'libraries.create': [...wrongPlaces, { name: ' ', place: 'a' }, { name: 'a'.repeat(61), place: 'a' }],
  'libraries.add': [{}, { found: '' }, { found: '/etc', path: '/etc' }],
  'libraries.open': wrongLibraries,
  'libraries.rename': [...wrongLibraries, { id: 'a' }, { id: 'a', name: '' }],
  'libraries.forget': wrongLibraries,
  'libraries.move': wrongPlaces,
  'libraries.cancelMove': [],
  'libraries.removeLeft': wrongLibraries,
  'shell.chooseFolder': [],
  'shell.savePdf': [{}, { name: 7 }, { name: 'a'.repeat(129) }],
};

/** Every method with every input that is wrong for it. */
export const wrongCalls: readonly (readonly [method: MethodName, input: unknown])[] = Object.entries(wrongFor).flatMap(
  ([method, inputs]) => [...wrongForAll, ...inputs].map((input) => [method as MethodName, input] as const), // a key
);
